//! What the reader may do now.

use domain::{access::Action, views::RequestSheet};
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, SubmitButton};

/// The next steps this reader may take; nothing where others act.
#[component]
pub fn Acts(sheet: RequestSheet) -> impl IntoView {
    let locale = use_locale();
    let acts = sheet.allowed.iter().filter_map(|action| act(*action, &sheet)).collect::<Vec<_>>();
    (!acts.is_empty()).then(|| {
        view! {
            <section class="card acts flow">
                <h2>{td_string!(locale, office.acts.title)}</h2>
                <div class="actions">{acts}</div>
            </section>
        }
    })
}

fn act(action: Action, sheet: &RequestSheet) -> Option<AnyView> {
    let locale = use_locale();
    let at = |step: &str| localised(locale, &format!("/office/requests/{}/{step}", sheet.reference));
    let link = |label: &str, step: &str, kind: ButtonKind| view! { <ButtonLink label href=at(step) kind/> }.into_any();
    let post = |label: &str, step: &str| view! { <Post label action=at(step) version=sheet.version/> }.into_any();
    let studied = sheet.stage.study().is_some();
    Some(match action {
        Action::Match => link(td_string!(locale, office.acts.match_data), "match", ButtonKind::Primary),
        Action::Return => link(td_string!(locale, office.acts.give_back), "return", ButtonKind::Secondary),
        Action::OpenStudy => post(td_string!(locale, office.acts.open_study), "study/open"),
        Action::RecordStudy if studied => {
            link(td_string!(locale, office.acts.study_again), "study", ButtonKind::Secondary)
        }
        Action::RecordStudy => link(td_string!(locale, office.acts.study), "study", ButtonKind::Primary),
        // Before the study is written there is nothing to refer.
        Action::Refer if studied => link(td_string!(locale, office.acts.refer), "refer", ButtonKind::Primary),
        Action::Register => post(td_string!(locale, office.acts.register), "register"),
        Action::Deliver => link(td_string!(locale, office.acts.deliver), "deliver", ButtonKind::Primary),
        Action::ConfirmReceipt => link(td_string!(locale, office.acts.receipt), "receipt", ButtonKind::Primary),
        _ => return None,
    })
}

/// A step that needs no more than a press.
#[component]
fn Post(#[prop(into)] label: String, action: String, version: i64) -> impl IntoView {
    view! {
        <form method="post" action=action>
            <input type="hidden" name="version" value=version.to_string()/>
            <SubmitButton label/>
        </form>
    }
}
