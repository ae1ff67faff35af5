//! What a person who signed in wrote to us, in a list.

use domain::views::MatterCard;
use i18n::{Label, gregorian, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, EmptyState, Ltr, PageHead, Tag};

use super::{api, matter::stage_tone};
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// `/my/contact`.
#[component]
pub fn MyMattersPage() -> impl IntoView {
    let matters = Resource::new(|| (), |()| api::mine());
    let show = |matters: Vec<MatterCard>| view! { <MyMattersView matters/> }.into_any();
    view! { <PublicPage><Loaded resource=matters view=show/></PublicPage> }
}

#[component]
pub fn MyMattersView(matters: Vec<MatterCard>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, voice.mine.title);
    let (write, contact) = (td_string!(locale, voice.mine.write), localised(locale, "/contact"));
    let body = if matters.is_empty() {
        view! {
            <EmptyState title=td_string!(locale, voice.mine.empty) text=td_string!(locale, voice.mine.empty_text)>
                <ButtonLink label=write href=contact/>
            </EmptyState>
        }
        .into_any()
    } else {
        let cards = matters.into_iter().map(|card| view! { <Card card/> }).collect_view();
        view! {
            <ul class="requests">{cards}</ul>
            <p><ButtonLink label=write href=contact kind=ButtonKind::Secondary/></p>
        }
        .into_any()
    };
    view! {
        <PageTitle title/>
        <PageHead
            title
            lead=td_string!(locale, voice.mine.lead)
            back_href=localised(locale, "/my/requests")
            back_label=td_string!(locale, voice.mine.back)
        />
        <div class="flow">{body}</div>
    }
}

#[component]
fn Card(card: MatterCard) -> impl IntoView {
    let locale = use_locale();
    let href = localised(locale, &format!("/contact/{}", card.reference));
    let due = card.stage.is_open().then(|| gregorian(locale, card.due_on));
    view! {
        <li class="card request">
            <p class="card-title"><a href=href>{card.subject.to_string()}</a></p>
            <p>
                <Tag label=card.stage.label(locale) tone=stage_tone(card.stage)/>
                " "
                <span class="hint">{card.kind.label(locale)}</span>
            </p>
            <dl class="facts">
                <dt>{td_string!(locale, voice.mine.reference)}</dt>
                <dd><Ltr text=card.reference.to_string()/></dd>
                <dt>{td_string!(locale, voice.mine.sent)}</dt>
                <dd>{gregorian(locale, card.sent_on)}</dd>
                {due.map(|due| view! { <dt>{td_string!(locale, voice.mine.due)}</dt><dd>{due}</dd> })}
            </dl>
        </li>
    }
    .into_any()
}
