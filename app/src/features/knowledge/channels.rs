//! The ways to us, and whether somebody is there now (C1–C8).

use domain::{calendar::Doors, knowledge::Channel, views::ChannelsSheet};
use i18n::{Label, Locale, gregorian, localised, pick, td_string, time_of_day, use_locale, weekday};
use leptos::prelude::*;
use ui::{Glyph, Icon, Ltr, Notice, PageHead, SummaryList, SummaryRow, Tag, Tone, lu};

use super::api;
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// `/channels`.
#[component]
pub fn ChannelsPage() -> impl IntoView {
    let sheet = Resource::new(|| (), |()| api::channels());
    view! {
        <PublicPage>
            <Loaded resource=sheet view=|sheet: ChannelsSheet| view! { <ChannelsView sheet/> }.into_any()/>
        </PublicPage>
    }
}

#[component]
pub(super) fn ChannelsView(sheet: ChannelsSheet) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, knowledge.channels.title);
    let ways = Channel::ALL.into_iter().filter(|channel| is_there(*channel, &sheet));
    let ways = ways.map(|channel| view! { <Way channel sheet=sheet.clone()/> }).collect_view();
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, knowledge.channels.lead) back_href=localised(locale, "/")/>
        <div class="flow-wide">
            <Now doors=sheet.doors/>
            <ul class="cards ways-list">{ways}</ul>
            <Hours sheet/>
            <Notice title=td_string!(locale, knowledge.channels.safe)>
                <p>{td_string!(locale, knowledge.channels.safe_text)}</p>
            </Notice>
        </div>
    }
}

/// A channel nobody set up is not shown.
fn is_there(channel: Channel, sheet: &ChannelsSheet) -> bool {
    let settings = &sheet.settings;
    match channel {
        Channel::Phone => !sheet.association.phone.is_empty(),
        Channel::Social => !settings.social.is_empty(),
        Channel::Delegates => !settings.delegates.is_empty(),
        _ => true,
    }
}

/// Open or closed; the server read the clock, so both sides say the same.
#[component]
fn Now(doors: Doors) -> impl IntoView {
    let locale = use_locale();
    let (label, tone, icon, words) = match doors {
        Doors::Open { until } => {
            let words = td_string!(locale, knowledge.channels.open_until, time = time_of_day(locale, until));
            (td_string!(locale, knowledge.channels.open), Tone::Green, lu::LuDoorOpen, words)
        }
        Doors::Closed { next } => {
            let day = format!("{} {}", weekday(locale, next.date()), gregorian(locale, next.date()));
            let time = time_of_day(locale, next.time());
            let words = td_string!(locale, knowledge.channels.opens, day = day, time = time);
            (td_string!(locale, knowledge.channels.closed), Tone::Sand, lu::LuDoorClosed, words)
        }
    };
    view! { <p class="doors"><Tag label tone icon/>" "<span>{words}</span></p> }
}

#[component]
fn Hours(sheet: ChannelsSheet) -> impl IntoView {
    let locale = use_locale();
    let (from, to) = (time_of_day(locale, sheet.opens), time_of_day(locale, sheet.closes));
    let holidays = sheet.holidays.into_iter().map(|(first, last)| {
        let one = |day| format!("{} {}", weekday(locale, day), gregorian(locale, day));
        let words = if first == last {
            one(first)
        } else {
            td_string!(locale, knowledge.channels.day_range, first = one(first), last = one(last))
        };
        view! { <li>{words}</li> }
    });
    let holidays: Vec<_> = holidays.collect();
    view! {
        <section class="flow" aria-labelledby="hours">
            <h2 id="hours">{td_string!(locale, knowledge.channels.hours)}</h2>
            <SummaryList>
                <SummaryRow
                    label=td_string!(locale, knowledge.channels.days)
                    value=td_string!(locale, knowledge.channels.from_to, from = from, to = to)
                />
                <SummaryRow
                    label=td_string!(locale, knowledge.channels.weekend)
                    value=td_string!(locale, knowledge.channels.off)
                />
            </SummaryList>
            {(!holidays.is_empty()).then(|| view! {
                <h3>{td_string!(locale, knowledge.channels.holidays)}</h3>
                <ul class="plain-list">{holidays}</ul>
            })}
        </section>
    }
}

