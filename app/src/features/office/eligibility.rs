//! The programme's conditions and what each was judged by.

use domain::eligibility::{Explanation, Fact, Finding, Verdict};
use i18n::{Label, td_string, use_locale};
use leptos::prelude::*;
use ui::{Tag, Tone, lu};

use super::figures::Riyals;
use crate::features::portal::rules::{condition, counted_years};

#[component]
pub fn Conditions(explanation: Explanation) -> impl IntoView {
    let locale = use_locale();
    let rows = explanation.findings.into_iter().map(|finding| view! { <Condition finding/> }).collect_view();
    view! {
        <section class="flow">
            <h2>{td_string!(locale, office.request.eligibility)}</h2>
            <ul class="findings">{rows}</ul>
        </section>
    }
}

#[component]
fn Condition(finding: Finding) -> impl IntoView {
    let locale = use_locale();
    let (tone, icon) = match finding.verdict {
        Verdict::Yes => (Tone::Green, lu::LuCheck),
        Verdict::Unknown => (Tone::Grey, lu::LuCircleDashed),
        Verdict::No => (Tone::Sand, lu::LuMinus),
    };
    let judged_by = finding.fact.map(|fact| match fact {
        Fact::Amount(amount) => view! { <Riyals amount/> }.into_any(),
        Fact::Group(group) => group.label(locale).into_any(),
        Fact::Years(years) => counted_years(locale, u32::try_from(years).unwrap_or(0)).into_any(),
        Fact::Count(count) => count.to_string().into_any(),
    });
    view! {
        <li class="finding">
            <div>
                <p>{condition(locale, &finding.rule)}</p>
                {judged_by.map(|fact| view! { <p class="finding-fact">{fact}</p> })}
            </div>
            <Tag label=finding.verdict.label(locale) tone icon/>
        </li>
    }
}
