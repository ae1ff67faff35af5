//! The application: its locale, its routes, its fallback.

use i18n::{Locale, localised, provide_locale};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Router};

use crate::{
    area::taken_over,
    error::AppError,
    features::{
        account::AccountRoutes, apply::ApplyRoutes, committee::CommitteeRoutes, demo::DemoRoutes,
        knowledge::KnowledgeRoutes, messages::MessagesRoutes, mydata::MyDataRoutes, office::OfficeRoutes,
        portal::PortalRoutes, track::TrackRoutes, voice::VoiceRoutes, volunteer::VolunteerRoutes,
        volunteer_desk::VolunteerDeskRoutes,
    },
    loaded::ErrorPage,
    public::provide_face,
};

/// Everything a person can open. The same routes serve both locales: `/…` Arabic, `/en/…` English.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let locale = locale_of_address();
    provide_locale(locale);
    provide_face();
    let base = match locale {
        Locale::ar => "",
        Locale::en => "/en",
    };
    view! {
        <Router base>
            <FlatRoutes fallback=|| view! { <NotFound/> }>
                <PortalRoutes/>
                <AccountRoutes/>
                <ApplyRoutes/>
                <TrackRoutes/>
                <MyDataRoutes/>
                <KnowledgeRoutes/>
                <VoiceRoutes/>
                <OfficeRoutes/>
                <CommitteeRoutes/>
                <MessagesRoutes/>
                <VolunteerRoutes/>
                <VolunteerDeskRoutes/>
                <DemoRoutes/>
            </FlatRoutes>
        </Router>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    taken_over();
    view! { <ErrorPage error=AppError::NotFound/> }
}

/// The locale of the address that is being shown.
pub fn locale_of_address() -> Locale {
    #[cfg(feature = "ssr")]
    let path = use_context::<http::request::Parts>().map(|parts| parts.uri.path().to_owned());
    #[cfg(not(feature = "ssr"))]
    let path = window().location().pathname().ok();
    path.map_or(Locale::ar, |path| i18n::split_locale(&path).0)
}

/// This page in the other language; a full load, so that nothing is half-translated.
pub fn other_language(path: &str) -> String {
    let (locale, shared) = i18n::split_locale(path);
    let other = match locale {
        Locale::ar => Locale::en,
        Locale::en => Locale::ar,
    };
    localised(other, shared)
}
