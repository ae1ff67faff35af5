//! The messages that left, newest first.

use domain::views::DemoMessage;
use i18n::{td_string, timestamp, use_locale};
use leptos::prelude::*;

use super::{api, page::DemoShell};
use crate::loaded::Loaded;

#[component]
pub fn OutboxPage() -> impl IntoView {
    let messages = Resource::new(|| (), |()| api::outbox());
    view! {
        <Loaded resource=messages view={|messages: Vec<DemoMessage>| view! { <OutboxView messages/> }.into_any()}/>
    }
}

#[component]
fn OutboxView(messages: Vec<DemoMessage>) -> impl IntoView {
    let locale = use_locale();
    let empty = messages.is_empty();
    let rows = messages
        .into_iter()
        .map(|message| {
            view! {
                <li class="card">
                    <p class="caption">
                        <bdi dir="ltr">{message.to}</bdi>
                        " · "
                        {timestamp(locale, message.at)}
                    </p>
                    <p class="pre-line" lang=message.language dir="auto">{message.body}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <DemoShell title=td_string!(locale, demo.outbox)>
            {empty.then(|| view! { <p>{td_string!(locale, demo.outbox_empty)}</p> })}
            <ul class="flow plain-list">{rows}</ul>
        </DemoShell>
    }
}
