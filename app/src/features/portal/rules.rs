//! Conditions of a programme in words, and what each was judged by.

use domain::{
    application::Group,
    eligibility::{Fact, Finding, Rule, Verdict},
};
use i18n::{Label, Locale, td_string, use_locale};
use leptos::prelude::*;
use ui::{Tag, Tone};

/// One condition as a sentence; a group of conditions by how many of them must hold.
pub(crate) fn condition(locale: Locale, rule: &Rule) -> String {
    match rule {
        Rule::All(_) => td_string!(locale, portal.rule.all).to_owned(),
        Rule::Any(_) => td_string!(locale, portal.rule.any).to_owned(),
        Rule::PerHeadAtMost(limit) => td_string!(locale, portal.rule.per_head, limit = limit.to_string()),
        Rule::InGroup(groups) => td_string!(locale, portal.rule.group, groups = names(locale, groups)),
        Rule::AgeAtLeast(years) => {
            td_string!(locale, portal.rule.age_least, years = counted_years(locale, u32::from(*years)))
        }
        Rule::AgeAtMost(years) => {
            td_string!(locale, portal.rule.age_most, years = counted_years(locale, u32::from(*years)))
        }
        Rule::PeopleAtLeast(people) => {
            td_string!(locale, portal.rule.people, people = counted_people(locale, *people))
        }
        Rule::ChildrenAtLeast(children) => td_string!(locale, portal.rule.children, children = *children),
    }
}

/// The fact a finding rests on.
pub(crate) fn fact(locale: Locale, fact: Option<Fact>) -> String {
    let Some(fact) = fact else { return td_string!(locale, portal.rule.not_told).to_owned() };
    let fact = match fact {
        Fact::Amount(amount) => td_string!(locale, portal.rule.amount, amount = amount.to_string()),
        Fact::Group(group) => group.label(locale).to_owned(),
        Fact::Years(years) => counted_years(locale, u32::try_from(years).unwrap_or(0)),
        Fact::Count(count) => count.to_string(),
    };
    td_string!(locale, portal.rule.yours, fact = fact)
}

/// `30 يومًا`, `3 أيام`: days with their noun.
pub(crate) fn counted_days(locale: Locale, days: u32) -> String {
    td_string!(locale, portal.count.days, count = days)
}

pub(crate) fn counted_years(locale: Locale, years: u32) -> String {
    td_string!(locale, portal.count.years, count = years)
}

pub(crate) fn counted_people(locale: Locale, people: u32) -> String {
    td_string!(locale, portal.count.people, count = people)
}

fn names(locale: Locale, groups: &[Group]) -> String {
    let comma = td_string!(locale, dates.comma);
    groups.iter().map(|group| group.label(locale)).collect::<Vec<_>>().join(&format!("{comma} "))
}

/// The conditions of a programme, for reading.
#[component]
pub(crate) fn Conditions(rule: Rule) -> impl IntoView {
    let locale = use_locale();
    match rule {
        Rule::All(parts) if parts.is_empty() => view! { <p>{td_string!(locale, portal.rule.none)}</p> }.into_any(),
        Rule::All(parts) => view! { <Parts parts/> }.into_any(),
        single => view! { <Parts parts=vec![single]/> }.into_any(),
    }
}

#[component]
fn Parts(parts: Vec<Rule>) -> impl IntoView {
    let locale = use_locale();
    let items = parts
        .into_iter()
        .map(|part| {
            let words = condition(locale, &part);
            let within = match part {
                Rule::All(parts) | Rule::Any(parts) => Some(view! { <Parts parts/> }.into_any()),
                _ => None,
            };
            view! { <li>{words}{within}</li> }
        })
        .collect_view();
    view! { <ul class="plain-list">{items}</ul> }.into_any()
}

/// Every condition with its verdict and the fact it was judged by.
#[component]
pub(crate) fn Findings(findings: Vec<Finding>) -> impl IntoView {
    let locale = use_locale();
    let rows = findings
        .into_iter()
        .map(|finding| {
            let tone = match finding.verdict {
                Verdict::Yes => Tone::Green,
                Verdict::Unknown => Tone::Grey,
                Verdict::No => Tone::Sand,
            };
            let icon = match finding.verdict {
                Verdict::Yes => ui::lu::LuCheck,
                Verdict::Unknown => ui::lu::LuCircleHelp,
                Verdict::No => ui::lu::LuMinus,
            };
            view! {
                <li class="finding">
                    <div>
                        <p>{condition(locale, &finding.rule)}</p>
                        <p class="finding-fact">{fact(locale, finding.fact)}</p>
                    </div>
                    <Tag label=finding.verdict.label(locale) tone icon/>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="findings">{rows}</ul> }.into_any()
}
