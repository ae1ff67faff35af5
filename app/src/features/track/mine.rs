//! A person's requests in a list.

use domain::{request::StageKind, views::MyRequest};
use i18n::{Label, gregorian, localised, pick, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, EmptyState, Ltr, PageHead, Tag};

use super::{address, api, way::stand};
use crate::{
    features::mydata::MyDataLinks,
    loaded::Loaded,
    public::{PageTitle, PublicPage, Reader, use_face},
};

#[component]
pub fn MyRequestsPage() -> impl IntoView {
    let requests = Resource::new(|| (), |()| api::mine());
    view! {
        <PublicPage>
            <Loaded
                resource=requests
                view={|requests: Vec<MyRequest>| view! { <MyRequestsView requests/> }.into_any()}
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn MyRequestsView(requests: Vec<MyRequest>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, track.list.title);
    let programmes = localised(locale, "/programmes");
    let body = if requests.is_empty() {
        view! {
            <EmptyState
                title=td_string!(locale, track.list.empty_title)
                text=td_string!(locale, track.list.empty_text)
            >
                <ButtonLink label=td_string!(locale, track.list.choose) href=programmes/>
            </EmptyState>
        }
        .into_any()
    } else {
        let cards = requests.into_iter().map(|request| view! { <RequestCard request/> }).collect_view();
        view! {
            <ul class="requests">{cards}</ul>
            <p>
                <ButtonLink
                    label=td_string!(locale, track.list.another)
                    href=programmes
                    kind=ButtonKind::Secondary
                />
            </p>
        }
        .into_any()
    };
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, track.list.lead)/>
        <div class="flow-wide">
            <div class="flow">
                {body}
                <p><a class="link" href=localised(locale, "/my/contact")>{td_string!(locale, voice.mine.link)}</a></p>
            </div>
            {(use_face().reader == Reader::Beneficiary).then(|| view! { <MyDataLinks/> })}
        </div>
    }
}

#[component]
fn RequestCard(request: MyRequest) -> impl IntoView {
    let locale = use_locale();
    let MyRequest { reference, programme, seen, updated_at, on_behalf_of } = request;
    let href = localised(locale, &address(&reference));
    let awaited = seen.answer.is_none() && seen.stage != StageKind::Returned && !seen.stage.is_terminal();
    let between = seen.window.filter(|_| awaited).map(|window| {
        let (earliest, latest) = (window.earliest_reply_on, window.latest_reply_on);
        td_string!(
            locale,
            track.list.between,
            earliest = gregorian(locale, earliest),
            latest = gregorian(locale, latest)
        )
    });
    view! {
        <li class="card request">
            <p class="card-title"><a href=href>{pick(&programme, locale).to_owned()}</a></p>
            <p><Tag label=seen.stage.label(locale) tone=stand(locale, seen.stage).tone/></p>
            <dl class="facts">
                <dt>{td_string!(locale, track.list.reference)}</dt>
                <dd><Ltr text=reference.to_string()/></dd>
                {on_behalf_of
                    .map(|applicant| {
                        view! { <dt>{td_string!(locale, track.list.on_behalf_of)}</dt><dd><bdi>{applicant}</bdi></dd> }
                    })}
                {between.map(|between| view! { <dt>{td_string!(locale, track.list.answer)}</dt><dd>{between}</dd> })}
                <dt>{td_string!(locale, track.list.updated)}</dt>
                <dd>{timestamp(locale, updated_at)}</dd>
            </dl>
        </li>
    }
    .into_any()
}
