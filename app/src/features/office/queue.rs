//! The work queue: what waits for the reader first, everything else a tab away.

use domain::{
    NaiveDate,
    request::StageKind,
    views::{Queue, QueueFilter, QueueLine},
};
use i18n::{gregorian, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    ButtonKind, Column, DataTable, EmptyState, Ltr, NavLink, PageHead, Pagination, SubmitButton, Tabs, Tag, TextField,
    Toolbar, lu,
};

use super::{
    api,
    clock::Clock,
    queue_address::{address, read, stage},
    screen::{InOffice, load_frame},
    words::{stage_tone, stage_words},
};
use crate::public::PageTitle;

/// `/office`.
#[component]
pub fn QueuePage() -> impl IntoView {
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(read));
    let queue =
        Resource::new(move || filter.get(), |filter| async move { Ok((filter.clone(), api::lines(filter).await?)) });
    let show = |(filter, queue)| view! { <QueueView filter queue/> }.into_any();
    view! { <InOffice frame=load_frame() data=queue view=show/> }
}

#[component]
pub fn QueueView(filter: QueueFilter, queue: Queue) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, office.queue.title);
    let next = queue.next.map(|after| address(locale, &QueueFilter { after: Some(after), ..filter.clone() }));
    let first = filter.after.map(|_| address(locale, &QueueFilter { after: None, ..filter.clone() }));
    let paged = next.is_some() || first.is_some();
    let status = td_string!(locale, office.queue.shown, count = queue.lines.len()).to_string();
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, office.queue.lead)/>
        <div class="flow">
            <Search filter=filter.clone()/>
            <StageTabs filter=filter.clone() queue=queue.clone()/>
            {match queue.today {
                Some(today) if !queue.lines.is_empty() => view! { <Lines lines=queue.lines today/> }.into_any(),
                _ => view! { <Nothing searched=filter.search.is_some()/> }.into_any(),
            }}
            {paged.then(|| view! { <Pagination next_href=next status/> })}
            {first.map(|href| view! { <p><a class="link" href=href>{td_string!(locale, office.queue.first)}</a></p> })}
        </div>
    }
}

#[component]
fn Search(filter: QueueFilter) -> impl IntoView {
    let locale = use_locale();
    let kept = stage(&filter);
    view! {
        <form method="get" action=localised(locale, "/office") role="search">
            <Toolbar label=td_string!(locale, office.queue.search_label)>
                <TextField
                    name="q"
                    label=td_string!(locale, office.queue.search)
                    kind="search"
                    value=filter.search
                    autocomplete="off"
                />
                {(!kept.is_empty()).then(|| view! { <input type="hidden" name="stage" value=kept/> })}
                <SubmitButton
                    label=td_string!(locale, office.queue.find)
                    kind=ButtonKind::Secondary
                    icon=lu::LuSearch
                />
            </Toolbar>
        </form>
    }
}

/// The reader's own work, each stage that holds something, and everything.
#[component]
fn StageTabs(filter: QueueFilter, queue: Queue) -> impl IntoView {
    let locale = use_locale();
    let count = |stages: &[StageKind]| stages.iter().filter_map(|stage| queue.counts.get(stage)).sum::<u64>();
    let tab = |label: &str, stage: Option<StageKind>, all: bool| {
        let to = QueueFilter { stage, all, search: filter.search.clone(), after: None };
        let searching_all = filter.search.is_some() && filter.stage.is_none();
        let current = stage == filter.stage && (all == (filter.all || searching_all));
        NavLink::new(label, address(locale, &to)).current(current)
    };
    let mut tabs = Vec::new();
    if !queue.mine.is_empty() && filter.search.is_none() {
        tabs.push(tab(td_string!(locale, office.queue.mine), None, false).count(count(&queue.mine)));
    }
    for (stage, held) in &queue.counts {
        tabs.push(tab(stage_words(*stage, locale), Some(*stage), false).count(*held));
    }
    let everything = queue.counts.values().sum();
    tabs.push(tab(td_string!(locale, office.queue.all), None, true).count(everything));
    view! { <Tabs label=td_string!(locale, office.queue.stages) items=tabs/> }
}

#[component]
fn Lines(lines: Vec<QueueLine>, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    let columns = vec![
        Column::new(td_string!(locale, office.queue.col_request)),
        Column::new(td_string!(locale, office.queue.col_programme)),
        Column::new(td_string!(locale, office.queue.col_stage)),
        Column::new(td_string!(locale, office.queue.col_window)),
        Column::new(td_string!(locale, office.queue.col_moved)),
    ];
    let rows = lines.into_iter().map(|line| view! { <Row line today/> }).collect_view();
    view! {
        <DataTable id="queue" caption=td_string!(locale, office.queue.title) columns caption_hidden=true>{rows}</DataTable>
    }
}

#[component]
fn Row(line: QueueLine, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    let href = localised(locale, &format!("/office/requests/{}", line.reference));
    let moved = domain::time::riyadh_date(line.updated_at);
    view! {
        <tr class="queue-row">
            <th scope="row">
                <a class="queue-link" href=href>{line.applicant_name}</a>
                <span class="queue-reference"><Ltr text=line.reference.to_string()/></span>
            </th>
            <td>{pick(&line.programme, locale).to_owned()}</td>
            <td><Tag label=stage_words(line.stage, locale) tone=stage_tone(line.stage)/></td>
            <td><Clock window=line.window stage=line.stage today/></td>
            <td class="queue-moved">{gregorian(locale, moved)}</td>
        </tr>
    }
}

#[component]
fn Nothing(searched: bool) -> impl IntoView {
    let locale = use_locale();
    let (title, text) = if searched {
        (td_string!(locale, office.queue.not_found), td_string!(locale, office.queue.not_found_text))
    } else {
        (td_string!(locale, office.queue.empty), td_string!(locale, office.queue.empty_text))
    };
    view! { <EmptyState title text/> }
}
