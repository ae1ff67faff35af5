//! `/office/privacy`: the most urgent first, then what was answered lately.

use domain::{
    NaiveDate,
    views::{DataRequest, PrivacyLine, PrivacyQueue},
};
use i18n::{Locale, gregorian, localised, td_string, use_locale, wanted};
use leptos::prelude::*;
use ui::{Column, DataTable, EmptyState, Ltr, PageHead, Tag, Tone};

use super::{QUEUE, api};
use crate::{
    features::{
        mydata::{asked::state, days},
        office::screen::{InOffice, load_frame},
    },
    public::PageTitle,
};

#[component]
pub fn PrivacyQueuePage() -> impl IntoView {
    let queue = Resource::new(|| (), |()| api::queue());
    let show = |queue| view! { <PrivacyQueueView queue/> }.into_any();
    view! { <InOffice frame=load_frame() data=queue view=show/> }
}

#[component]
pub(super) fn PrivacyQueueView(queue: PrivacyQueue) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, mydata.privacy_office.title);
    let body = if queue.lines.is_empty() {
        view! {
            <EmptyState
                title=td_string!(locale, mydata.privacy_office.empty)
                text=td_string!(locale, mydata.privacy_office.empty_text)
            />
        }
        .into_any()
    } else {
        view! { <Lines queue/> }.into_any()
    };
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, mydata.privacy_office.lead)/>
        <div class="flow">{body}</div>
    }
}

#[component]
fn Lines(queue: PrivacyQueue) -> impl IntoView {
    let locale = use_locale();
    let columns = vec![
        Column::new(td_string!(locale, mydata.privacy_office.col_person)),
        Column::new(td_string!(locale, mydata.privacy_office.col_want)),
        Column::new(td_string!(locale, mydata.privacy_office.col_received)),
        Column::new(td_string!(locale, mydata.privacy_office.col_due)),
        Column::new(td_string!(locale, mydata.privacy_office.col_state)),
    ];
    let today = queue.today;
    let rows = queue.lines.into_iter().map(|line| view! { <Line line today/> }).collect_view();
    let caption = td_string!(locale, mydata.privacy_office.title);
    view! { <DataTable id="privacy" caption columns caption_hidden=true>{rows}</DataTable> }
}

#[component]
fn Line(line: PrivacyLine, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    let request = line.request;
    let href = localised(locale, &format!("{QUEUE}/{}", request.reference));
    let received = gregorian(locale, domain::time::riyadh_date(request.received_at));
    let (word, tone) = stands(locale, &request, today);
    view! {
        <tr class="queue-row">
            <th scope="row">
                <a class="queue-link" href=href>{named(locale, line.name)}</a>
                <span class="queue-reference"><Ltr text=request.reference.to_string()/></span>
            </th>
            <td>{wanted(locale, request.want)}</td>
            <td class="queue-moved">{received}</td>
            <td class="queue-moved">{gregorian(locale, request.due_on)}</td>
            <td><Tag label=word tone/></td>
        </tr>
    }
}

/// The person's name, or that none is held any more.
pub(super) fn named(locale: Locale, name: String) -> String {
    if name.is_empty() { td_string!(locale, mydata.privacy_office.unnamed).to_owned() } else { name }
}

/// How a request stands: its answer, or how long there is to give it.
pub(super) fn stands(locale: Locale, request: &DataRequest, today: NaiveDate) -> (String, Tone) {
    if request.answer.is_some() {
        let (word, tone) = state(locale, request);
        return (word.to_owned(), tone);
    }
    clock(locale, request.due_on, today)
}

fn clock(locale: Locale, due_on: NaiveDate, today: NaiveDate) -> (String, Tone) {
    match (due_on - today).num_days() {
        ..0 => (td_string!(locale, mydata.privacy_office.late).to_owned(), Tone::Red),
        0 => (td_string!(locale, mydata.privacy_office.last_day).to_owned(), Tone::Red),
        left @ 1..=7 => (td_string!(locale, mydata.privacy_office.left, days = days(locale, left)), Tone::Sand),
        left => (td_string!(locale, mydata.privacy_office.left, days = days(locale, left)), Tone::Grey),
    }
}
