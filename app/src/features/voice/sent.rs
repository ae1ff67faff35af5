//! What was sent has arrived: its number, its code (once), and what happens next.

use domain::{NaiveDate, Reference, views::ContactTerms};
use i18n::{date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{ButtonKind, ButtonLink, Ltr, Notice, NoticeKind, PageHead};

use super::api;
use crate::{
    AppError,
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

/// `/contact/sent/:reference`; `?by=` is the day of the answer. It shows nothing of what was written, so that it can be
/// kept as a bookmark.
#[component]
pub fn SentPage() -> impl IntoView {
    let reference = param::<Reference>("reference");
    let terms = load(reference, |reference| async move { Ok::<_, AppError>((reference, api::terms().await?)) });
    let due: Option<NaiveDate> = use_query_map().with_untracked(|query| query.get("by")?.parse().ok());
    // What the server read from the cookie travels with the page; the browser has forgotten it by then.
    let code: Option<String> = SharedValue::new(on_server).into_inner();
    let show = move |(reference, terms): (Reference, ContactTerms)| {
        let code = code.as_deref().and_then(|sent| sent.split_once('.'));
        let code = code.filter(|(of, _)| *of == reference.as_str()).map(|(_, code)| code.to_owned());
        view! { <SentView reference terms code due/> }.into_any()
    };
    view! { <PublicPage><Loaded resource=terms view=show/></PublicPage> }
}

#[component]
pub fn SentView(
    reference: Reference,
    terms: ContactTerms,
    code: Option<String>,
    due: Option<NaiveDate>,
) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, voice.sent.title);
    let (label, href) = match (&code, terms.known) {
        (None, true) => (td_string!(locale, voice.sent.mine), "/my/contact"),
        _ => (td_string!(locale, voice.sent.follow), "/contact/follow"),
    };
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, voice.sent.lead)/>
        <div class="flow-wide">
            <section class="card sent flow">
                <p class="sent-label">{td_string!(locale, voice.sent.reference)}</p>
                <p class="sent-number"><Ltr text=reference.to_string()/></p>
                <Code code known=terms.known/>
            </section>
            <section class="flow">
                <h2>{td_string!(locale, voice.sent.next)}</h2>
                <ol class="sent-next">
                    <li>{td_string!(locale, voice.sent.next_1)}</li>
                    {due.map(|due| {
                        view! { <li>{td_string!(locale, voice.sent.next_2, day = date_pair(locale, due))}</li> }
                    })}
                    <li>{td_string!(locale, voice.sent.next_3)}</li>
                </ol>
                <p><ButtonLink label href=localised(locale, href) kind=ButtonKind::Secondary/></p>
            </section>
        </div>
    }
}

/// The code, this once; afterwards that it was shown.
#[component]
fn Code(code: Option<String>, known: bool) -> impl IntoView {
    let locale = use_locale();
    match code {
        Some(code) => view! {
            <p class="sent-label">{td_string!(locale, voice.sent.code)}</p>
            <p class="sent-number"><Ltr text=code/></p>
            <Notice kind=NoticeKind::Info>{td_string!(locale, voice.sent.code_text)}</Notice>
        }
        .into_any(),
        None if known => ().into_any(),
        None => view! { <p class="hint">{td_string!(locale, voice.sent.code_gone)}</p> }.into_any(),
    }
}

fn on_server() -> Option<String> {
    #[cfg(feature = "ssr")]
    {
        crate::request::sent_code()
    }
    #[cfg(not(feature = "ssr"))]
    {
        None
    }
}
