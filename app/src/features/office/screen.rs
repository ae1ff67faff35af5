//! The frame of the back office, and the one place where its pages wait for their data.

use domain::{
    Reference,
    views::{Desk, OfficeFrame, RequestSheet, StaffSelf},
};
use i18n::{Label, Locale, localised, pick, split_locale, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{Banner, NavLink, OfficeShell, lu};

use super::api;
use crate::{
    AppError,
    features::privacy::QUEUE,
    form::{FormView, use_form},
    loaded::{ErrorPage, Trouble, load, param},
    public::use_face,
    root::other_language,
};

/// What is loaded for a page.
pub type Loading<T> = Resource<Result<T, AppError>>;

/// The frame round a page.
pub fn load_frame() -> Loading<OfficeFrame> {
    Resource::new(|| (), |()| api::frame())
}

/// What every page about one request starts from: the frame, the request, and the form on it.
pub struct OfSheet {
    pub frame: Loading<OfficeFrame>,
    pub sheet: Loading<RequestSheet>,
    pub form: FormView,
}

impl OfSheet {
    pub fn load(form: &str) -> Self {
        let reference = param::<Reference>("reference");
        Self { frame: load_frame(), sheet: load(reference, api::sheet), form: use_form(form) }
    }
}

/// Waits for the frame and the data of a page, and shows the page in the frame, or what went wrong. A list stays while
/// the next one comes.
#[component]
pub fn InOffice<T>(
    frame: Loading<OfficeFrame>,
    data: Loading<T>,
    #[prop(into)] view: Callback<T, AnyView>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let waiting = td_string!(use_locale(), errors.loading);
    let location = use_location();
    view! {
        <Transition fallback=move || view! { <p class="loading" role="status">{waiting}</p> }>
            {move || {
                let path = location.pathname.get_untracked();
                let search = location.search.get_untracked();
                Suspend::new(async move {
                    match (frame.await, data.await) {
                        (Err(error), _) => view! { <ErrorPage error/> }.into_any(),
                        (Ok(frame), Err(error)) => {
                            view! { <Frame frame path search><Trouble error/></Frame> }.into_any()
                        }
                        (Ok(frame), Ok(data)) => {
                            view! { <Frame frame path search>{view.run(data)}</Frame> }.into_any()
                        }
                    }
                })
            }}
        </Transition>
    }
}

/// The rail of sections, who is signed in, and the page.
#[component]
pub fn Frame(frame: OfficeFrame, path: String, search: String, children: Children) -> impl IntoView {
    let locale = use_locale();
    let face = use_face();
    let OfficeFrame { me, waiting, voices } = frame;
    let (_, shared) = split_locale(&path);
    let nav = rail(locale, &me, waiting, voices, shared);
    let banner = face.demo.then(|| {
        let (label, text) = (td_string!(locale, portal.frame.demo), td_string!(locale, portal.frame.demo_text));
        view! { <Banner label text/> }
    });
    let role = me.roles.first().map(|role| role.label(locale));
    let other = format!("{}{}", other_language(&path), query(&search));
    view! {
        <OfficeShell
            identity=face.identity()
            home_href=localised(locale, home(&me.desks))
            other_language_href=other
            nav
            user=pick(&me.name, locale).to_owned()
            role=role
            sign_out_action=localised(locale, "/sign-out")
            banner=banner.into_any()
        >
            {children()}
        </OfficeShell>
    }
}

/// The sections this member of staff has something to do with.
fn rail(locale: Locale, me: &StaffSelf, waiting: u64, voices: Option<u64>, here: &str) -> Vec<NavLink> {
    let link = |desk: Desk| {
        let to = address(desk);
        // The queue's address begins every other one.
        let current = if desk == Desk::Requests {
            here == to || here.starts_with("/office/requests")
        } else {
            here.starts_with(to)
        };
        let link = |label, icon| NavLink::new(label, localised(locale, to)).icon(icon).current(current);
        match desk {
            Desk::Requests => link(td_string!(locale, office.nav.requests), lu::LuFileText).count(waiting),
            Desk::Committee => link(td_string!(locale, office.nav.committee), lu::LuScale),
            Desk::Voices => {
                link(td_string!(locale, voice.nav.office), lu::LuMessageCircle).count(voices.unwrap_or_default())
            }
            Desk::Knowledge => link(td_string!(locale, knowledge.frame.rail), lu::LuBookOpen),
            Desk::Volunteers => link(td_string!(locale, volunteer.desk.nav), lu::LuHandHeart),
            Desk::Privacy => link(td_string!(locale, mydata.privacy_office.nav), lu::LuShieldCheck),
            Desk::Messages => link(td_string!(locale, messages.nav), lu::LuMessageSquare),
        }
    };
    me.desks.iter().copied().map(link).collect()
}

/// Where somebody who works at these desks begins: at the first of them.
pub fn home(desks: &[Desk]) -> &'static str {
    desks.first().map_or("/office", |desk| address(*desk))
}

fn address(desk: Desk) -> &'static str {
    match desk {
        Desk::Requests => "/office",
        Desk::Committee => "/committee",
        Desk::Voices => "/office/contact",
        Desk::Knowledge => "/office/knowledge",
        Desk::Volunteers => "/office/volunteers",
        Desk::Privacy => QUEUE,
        Desk::Messages => "/office/messages",
    }
}

fn query(search: &str) -> String {
    let search = search.trim_start_matches('?');
    if search.is_empty() { String::new() } else { format!("?{search}") }
}
