//! The desk: what waits for an answer, late complaints first; every list can be linked.

use domain::{
    views::{MatterFilter, MatterLine, MatterQueue},
    voice::{Kind, Stage},
};
use i18n::{Label, Locale, gregorian, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Column, DataTable, EmptyState, Ltr, NavLink, PageHead, Pagination, Tabs, Tag, Tone};

use super::{
    api,
    desk_address::{address, read},
    matter::stage_tone,
};
use crate::{
    features::office::screen::{InOffice, load_frame},
    public::PageTitle,
};

/// `/office/contact`.
#[component]
pub fn DeskPage() -> impl IntoView {
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(read));
    let queue =
        Resource::new(move || filter.get(), |filter| async move { Ok((filter.clone(), api::queue(filter).await?)) });
    let show = |(filter, queue)| view! { <DeskView filter queue/> }.into_any();
    view! { <InOffice frame=load_frame() data=queue view=show/> }
}

#[component]
pub fn DeskView(filter: MatterFilter, queue: MatterQueue) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, voice.office.title);
    let (by_kind, by_state) = (kind_tabs(locale, &filter, &queue), state_tabs(locale, &filter, &queue));
    let at = |page| address(locale, &MatterFilter { page, ..filter.clone() });
    let next = queue.more.then(|| at(filter.page + 1));
    let previous = filter.page.checked_sub(1).map(at);
    let paged = next.is_some() || previous.is_some();
    let status = td_string!(locale, voice.office.page, page = filter.page + 1);
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, voice.office.lead)/>
        <div class="flow">
            {(queue.kinds.len() > 1).then(|| view! { <Tabs label=td_string!(locale, voice.office.kinds) items=by_kind/> })}
            <Tabs label=td_string!(locale, voice.office.states) items=by_state/>
            {if queue.lines.is_empty() {
                view! {
                    <EmptyState
                        title=td_string!(locale, voice.office.empty)
                        text=td_string!(locale, voice.office.empty_text)
                    />
                }
                .into_any()
            } else {
                view! { <Lines lines=queue.lines/> }.into_any()
            }}
            {paged.then(|| view! { <Pagination previous_href=previous next_href=next status/> })}
        </div>
    }
}

/// How many of these there are.
fn count(queue: &MatterQueue, kind: Option<Kind>, stages: &[Stage]) -> u64 {
    let counted = queue.counts.iter().filter(|held| kind.is_none_or(|kind| kind == held.kind));
    counted.filter(|held| stages.contains(&held.stage)).map(|held| held.count).sum()
}

/// Every kind the reader answers, with what waits of it.
fn kind_tabs(locale: Locale, filter: &MatterFilter, queue: &MatterQueue) -> Vec<NavLink> {
    let tab = |label: &str, kind: Option<Kind>| {
        let to = address(locale, &MatterFilter { kind, page: 0, ..filter.clone() });
        NavLink::new(label, to).count(count(queue, kind, &Stage::OPEN)).current(filter.kind == kind)
    };
    let every = tab(td_string!(locale, voice.office.every), None);
    std::iter::once(every).chain(queue.kinds.iter().map(|kind| tab(kind.label(locale), Some(*kind)))).collect()
}

/// What waits, what is late, what is done.
fn state_tabs(locale: Locale, filter: &MatterFilter, queue: &MatterQueue) -> Vec<NavLink> {
    let chosen = (filter.stage, filter.all, filter.late);
    let tab = |label: &str, (stage, all, late): (Option<Stage>, bool, bool), held: u64| {
        let to = MatterFilter { kind: filter.kind, stage, all, late, page: 0 };
        NavLink::new(label, address(locale, &to)).count(held).current(chosen == (stage, all, late))
    };
    let held = |stages: &[Stage]| count(queue, filter.kind, stages);
    vec![
        tab(td_string!(locale, voice.office.waiting), (None, false, false), held(&Stage::OPEN)),
        tab(td_string!(locale, voice.office.late), (None, false, true), queue.late),
        tab(stage_words(locale, Stage::Answered), (Some(Stage::Answered), false, false), held(&[Stage::Answered])),
        tab(stage_words(locale, Stage::Closed), (Some(Stage::Closed), false, false), held(&[Stage::Closed])),
        tab(td_string!(locale, voice.office.all), (None, true, false), held(&Stage::ALL)),
    ]
}

#[component]
fn Lines(lines: Vec<MatterLine>) -> impl IntoView {
    let locale = use_locale();
    let columns = vec![
        Column::new(td_string!(locale, voice.office.col_matter)),
        Column::new(td_string!(locale, voice.office.col_kind)),
        Column::new(td_string!(locale, voice.office.col_stage)),
        Column::new(td_string!(locale, voice.office.col_due)),
        Column::new(td_string!(locale, voice.office.col_by)),
    ];
    let rows = lines.into_iter().map(|line| view! { <Row line/> }).collect_view();
    view! {
        <DataTable id="matters" caption=td_string!(locale, voice.office.title) columns caption_hidden=true>
            {rows}
        </DataTable>
    }
}

#[component]
fn Row(line: MatterLine) -> impl IntoView {
    let locale = use_locale();
    let href = localised(locale, &format!("/office/contact/{}", line.reference));
    let by =
        line.handler.as_ref().map_or(td_string!(locale, voice.office.nobody), |name| pick(name, locale)).to_owned();
    let due = line.stage.is_open().then(|| gregorian(locale, line.due_on));
    view! {
        <tr class="queue-row">
            <th scope="row">
                <a class="queue-link" href=href dir="auto">{line.subject.to_string()}</a>
                <span class="queue-reference"><Ltr text=line.reference.to_string()/></span>
            </th>
            <td>{line.kind.label(locale)}</td>
            <td><Tag label=stage_words(locale, line.stage) tone=stage_tone(line.stage)/></td>
            <td>
                {due}
                {line
                    .late
                    .then(|| view! {
                        " "
                        <Tag label=td_string!(locale, voice.office.is_late) tone=Tone::Red/>
                    })}
            </td>
            <td>{by}</td>
        </tr>
    }
    .into_any()
}

/// A stage as staff read it.
pub fn stage_words(locale: Locale, stage: Stage) -> &'static str {
    match stage {
        Stage::Received => td_string!(locale, voice.office.stage.received),
        Stage::InHand => td_string!(locale, voice.office.stage.in_hand),
        Stage::Answered => td_string!(locale, voice.office.stage.answered),
        Stage::Closed => td_string!(locale, voice.office.stage.closed),
    }
}
