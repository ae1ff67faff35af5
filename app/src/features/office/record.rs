//! What was written on the way: why the request went back, what the committee answered, why it is appealed.

use domain::{
    committee::Outcome,
    request::{Answering, Appealed, Decided, Gap, Returned, Stage},
};
use i18n::{Label, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::{Ltr, SummaryList, SummaryRow};

/// The words that belong to the stage. A decision that is held is not told here either (H5).
#[component]
pub fn Record(stage: Stage) -> impl IntoView {
    let appeal = match &stage {
        Stage::Appealed(appealed) => Some(appealed.clone()),
        _ => None,
    };
    let returned = match &stage {
        Stage::Returned(returned) => Some(returned.clone()),
        _ => None,
    };
    let issued = stage.decided().filter(|decided| matches!(decided.answering, Answering::Issued { .. })).cloned();
    view! {
        {returned.map(|returned| view! { <GivenBack returned/> })}
        {appeal.map(|appealed| view! { <Appeal appealed/> })}
        {issued.map(|decided| view! { <Answer decided/> })}
    }
}

#[component]
fn GivenBack(returned: Returned) -> impl IntoView {
    let locale = use_locale();
    let gaps = returned.gaps.iter().map(|gap| match gap {
        Gap::Section { section } => section.label(locale),
        Gap::Document { kind } => kind.label(locale),
    });
    let gaps = gaps.map(|gap| view! { <li>{gap}</li> }).collect_view();
    view! {
        <section class="flow">
            <h2>{td_string!(locale, office.record.returned)}</h2>
            <SummaryList>
                <SummaryRow label=td_string!(locale, office.record.gaps)><ul class="plain-list">{gaps}</ul></SummaryRow>
                <SummaryRow label=td_string!(locale, office.record.words) value=returned.words.to_string()/>
                <SummaryRow label=td_string!(locale, office.record.at) value=timestamp(locale, returned.at)/>
            </SummaryList>
        </section>
    }
}

#[component]
fn Appeal(appealed: Appealed) -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="flow">
            <h2>{td_string!(locale, office.record.appeal)}</h2>
            <SummaryList>
                <SummaryRow label=td_string!(locale, office.record.grounds) value=appealed.grounds.to_string()/>
                <SummaryRow label=td_string!(locale, office.record.at) value=timestamp(locale, appealed.at)/>
            </SummaryList>
        </section>
    }
}

#[component]
fn Answer(decided: Decided) -> impl IntoView {
    let locale = use_locale();
    let Decided { decision, answering, .. } = decided;
    let choice = decision.outcome.choice().label(locale);
    let (reason, clause) = match decision.outcome {
        Outcome::Accepted => (None, None),
        Outcome::Rejected { reason, clause } => (Some(reason), Some(clause)),
        Outcome::Deferred { reason } => (Some(reason), None),
    };
    let at = match answering {
        Answering::Issued { at } => Some(at),
        Answering::Held { .. } => None,
    };
    let clause_label = td_string!(locale, office.study.clause);
    view! {
        <section class="flow">
            <h2>{td_string!(locale, office.record.answer)}</h2>
            <SummaryList>
                <SummaryRow label=td_string!(locale, office.record.outcome) value=choice/>
                <SummaryRow label=td_string!(locale, office.record.number)><Ltr text=decision.number/></SummaryRow>
                {reason.map(|reason| view! {
                    <SummaryRow label=td_string!(locale, office.record.reason) value=reason.to_string()/>
                })}
                {clause.map(|clause| view! { <SummaryRow label=clause_label value=clause.to_string()/> })}
                {at.map(|at| view! { <SummaryRow label=td_string!(locale, office.record.at) value=timestamp(locale, at)/> })}
            </SummaryList>
        </section>
    }
}
