//! The page behind the link in a message: one button, no sign-in. Opening it changes nothing; pressing does.

use domain::views::StopSheet;
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ButtonKind, Notice, NoticeKind, PageHead, SubmitButton};

use super::api;
use crate::{
    loaded::{Loaded, MessageLink, load, param},
    public::{PageTitle, PublicPage},
};

/// `/stop/:token`.
#[component]
pub fn StopPage() -> impl IntoView {
    let locale = use_locale();
    provide_context(MessageLink {
        was: td_string!(locale, messages.stop.link_was),
        instead: td_string!(locale, messages.stop.link_instead),
        href: "/my/data",
        label: td_string!(locale, portal.frame.my_data),
    });
    let sheet = load(param("token"), api::of_link);
    let token = use_params_map().read_untracked().get("token").unwrap_or_default();
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=move |sheet: StopSheet| view! { <StopView sheet token=token.clone()/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub fn StopView(sheet: StopSheet, token: String) -> impl IntoView {
    let locale = use_locale();
    let path = format!("/stop/{token}");
    if sheet.stopped {
        let title = td_string!(locale, messages.stop.done);
        let action = localised(locale, &format!("{path}/resume"));
        view! {
            <PageTitle title/>
            <PageHead title/>
            <div class="flow">
                <Notice kind=NoticeKind::Success><p>{td_string!(locale, messages.stop.done_text)}</p></Notice>
                <form method="post" action=action>
                    <SubmitButton label=td_string!(locale, messages.stop.resume) kind=ButtonKind::Secondary/>
                </form>
            </div>
        }
        .into_any()
    } else {
        let title = td_string!(locale, messages.stop.title);
        view! {
            <PageTitle title/>
            <PageHead title lead=td_string!(locale, messages.stop.lead)/>
            <form class="flow" method="post" action=localised(locale, &path)>
                <p>{td_string!(locale, messages.stop.still)}</p>
                <SubmitButton label=td_string!(locale, messages.stop.stop)/>
            </form>
        }
        .into_any()
    }
}