#[component]
fn Way(channel: Channel, sheet: ChannelsSheet) -> impl IntoView {
    let locale = use_locale();
    view! {
        <li class="card way">
            <Icon icon=glyph(channel)/>
            <div class="way-body flow">
                <h2 class="card-title">{channel.label(locale)}</h2>
                <p>{text(channel, locale)}</p>
                <Contacts channel sheet/>
            </div>
        </li>
    }
}

fn glyph(channel: Channel) -> Glyph {
    match channel {
        Channel::Website => lu::LuSearch,
        Channel::Request => lu::LuFileText,
        Channel::Phone => lu::LuPhone,
        Channel::Social => lu::LuMessageCircle,
        Channel::Visit => lu::LuMapPin,
        Channel::Letters => lu::LuMail,
        Channel::Delegates => lu::LuUsers,
        Channel::Volunteering => lu::LuHandHeart,
    }
}

fn text(channel: Channel, locale: Locale) -> &'static str {
    match channel {
        Channel::Website => td_string!(locale, knowledge.channels.website_text),
        Channel::Request => td_string!(locale, knowledge.channels.request_text),
        Channel::Phone => td_string!(locale, knowledge.channels.phone_text),
        Channel::Social => td_string!(locale, knowledge.channels.social_text),
        Channel::Visit => td_string!(locale, knowledge.channels.visit_text),
        Channel::Letters => td_string!(locale, knowledge.channels.letters_text),
        Channel::Delegates => td_string!(locale, knowledge.channels.delegates_text),
        Channel::Volunteering => td_string!(locale, knowledge.channels.volunteering_text),
    }
}

/// Numbers to tap, addresses to go to, pages to open.
#[component]
fn Contacts(channel: Channel, sheet: ChannelsSheet) -> impl IntoView {
    let locale = use_locale();
    let ChannelsSheet { association, settings, .. } = sheet;
    let address = pick(&association.address, locale).to_owned();
    match channel {
        Channel::Phone => dial(association.phone),
        Channel::Volunteering => view! {
            <p><a class="link" href=localised(locale, "/volunteer")>{td_string!(locale, knowledge.channels.volunteering_link)}</a></p>
        }
        .into_any(),
        Channel::Visit => view! { <p class="way-place">{address}</p> }.into_any(),
        Channel::Request => view! {
            <p><a class="link" href=localised(locale, "/programmes")>{td_string!(locale, knowledge.channels.request_link)}</a></p>
            <p><a class="link" href=localised(locale, "/track")>{td_string!(locale, knowledge.channels.track_link)}</a></p>
        }
        .into_any(),
        Channel::Website => view! {
            <p><a class="link" href=localised(locale, "/help")>{td_string!(locale, knowledge.channels.website_link)}</a></p>
        }
        .into_any(),
        Channel::Letters => {
            let place = format!("{}{} {address}", pick(&association.name, locale), td_string!(locale, dates.comma));
            view! {
                <p class="way-place">{place}</p>
                {settings.email.map(mail)}
            }
            .into_any()
        }
        Channel::Social => {
            let rows = settings.social.into_iter().map(move |account| {
                let name = pick(&account.name, locale).to_owned();
                view! { <li><a class="link" href=account.address rel="external noopener">{name}</a></li> }
            });
            view! { <ul class="way-links">{rows.collect_view()}</ul> }.into_any()
        }
        Channel::Delegates => {
            let rows = settings.delegates.into_iter().map(move |delegate| {
                let (office, found) = (pick(&delegate.office, locale).to_owned(), pick(&delegate.found, locale).to_owned());
                view! { <SummaryRow label=office value=found/> }
            });
            view! { <SummaryList>{rows.collect_view()}</SummaryList> }.into_any()
        }
    }
}

fn dial(phone: String) -> AnyView {
    let to = format!("tel:{phone}");
    view! { <p><a class="link way-number" href=to rel="external"><Ltr text=phone/></a></p> }.into_any()
}

fn mail(email: String) -> AnyView {
    let locale = use_locale();
    let to = format!("mailto:{email}");
    view! {
        <p>
            {td_string!(locale, knowledge.channels.email)}": "
            <a class="link" href=to rel="external"><Ltr text=email/></a>
        </p>
    }
    .into_any()
}
