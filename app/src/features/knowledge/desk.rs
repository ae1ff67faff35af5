//! The editor's list: what is published, what waits, and where to begin something new.

use domain::{
    knowledge::{Kind, State},
    views::{DeskFilter, DeskLine},
};
use i18n::{Label, Locale, gregorian, localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    ButtonKind, ButtonLink, Choice, Column, DataTable, EmptyState, Ltr, PageHead, SelectField, SubmitButton, Tag,
    TextField, Tone, Toolbar, lu,
};

use super::{api, desk_address::read, editor_address};
use crate::{
    features::office::screen::{InOffice, load_frame},
    public::PageTitle,
};

/// `/office/knowledge`.
#[component]
pub fn DeskPage() -> impl IntoView {
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(read));
    let lines =
        Resource::new(move || filter.get(), |filter| async move { Ok((filter.clone(), api::desk(filter).await?)) });
    let show = |(filter, lines)| view! { <DeskView filter lines/> }.into_any();
    view! { <InOffice frame=load_frame() data=lines view=show/> }
}

#[component]
pub(super) fn DeskView(filter: DeskFilter, lines: Vec<DeskLine>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, knowledge.desk.title);
    let count = td_string!(locale, knowledge.desk.shown, count = lines.len()).to_string();
    let list = if lines.is_empty() {
        let (title, text) = (td_string!(locale, knowledge.desk.none), td_string!(locale, knowledge.desk.none_text));
        view! { <EmptyState title text/> }.into_any()
    } else {
        view! {
            <Lines lines/>
            <p class="caption" role="status">{count}</p>
        }
        .into_any()
    };
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, knowledge.desk.lead)/>
        <div class="flow">
            <New/>
            <Filters filter/>
            {list}
        </div>
    }
}

/// One link for each kind.
#[component]
fn New() -> impl IntoView {
    let locale = use_locale();
    let links = Kind::ALL.into_iter().map(|kind| {
        let href = localised(locale, &format!("/office/knowledge/new?kind={}", kind.slug()));
        view! { <ButtonLink label=kind.label(locale) href kind=ButtonKind::Secondary icon=lu::LuPlus/> }
    });
    view! {
        <div class="actions" role="group" aria-label=td_string!(locale, knowledge.desk.new)>{links.collect_view()}</div>
    }
}

#[component]
fn Filters(filter: DeskFilter) -> impl IntoView {
    let locale = use_locale();
    let kinds = Kind::ALL.map(|kind| Choice::new(kind.slug(), kind.label(locale))).to_vec();
    let states = State::ALL.map(|state| Choice::new(state.slug(), state.label(locale))).to_vec();
    let any = td_string!(locale, knowledge.desk.any);
    view! {
        <form method="get" action=localised(locale, "/office/knowledge") role="search">
            <Toolbar label=td_string!(locale, knowledge.desk.search_label)>
                <TextField
                    name="q"
                    label=td_string!(locale, knowledge.desk.search)
                    kind="search"
                    value=filter.search
                    autocomplete="off"
                />
                <SelectField
                    name="kind"
                    label=td_string!(locale, knowledge.desk.kind)
                    choices=kinds
                    value=filter.kind.map(|kind| kind.slug().to_owned())
                    empty=any
                />
                <SelectField
                    name="state"
                    label=td_string!(locale, knowledge.desk.state)
                    choices=states
                    value=filter.state.map(|state| state.slug().to_owned())
                    empty=any
                />
                <SubmitButton
                    label=td_string!(locale, knowledge.desk.find)
                    kind=ButtonKind::Secondary
                    icon=lu::LuSearch
                />
            </Toolbar>
        </form>
    }
}

#[component]
fn Lines(lines: Vec<DeskLine>) -> impl IntoView {
    let locale = use_locale();
    let columns = vec![
        Column::new(td_string!(locale, knowledge.desk.col_title)),
        Column::new(td_string!(locale, knowledge.desk.col_kind)),
        Column::new(td_string!(locale, knowledge.desk.col_state)),
        Column::new(td_string!(locale, knowledge.desk.col_number)).numeric(),
        Column::new(td_string!(locale, knowledge.desk.col_language)),
        Column::new(td_string!(locale, knowledge.desk.col_updated)),
    ];
    let rows = lines.into_iter().map(|line| view! { <Row line/> }).collect_view();
    let caption = td_string!(locale, knowledge.desk.title);
    view! { <DataTable id="articles" caption columns caption_hidden=true>{rows}</DataTable> }
}

#[component]
fn Row(line: DeskLine) -> impl IntoView {
    let locale = use_locale();
    let updated = gregorian(locale, domain::time::riyadh_date(line.updated_at));
    let languages = if line.in_english {
        td_string!(locale, knowledge.desk.both)
    } else {
        td_string!(locale, knowledge.desk.arabic)
    };
    view! {
        <tr class="queue-row">
            <th scope="row">
                <a class="queue-link" lang="ar" dir="auto" href=localised(locale, &editor_address(&line.slug))>
                    {line.title.clone()}
                </a>
                <span class="queue-reference"><Ltr text=line.slug.to_string()/></span>
            </th>
            <td>{line.nature.kind().label(locale)}</td>
            <td><StateTags state=line.state changed=line.changed/></td>
            <td class="numeric">{(line.number > 0).then_some(line.number)}</td>
            <td>{languages}</td>
            <td class="queue-moved">{updated}</td>
        </tr>
    }
}

/// Where an article stands, and whether its draft says something else than readers see.
#[component]
pub(super) fn StateTags(state: State, changed: bool) -> impl IntoView {
    let locale = use_locale();
    let changed = changed.then(|| changed_tag(locale));
    view! {
        <span class="tags"><Tag label=state.label(locale) tone=tone(state)/>{changed}</span>
    }
}

fn changed_tag(locale: Locale) -> AnyView {
    view! { <Tag label=td_string!(locale, knowledge.desk.changed) tone=Tone::Sand icon=lu::LuPencil/> }.into_any()
}

fn tone(state: State) -> Tone {
    match state {
        State::Draft | State::Withdrawn => Tone::Grey,
        State::Published => Tone::Green,
    }
}
