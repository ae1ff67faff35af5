//! The committee's answer, once it is issued: outcome, reason, clause, and how to appeal.

use domain::{NaiveDate, committee::Outcome, request::IssuedAnswer, time::riyadh_date};
use i18n::{date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Ltr, SummaryList, SummaryRow};

#[component]
pub(super) fn AnswerView(
    answer: IssuedAnswer,
    today: NaiveDate,
    /// The page says the outcome already.
    said: bool,
    /// Where the reader appeals; nowhere when they may not.
    appeal_href: Option<String>,
) -> impl IntoView {
    let locale = use_locale();
    let (class, title) = match &answer.outcome {
        Outcome::Accepted => ("outcome outcome-yes flow", td_string!(locale, track.answer.accepted)),
        Outcome::Rejected { .. } => ("outcome outcome-no flow", td_string!(locale, track.answer.rejected)),
        Outcome::Deferred { .. } => ("outcome outcome-maybe flow", td_string!(locale, track.answer.deferred)),
    };
    let until = answer.appeal_until;
    let rejected = matches!(answer.outcome, Outcome::Rejected { .. });
    let other = rejected.then(|| {
        view! { <p><a class="link" href=localised(locale, "/check")>{td_string!(locale, track.answer.other)}</a></p> }
    });
    view! {
        <section class=class aria-labelledby="answer">
            <h2 id="answer">{td_string!(locale, track.answer.title)}</h2>
            {(!said).then(|| view! { <p class="outcome-word">{title}</p> })}
            <Ground answer/>
            {until.map(|until| view! { <Appeal until today href=appeal_href/> })}
            {other}
        </section>
    }
    .into_any()
}

/// The reason and clause of an answer, with its number and day.
#[component]
pub(super) fn Ground(answer: IssuedAnswer) -> impl IntoView {
    let locale = use_locale();
    let (reason, clause) = match answer.outcome {
        Outcome::Accepted => (None, None),
        Outcome::Rejected { reason, clause } => (Some(reason), Some(clause)),
        Outcome::Deferred { reason } => (Some(reason), None),
    };
    let issued = date_pair(locale, riyadh_date(answer.issued_at));
    view! {
        <SummaryList>
            {reason
                .map(|reason| {
                    view! { <SummaryRow label=td_string!(locale, track.answer.reason) value=reason.to_string()/> }
                })}
            {clause
                .map(|clause| {
                    view! { <SummaryRow label=td_string!(locale, track.answer.clause) value=clause.to_string()/> }
                })}
            <SummaryRow label=td_string!(locale, track.answer.issued) value=issued/>
            <SummaryRow label=td_string!(locale, track.answer.number)><Ltr text=answer.number/></SummaryRow>
        </SummaryList>
    }
    .into_any()
}

#[component]
fn Appeal(until: NaiveDate, today: NaiveDate, href: Option<String>) -> impl IntoView {
    let locale = use_locale();
    let day = date_pair(locale, until);
    let open = today <= until;
    let words = if open {
        td_string!(locale, track.answer.appeal_text, day = day)
    } else {
        td_string!(locale, track.answer.appeal_over, day = day)
    };
    view! {
        <h3>{td_string!(locale, track.answer.appeal)}</h3>
        <p>{words}</p>
        {href
            .filter(|_| open)
            .map(|href| {
                view! {
                    <p>
                        <ButtonLink
                            label=td_string!(locale, track.answer.appeal_button)
                            href
                            kind=ButtonKind::Secondary
                        />
                    </p>
                }
            })}
    }
    .into_any()
}
