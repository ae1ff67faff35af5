//! The front page: what we do, the next step, and what a person may expect of us.

use domain::{
    programme::SupportKind,
    views::{Catalogue, Terms},
};
use i18n::{Label, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Glyph, Icon, Khatam, Ltr, Step, Steps, SubmitButton, TextField, Width};

use super::{
    api,
    finder::{address_of_need, offered},
    programmes::ProgrammeCards,
    rules::counted_days,
    window::AnswerWindow,
};
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage, use_face},
};

#[component]
pub fn HomePage() -> impl IntoView {
    let catalogue = Resource::new(|| (), |()| api::programmes());
    view! {
        <PublicPage>
            <Loaded
                resource=catalogue
                view=|catalogue: Catalogue| view! { <HomeView catalogue/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn HomeView(catalogue: Catalogue) -> impl IntoView {
    let locale = use_locale();
    let Catalogue { open, closed, terms } = catalogue;
    let needs = offered(open.iter().chain(&closed));
    let today = terms.if_today.told_on;
    view! {
        <PageTitle title=td_string!(locale, portal.home.tab)/>
        <Welcome/>
        <div class="flow-wide">
            <Needs needs/>
            <section class="flow" aria-labelledby="offers">
                <h2 id="offers">{td_string!(locale, portal.home.programmes)}</h2>
                <ProgrammeCards programmes=open today/>
                <p><a href=localised(locale, "/programmes")>{td_string!(locale, portal.home.all)}</a></p>
            </section>
            <How terms/>
            <When terms/>
            <Follow/>
            <Rights terms/>
            <Help/>
        </div>
    }
}

/// The title and the next step, whole on a small phone.
#[component]
fn Welcome() -> impl IntoView {
    let locale = use_locale();
    let track = if use_face().reader.has_requests() { "/my/requests" } else { "/track" };
    view! {
        <div class="page-head welcome">
            <Khatam/>
            <h1>{td_string!(locale, portal.home.title)}</h1>
            <p class="lead">{td_string!(locale, portal.home.lead)}</p>
            <div class="actions">
                <ButtonLink
                    label=td_string!(locale, portal.home.start)
                    href=localised(locale, "/programmes")
                />
                <ButtonLink
                    label=td_string!(locale, portal.check.all)
                    href=localised(locale, "/check")
                    kind=ButtonKind::Secondary
                />
            </div>
            <p><a href=localised(locale, track)>{td_string!(locale, portal.home.track)}</a></p>
        </div>
    }
    .into_any()
}

/// Straight to the programmes of one need (D1).
#[component]
fn Needs(needs: Vec<SupportKind>) -> impl IntoView {
    let locale = use_locale();
    let links = needs
        .into_iter()
        .map(|need| {
            view! {
                <li>
                    <a class="need" href=localised(locale, &address_of_need(need))>
                        <Icon icon=picture(need)/>
                        {need.label(locale)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="flow" aria-labelledby="needs">
            <h2 id="needs">{td_string!(locale, portal.home.needs)}</h2>
            <ul class="needs">{links}</ul>
        </section>
    }
    .into_any()
}

fn picture(need: SupportKind) -> Glyph {
    match need {
        SupportKind::FoodBasket => ui::lu::LuShoppingBasket,
        SupportKind::Clothing => ui::lu::LuShirt,
        SupportKind::Rent => ui::lu::LuHouse,
        SupportKind::Cash => ui::lu::LuWallet,
        SupportKind::Appliances => ui::lu::LuRefrigerator,
        SupportKind::HomeRepair => ui::lu::LuHammer,
        SupportKind::EidJoy => ui::lu::LuGift,
        SupportKind::SchoolBag => ui::lu::LuBackpack,
        SupportKind::Medical => ui::lu::LuStethoscope,
        SupportKind::Marriage => ui::lu::LuHeart,
    }
}

#[component]
fn How(terms: Terms) -> impl IntoView {
    let locale = use_locale();
    let (floor, promise) =
        (counted_days(locale, u32::from(terms.floor)), counted_days(locale, u32::from(terms.promise)));
    view! {
        <section class="flow" aria-labelledby="how">
            <h2 id="how">{td_string!(locale, portal.home.how)}</h2>
            <Steps>
                <Step title=td_string!(locale, portal.home.how_1)>
                    <p>{td_string!(locale, portal.home.how_1_text)}</p>
                </Step>
                <Step title=td_string!(locale, portal.home.how_2)>
                    <p>{td_string!(locale, portal.home.how_2_text)}</p>
                </Step>
                <Step title=td_string!(locale, portal.home.how_3)>
                    <p>{td_string!(locale, portal.home.how_3_text, floor = floor, promise = promise)}</p>
                </Step>
                <Step title=td_string!(locale, portal.home.how_4)>
                    <p>{td_string!(locale, portal.home.how_4_text)}</p>
                </Step>
            </Steps>
        </section>
    }
    .into_any()
}

/// The two dates as they would be today (H5).
#[component]
fn When(terms: Terms) -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="flow" aria-labelledby="when">
            <h2 id="when">{td_string!(locale, portal.home.when)}</h2>
            <p>{td_string!(locale, portal.home.when_text)}</p>
            <AnswerWindow window=terms.if_today today=terms.if_today.told_on if_today=true/>
        </section>
    }
    .into_any()
}

/// Following a request by its number; asks for a code on the next page.
#[component]
fn Follow() -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="card flow" aria-labelledby="follow">
            <h2 id="follow">{td_string!(locale, portal.home.follow)}</h2>
            <p>{td_string!(locale, portal.home.follow_text)}</p>
            <form class="flow" method="post" action=localised(locale, "/track")>
                <TextField
                    name="reference"
                    label=td_string!(locale, portal.home.reference)
                    hint=td_string!(locale, portal.home.reference_hint)
                    ltr=true
                    autocomplete="off"
                    width=Width::Ten
                />
                <SubmitButton
                    label=td_string!(locale, portal.home.follow_button)
                    kind=ButtonKind::Secondary
                />
            </form>
        </section>
    }
    .into_any()
}

/// What everyone may expect (H1, H5, D6c).
#[component]
fn Rights(terms: Terms) -> impl IntoView {
    let locale = use_locale();
    let days = counted_days(locale, u32::from(terms.appeal_days));
    let rights = [
        (ui::lu::LuHeartHandshake, td_string!(locale, portal.home.right_respect).to_owned()),
        (ui::lu::LuCalendarDays, td_string!(locale, portal.home.right_when).to_owned()),
        (ui::lu::LuScale, td_string!(locale, portal.home.right_why, days = days)),
        (ui::lu::LuStar, td_string!(locale, portal.home.right_rate).to_owned()),
        (ui::lu::LuLockKeyhole, td_string!(locale, portal.home.right_private).to_owned()),
    ];
    let rows = rights
        .map(|(icon, words)| view! { <li class="right"><Icon icon/><span>{words}</span></li> })
        .into_iter()
        .collect_view();
    view! {
        <section class="flow" aria-labelledby="rights">
            <h2 id="rights">{td_string!(locale, portal.home.rights)}</h2>
            <ul class="rights">{rows}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Help() -> impl IntoView {
    let locale = use_locale();
    let identity = use_face().identity();
    let phone = identity.phone;
    let call = (!phone.is_empty()).then(|| {
        let dial = format!("tel:{phone}");
        view! { <p>{td_string!(locale, portal.home.call)} " " <a href=dial><Ltr text=phone/></a></p> }
    });
    view! {
        <section class="flow" aria-labelledby="help">
            <h2 id="help">{td_string!(locale, portal.home.help)}</h2>
            <p>{td_string!(locale, portal.home.help_text)}</p>
            {call}
            <p>{identity.address}</p>
        </section>
    }
    .into_any()
}
