//! Rating a finished service or an answer, with the link of the message or from the page of the request; then thanks
//! (D5, D6c).

use domain::{
    rating::{Level, Standing},
    views::{RatingAbout, RatingSheet},
};
use i18n::{Label, Locale, date_pair, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ButtonKind, ButtonLink, ErrorSummary, PageHead, RatingScale, SubmitButton, TextArea};

use super::api;
use crate::{
    form::{FormView, use_form},
    loaded::{Loaded, MessageLink, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn RateByLinkPage() -> impl IntoView {
    let locale = use_locale();
    provide_context(MessageLink {
        was: td_string!(locale, track.rate.link_was),
        instead: td_string!(locale, track.rate.link_instead),
        href: "/my/requests",
        label: td_string!(locale, portal.frame.mine),
    });
    let sheet = load(param("token"), api::rating_of_link);
    let token = use_params_map().read_untracked().get("token").unwrap_or_default();
    view! { <RatePage sheet action=format!("/rate/{token}")/> }
}

#[component]
pub fn RateOwnPage() -> impl IntoView {
    let sheet = load(param("reference"), api::rating_of_own);
    let reference = use_params_map().read_untracked().get("reference").unwrap_or_default();
    view! { <RatePage sheet action=format!("/my/requests/{reference}/rate")/> }
}

#[component]
pub fn RateContactPage() -> impl IntoView {
    let sheet = load(param("reference"), api::rating_of_contact);
    let reference = use_params_map().read_untracked().get("reference").unwrap_or_default();
    view! { <RatePage sheet action=format!("/contact/{reference}/rate")/> }
}

#[component]
fn RatePage(sheet: Resource<Result<RatingSheet, crate::AppError>>, action: String) -> impl IntoView {
    let form = use_form("");
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=move |sheet: RatingSheet| {
                    match sheet.standing {
                        Standing::Given { level } => view! { <Thanks level/> }.into_any(),
                        Standing::Closed => view! { <NotYet/> }.into_any(),
                        Standing::Open => {
                            view! { <RateView sheet form=form.clone() action=action.clone()/> }.into_any()
                        }
                    }
                }
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn RateView(sheet: RatingSheet, form: FormView, action: String) -> impl IntoView {
    let locale = use_locale();
    let (title, legend, caption) = words(locale, &sheet);
    let level: u8 = form.value("level", "").parse().unwrap_or_default();
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead
            title
            lead=td_string!(locale, track.rate.lead)
            caption
        />
        <form class="flow" method="post" action=localised(locale, &action)>
            <RatingScale
                name="level"
                legend
                value=level
                error=form.error("level")
            />
            <TextArea
                name="comment"
                label=td_string!(locale, track.rate.comment)
                hint=td_string!(locale, track.rate.comment_hint)
                value=form.value("comment", "")
                error=form.error("comment")
                optional=true
            />
            <SubmitButton label=td_string!(locale, track.rate.send)/>
        </form>
    }
}

/// The question, what is chosen, and what it is about.
fn words(locale: Locale, sheet: &RatingSheet) -> (&'static str, &'static str, String) {
    let day = date_pair(locale, sheet.on);
    match &sheet.about {
        RatingAbout::Service { programme } => {
            let programme = pick(programme, locale);
            let caption = td_string!(locale, track.rate.served, programme = programme, day = day);
            (td_string!(locale, track.rate.title), td_string!(locale, track.rate.legend), caption)
        }
        RatingAbout::Contact { kind } => {
            let caption = td_string!(locale, track.rate.answered, kind = kind.label(locale), day = day);
            (td_string!(locale, track.rate.title_contact), td_string!(locale, track.rate.legend_contact), caption)
        }
    }
}

/// They asked again: there is an answer to come, and with it a link.
#[component]
pub(super) fn NotYet() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, track.rate.not_yet);
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, track.rate.not_yet_text)/>
        <Home/>
    }
}

#[component]
fn Home() -> impl IntoView {
    let locale = use_locale();
    view! {
        <p>
            <ButtonLink
                label=td_string!(locale, track.rate.home)
                href=localised(locale, "/")
                kind=ButtonKind::Secondary
            />
        </p>
    }
}

#[component]
pub(super) fn Thanks(level: Level) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, track.rate.thanks);
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, track.rate.thanks_lead, level = level.label(locale))/>
        <div class="flow">
            <p>{td_string!(locale, track.rate.thanks_text)}</p>
            <Home/>
        </div>
    }
}
