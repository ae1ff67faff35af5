//! All answers on one page, each with a link that changes it and comes straight back.

use domain::{application::Section, household::Livelihood};
use i18n::{Label, Locale, date_pair, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonLink, Ltr, Notice, NoticeKind, SummaryList, SummaryRow};

use super::{
    net::NetExplained,
    rules::RulesExplained,
    step::{Step, StepHead, open_page},
    words::{self, riyals},
};
use crate::features::{members::Members, replies::ReplyRows};

#[component]
pub fn CheckPage() -> impl IntoView {
    open_page(|step| view! { <CheckView step/> }.into_any())
}

#[component]
pub fn CheckView(step: Step) -> impl IntoView {
    let locale = use_locale();
    let sections = Section::ALL
        .into_iter()
        .map(|section| {
            let rows = rows(&step, section);
            view! { <h2>{section.label(locale)}</h2> <SummaryList>{rows}</SummaryList> }
        })
        .collect_view();
    let net = step.answers().net_per_head();
    view! {
        <StepHead step=step.clone() title=td_string!(locale, apply.check.title) lead=td_string!(locale, apply.check.lead)/>
        {sections}
        {net.map(|net| view! {
            <section class="card net-card">
                <h2>{td_string!(locale, apply.net.title)}</h2>
                <NetExplained net/>
            </section>
        })}
        <RulesExplained step=step.clone()/>
        <GoOn step/>
    }
}

/// The way to the signature, or what is still open.
#[component]
pub fn GoOn(step: Step) -> impl IntoView {
    let locale = use_locale();
    let open = step.open_sections();
    if open.is_empty() {
        let href = step.path(locale, "/declare");
        return view! { <div class="actions"><ButtonLink label=td_string!(locale, apply.check.go_on) href/></div> }
            .into_any();
    }
    let links = open
        .into_iter()
        .map(|section| {
            let href = step.section_path(locale, section);
            view! { <li><a class="link" href=href>{section.label(locale)}</a></li> }
        })
        .collect_view();
    view! { <Notice kind=NoticeKind::Waiting title=td_string!(locale, apply.check.open)><ul>{links}</ul></Notice> }
        .into_any()
}

/// Where a section is changed; none where it was not asked for.
fn change(step: &Step, locale: Locale, section: Section) -> Option<String> {
    step.asks_section(section).then(|| format!("{}?back=check", step.section_path(locale, section)))
}

fn rows(step: &Step, section: Section) -> AnyView {
    match section {
        Section::Identity => identity(step),
        Section::Household => household(step),
        Section::Livelihood => livelihood(step),
        Section::Need => need(step),
        Section::Documents => documents(step),
    }
}

/// A section nobody answered yet.
fn nothing(label: &'static str, href: Option<String>) -> AnyView {
    view! { <SummaryRow label change_href=href/> }.into_any()
}

fn identity(step: &Step) -> AnyView {
    let locale = use_locale();
    let href = change(step, locale, Section::Identity);
    let Some(identity) = step.answers().identity.clone() else {
        return nothing(td_string!(locale, apply.check.name), href);
    };
    let address = identity.address.map(|address| address.to_string());
    let (id, mobile) = (step.sheet.national_id_masked.clone(), step.sheet.mobile_masked.clone());
    view! {
        <SummaryRow label=td_string!(locale, apply.check.name) value=identity.name.full() change_href=href.clone()/>
        <SummaryRow label=td_string!(locale, apply.identity.id)><Ltr text=id/></SummaryRow>
        <SummaryRow label=td_string!(locale, apply.identity.mobile)><Ltr text=mobile/></SummaryRow>
        <SummaryRow label=td_string!(locale, apply.identity.born) value=date_pair(locale, identity.born_on) change_href=href.clone()/>
        <SummaryRow label=td_string!(locale, apply.identity.group) value=identity.group.label(locale) change_href=href.clone()/>
        <SummaryRow label=td_string!(locale, apply.identity.city) value=identity.city.to_string() change_href=href.clone()/>
        <SummaryRow label=td_string!(locale, apply.identity.address) value=address change_href=href/>
    }
    .into_any()
}

