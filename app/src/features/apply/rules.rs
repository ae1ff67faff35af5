//! Whether the programme is for this household, by the answers so far.

use domain::eligibility::{Facts, Verdict};
use i18n::{td_string, use_locale};
use leptos::prelude::*;
use ui::{Notice, NoticeKind};

use super::step::Step;
use crate::features::portal::rules::Findings;

/// What the answers say of the programme's conditions. Never a refusal: the committee decides (H5).
#[component]
pub fn RulesExplained(step: Step) -> impl IntoView {
    let locale = use_locale();
    let facts = Facts::of(step.answers(), step.sheet.today);
    let explanation = step.sheet.programme.eligibility.explain(&facts);
    let (kind, words) = match explanation.verdict {
        Verdict::Yes => (NoticeKind::Success, td_string!(locale, apply.rules.yes)),
        Verdict::No => (NoticeKind::Waiting, td_string!(locale, apply.rules.no)),
        Verdict::Unknown => (NoticeKind::Info, td_string!(locale, apply.rules.unknown)),
    };
    view! {
        <section class="flow">
            <h2>{td_string!(locale, apply.rules.title)}</h2>
            <Notice kind><p>{words}</p></Notice>
            <Findings findings=explanation.findings/>
        </section>
    }
}
