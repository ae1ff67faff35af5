//! Every message there is, for whoever words them.

use domain::views::MessageLine;
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Column, DataTable, PageHead, Tag, Tone};

use super::{api, words};
use crate::{
    features::office::screen::{InOffice, load_frame},
    public::PageTitle,
};

/// `/office/messages`.
#[component]
pub fn MessagesPage() -> impl IntoView {
    let lines = Resource::new(|| (), |()| api::list());
    let show = |lines| view! { <MessagesView lines/> }.into_any();
    view! { <InOffice frame=load_frame() data=lines view=show/> }
}

#[component]
pub fn MessagesView(lines: Vec<MessageLine>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, messages.list.title);
    let columns = vec![
        Column::new(td_string!(locale, messages.list.message)),
        Column::new(td_string!(locale, messages.list.words)),
        Column::new(td_string!(locale, messages.list.weight)),
        Column::new(td_string!(locale, messages.list.change)),
    ];
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, messages.list.lead)/>
        <DataTable id="messages" caption=title columns caption_hidden=true>
            {lines.into_iter().map(|line| view! { <Line line/> }).collect_view()}
        </DataTable>
    }
}

#[component]
fn Line(line: MessageLine) -> impl IntoView {
    let locale = use_locale();
    let MessageLine { template, weight, words: text, own } = line;
    let name = words::name(locale, template);
    let changes = ["ar", "en"].map(|language| {
        let href = localised(locale, &format!("/office/messages/{template}/{language}"));
        let own = own.iter().any(|worded| worded == language);
        view! {
            <li>
                <a class="link" href=href>
                    {words::language(locale, language)}
                    <span class="visually-hidden">" "{name}</span>
                </a>
                {own.then(|| view! { " " <Tag label=td_string!(locale, messages.list.own) tone=Tone::Green/> })}
            </li>
        }
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="message-words" dir="auto">{words::worded(&text)}</td>
            <td>{words::weight(locale, weight)}</td>
            <td><ul class="plain-list">{changes.collect_view()}</ul></td>
        </tr>
    }
}