fn household(step: &Step) -> AnyView {
    let locale = use_locale();
    let href = change(step, locale, Section::Household);
    let Some(household) = step.answers().household.clone() else {
        return nothing(td_string!(locale, apply.check.home), href);
    };
    view! {
        <SummaryRow label=td_string!(locale, apply.check.home) value=household.tenure.label(locale) change_href=href.clone()/>
        <SummaryRow label=td_string!(locale, apply.check.members) change_href=href>
            <Members household nobody=td_string!(locale, apply.check.nobody)/>
        </SummaryRow>
    }
    .into_any()
}

fn livelihood(step: &Step) -> AnyView {
    let locale = use_locale();
    let href = change(step, locale, Section::Livelihood);
    let Some(Livelihood { incomes, rent, debts }) = step.answers().livelihood.clone() else {
        return nothing(td_string!(locale, apply.livelihood.incomes), href);
    };
    let none = incomes.is_empty().then(|| nothing(td_string!(locale, apply.livelihood.incomes), href.clone()));
    let incomes = incomes.into_iter().map(|income| (income.kind.label(locale).to_owned(), income.monthly));
    let debts = debts
        .into_iter()
        .map(|debt| (td_string!(locale, apply.check.outgoing, kind = debt.kind.label(locale)), debt.monthly));
    let rent = (td_string!(locale, apply.livelihood.rent).to_owned(), rent);
    let rows = incomes
        .chain([rent])
        .chain(debts)
        .map(|(label, amount)| {
            view! { <SummaryRow label change_href=href.clone()>{riyals(locale, amount)}</SummaryRow> }
        })
        .collect_view();
    view! { {none} {rows} }.into_any()
}

fn need(step: &Step) -> AnyView {
    let locale = use_locale();
    let href = change(step, locale, Section::Need);
    let Some(need) = step.answers().need.clone() else {
        return nothing(td_string!(locale, apply.check.words), href);
    };
    let account = need.iban.map(|iban| {
        let bank = iban.bank().map(|bank| words::bank(locale, bank));
        view! {
            <SummaryRow label=td_string!(locale, apply.need.iban) change_href=href.clone()>
                <Ltr text=iban.grouped()/>
                {bank.map(|bank| view! { <br/>{bank} })}
            </SummaryRow>
        }
    });
    view! {
        <SummaryRow label=td_string!(locale, apply.check.words) change_href=href.clone()>
            <span class="own-words">{need.words.to_string()}</span>
        </SummaryRow>
        <SummaryRow label=td_string!(locale, apply.check.when) value=need.urgency.label(locale) change_href=href.clone()/>
        <ReplyRows questions=step.sheet.programme.questions.clone() replies=need.replies change_href=href/>
        {account}
    }
    .into_any()
}

fn documents(step: &Step) -> AnyView {
    let locale = use_locale();
    let href = change(step, locale, Section::Documents);
    let rows = step
        .sheet
        .programme
        .documents
        .iter()
        .map(|rule| {
            let given = step.answers().document(rule.kind);
            let value = given.map(|given| match given.issued_on {
                Some(day) => td_string!(locale, apply.documents.issued_note, day = date_pair(locale, day)),
                None => td_string!(locale, apply.documents.given).to_owned(),
            });
            let several = given.map(|given| given.pages.count()).filter(|count| *count > 1);
            let several = several.map(|count| td_string!(locale, apply.documents.count, count = count));
            let value = value.map(|value| [Some(value), several].into_iter().flatten().collect::<Vec<_>>().join(" · "));
            view! { <SummaryRow label=rule.kind.label(locale) value change_href=href.clone()/> }
        })
        .collect_view();
    rows.into_any()
}
