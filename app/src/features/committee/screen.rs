//! The frame of a case, and what the page before had done.

use domain::{
    Reference,
    views::{Brief, OfficeFrame},
};
use i18n::{Locale, language_tag, localised, pick, td_string, use_locale};
use leptos::{ev, prelude::*};
use leptos_router::{
    hooks::{use_location, use_query_map},
    params::ParamsMap,
};
use ui::{Banner, CommitteeShell, Notice, NoticeKind, Tag, Tone, ltr, lu};

use crate::{
    features::office::screen::{Frame, Loading},
    loaded::{ErrorPage, Trouble},
    public::use_face,
    root::other_language,
};

/// Waits for who is signed in and for the case, and shows it, or what went wrong in the frame of the office.
#[component]
pub fn InSession(
    frame: Loading<OfficeFrame>,
    data: Loading<Brief>,
    #[prop(into)] view: Callback<(OfficeFrame, Brief), AnyView>,
) -> impl IntoView {
    let waiting = td_string!(use_locale(), errors.loading);
    let path = use_location().pathname.get_untracked();
    view! {
        <Suspense fallback=move || view! { <p class="loading" role="status">{waiting}</p> }>
            {move || {
                let path = path.clone();
                Suspend::new(async move {
                    match (frame.await, data.await) {
                        (Err(error), _) => view! { <ErrorPage error/> }.into_any(),
                        (Ok(frame), Err(error)) => {
                            view! { <Frame frame path search=String::new()><Trouble error/></Frame> }.into_any()
                        }
                        (Ok(frame), Ok(brief)) => view.run((frame, brief)),
                    }
                })
            }}
        </Suspense>
    }
}

/// The bar above a case, the case, and the vote at the bottom.
#[component]
pub fn SessionFrame(
    frame: OfficeFrame,
    brief: Brief,
    connected: Connected,
    head: AnyView,
    /// Nothing where the reader has no vote.
    vote: AnyView,
    children: Children,
) -> impl IntoView {
    let locale = use_locale();
    let face = use_face();
    let banner = face.demo.then(|| {
        let (label, text) = (td_string!(locale, portal.frame.demo), td_string!(locale, portal.frame.demo_text));
        view! { <Banner label text/> }
    });
    let me = pick(&frame.me.name, locale).to_owned();
    let other = other_language(&localised(locale, &format!("/committee/cases/{}", brief.reference)));
    let language = match locale {
        Locale::ar => Locale::en,
        Locale::en => Locale::ar,
    };
    let tag = language_tag(language);
    let status = view! {
        <Connection connected/>
        <span class="committee-me">{me}</span>
        <a class="link committee-language" href=other rel="external" lang=tag hreflang=tag>
            {td_string!(language, ui.language)}
        </a>
    };
    view! {
        <CommitteeShell
            title=brief.session.title
            back_href=localised(locale, &format!("/committee/sessions/{}", brief.session.id))
            back_label=td_string!(locale, committee.case.agenda)
            status=status.into_any()
            banner=banner.into_any()
            brief=head
            vote
        >
            {children()}
        </CommitteeShell>
    }
}

/// Whether the tablet has a connection, as far as it knows. A page that was served begins connected.
#[derive(Clone, Copy)]
pub struct Connected(RwSignal<bool>);

impl Connected {
    pub fn watch() -> Self {
        let connected = RwSignal::new(true);
        // Effects run in the browser only.
        Effect::new(move |_| {
            let lost = window_event_listener(ev::offline, move |_| connected.set(false));
            let back = window_event_listener(ev::online, move |_| connected.set(true));
            on_cleanup(move || {
                lost.remove();
                back.remove();
            });
        });
        Self(connected)
    }

    pub fn lost(self) -> bool {
        !self.0.get()
    }

    /// Keeps a form on the screen while there is no way to send it.
    pub fn guard(self, event: &ev::SubmitEvent) {
        if !self.0.get_untracked() {
            event.prevent_default();
        }
    }
}

/// Says that the connection is lost, and nothing while it holds.
#[component]
fn Connection(connected: Connected) -> impl IntoView {
    let locale = use_locale();
    view! {
        <span role="status">
            {move || connected.lost().then(|| {
                view! { <Tag label=td_string!(locale, committee.ballot.lost) tone=Tone::Red icon=lu::LuWifiOff/> }
            })}
        </span>
    }
}

/// What the page before did, by the address it led to.
#[component]
pub fn Done(query: Memo<ParamsMap>) -> impl IntoView {
    let locale = use_locale();
    let about = |name: &str| query.read_untracked().get(name).and_then(|text| Reference::parse(&text).ok());
    if let Some(reference) = about("voted") {
        let href = localised(locale, &format!("/committee/cases/{reference}"));
        let title = td_string!(locale, committee.after.voted, reference = isolated(&reference));
        return view! {
            <Notice kind=NoticeKind::Success title>
                <p>
                    {td_string!(locale, committee.after.voted_text)}" "
                    <a class="link" href=href>{td_string!(locale, committee.after.look)}</a>
                </p>
            </Notice>
        }
        .into_any();
    }
    about("aside")
        .map(|reference| {
            let title = td_string!(locale, committee.after.aside, reference = isolated(&reference));
            view! {
                <Notice kind=NoticeKind::Success title>
                    <p>{td_string!(locale, committee.after.aside_text)}</p>
                </Notice>
            }
        })
        .into_any()
}

/// The query of the address, for [`Done`].
pub fn use_done() -> Memo<ParamsMap> {
    use_query_map()
}

/// A reference stays left-to-right in a sentence of either direction.
pub fn isolated(reference: &Reference) -> String {
    ltr(reference)
}
