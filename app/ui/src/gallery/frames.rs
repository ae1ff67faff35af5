//! The frames of the office and the committee, each a page of its own.

use leptos::prelude::*;

use super::{Demo, cards::Papers, identity};
use crate::{
    ButtonKind, ButtonLink, Choice, Column, CommitteeShell, DataTable, Ltr, NavLink, OfficeShell, PageHead, Pagination,
    SelectField, Sorted, Stat, Stats, SubmitButton, SummaryList, SummaryRow, Tabs, Tag, TextArea, TextField, Tone,
    Toolbar, Vote, VoteBar, lu,
};
use i18n::{Locale, td_string, use_locale};

/// The components of the back office in its frame.
#[component]
pub fn OfficeGallery() -> impl IntoView {
    let locale = use_locale();
    view! {
        <OfficeShell
            identity=identity(locale)
            home_href="/"
            other_language_href="/gallery"
            nav=rail(locale)
            user=td_string!(locale, ui.gallery.officer)
            role=td_string!(locale, ui.gallery.officer_role)
            sign_out_action="#sign-out"
            banner=view! { <Demo /> }.into_any()
        >
            <PageHead title=td_string!(locale, ui.gallery.requests) />
            <div class="flow">
                <Figures />
                <Tabs
                    label=td_string!(locale, ui.gallery.requests)
                    items=vec![
                        NavLink::new(td_string!(locale, ui.gallery.tab_mine), "#mine").current(true).count(12),
                        NavLink::new(td_string!(locale, ui.gallery.tab_team), "#team").count(48),
                        NavLink::new(td_string!(locale, ui.gallery.tab_done), "#done"),
                    ]
                />
                <Filters />
                <Queue />
                <Pagination status=td_string!(locale, ui.gallery.page_status) next_href="#next" previous_href="#previous" />
            </div>
        </OfficeShell>
    }
}

/// The components of a committee session in their frame, the vote chosen.
#[component]
pub fn CommitteeGallery() -> impl IntoView {
    let locale = use_locale();
    let status = view! { <Tag label=td_string!(locale, ui.gallery.connected) tone=Tone::Green /> }.into_any();
    view! {
        <CommitteeShell
            title=td_string!(locale, ui.gallery.session)
            back_href="#agenda"
            back_label=td_string!(locale, ui.gallery.agenda)
            status=status
            brief=view! { <Brief /> }.into_any()
            vote=view! { <Ballot /> }.into_any()
        >
            <div class="flow">
                <h2>{td_string!(locale, ui.gallery.documents)}</h2>
                <Papers />
            </div>
        </CommitteeShell>
    }
}

fn rail(locale: Locale) -> Vec<NavLink> {
    vec![
        NavLink::new(td_string!(locale, ui.gallery.inbox), "#inbox").icon(lu::LuInbox).count(7),
        NavLink::new(td_string!(locale, ui.gallery.requests), "#requests").icon(lu::LuFileText).count(12).current(true),
        NavLink::new(td_string!(locale, ui.gallery.people), "#people").icon(lu::LuUsers),
        NavLink::new(td_string!(locale, ui.gallery.committee), "#committee").icon(lu::LuScale),
        NavLink::new(td_string!(locale, ui.gallery.delivery), "#delivery").icon(lu::LuPackage).count(3),
        NavLink::new(td_string!(locale, ui.gallery.reports), "#reports").icon(lu::LuChartNoAxesColumn),
    ]
}

#[component]
fn Figures() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Stats>
            <Stat label=td_string!(locale, ui.gallery.stat_open) value="48" />
            <Stat
                label=td_string!(locale, ui.gallery.stat_window)
                value="212"
                note=td_string!(locale, ui.gallery.stat_window_note)
                tone=Tone::Green
            />
            <Stat
                label=td_string!(locale, ui.gallery.stat_wait)
                value="9"
                note=td_string!(locale, ui.gallery.stat_wait_note)
                tone=Tone::Sand
            />
            <Stat
                label=td_string!(locale, ui.gallery.stat_late)
                value="3"
                note=td_string!(locale, ui.gallery.stat_late_note)
                tone=Tone::Red
            />
        </Stats>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let locale = use_locale();
    let export = view! {
        <ButtonLink label=td_string!(locale, ui.gallery.export) href="#export" kind=ButtonKind::Quiet icon=lu::LuDownload />
    };
    let stages = vec![
        Choice::new("waiting", td_string!(locale, ui.gallery.tag_waiting)),
        Choice::new("accepted", td_string!(locale, ui.gallery.tag_accepted)),
    ];
    view! {
        <form method="get" action="#requests">
            <Toolbar label=td_string!(locale, ui.gallery.filter) end=export.into_any()>
                <TextField name="q" label=td_string!(locale, ui.gallery.search) kind="search" />
                <SelectField
                    name="stage"
                    label=td_string!(locale, ui.gallery.stage)
                    choices=stages
                    empty=td_string!(locale, ui.gallery.all)
                />
                <SubmitButton label=td_string!(locale, ui.gallery.filter) kind=ButtonKind::Secondary icon=lu::LuSearch />
            </Toolbar>
        </form>
    }
}

#[component]
fn Queue() -> impl IntoView {
    let locale = use_locale();
    let columns = vec![
        Column::new(td_string!(locale, ui.gallery.col_number)),
        Column::new(td_string!(locale, ui.gallery.col_name)).sort("#by-name", None),
        Column::new(td_string!(locale, ui.gallery.col_state)),
        Column::new(td_string!(locale, ui.gallery.col_days)).numeric().sort("#by-days", Some(Sorted::Descending)),
        Column::new(td_string!(locale, ui.gallery.col_amount)).numeric(),
    ];
    let rows = [
        (
            "KB-2K9D-41TR",
            td_string!(locale, ui.gallery.person_2),
            td_string!(locale, ui.gallery.tag_late),
            Tone::Red,
            "34",
            "7,200",
        ),
        (
            "KB-7F3M-92QX",
            td_string!(locale, ui.gallery.person),
            td_string!(locale, ui.gallery.tag_waiting),
            Tone::Sand,
            "9",
            "12,000",
        ),
        (
            "KB-5H8W-63CN",
            td_string!(locale, ui.gallery.person_3),
            td_string!(locale, ui.gallery.tag_new),
            Tone::Grey,
            "1",
            "900",
        ),
    ];
    view! {
        <DataTable id="queue" caption=td_string!(locale, ui.gallery.requests) columns=columns caption_hidden=true>
            {rows
                .map(|(number, name, state, tone, days, amount)| {
                    view! {
                        <tr>
                            <th scope="row">
                                <a class="link" href="#request"><Ltr text=number /></a>
                            </th>
                            <td>{name}</td>
                            <td><Tag label=state tone=tone /></td>
                            <td class="numeric">{days}</td>
                            <td class="numeric">{amount}</td>
                        </tr>
                    }
                })
                .into_iter()
                .collect_view()}
        </DataTable>
    }
}

#[component]
fn Brief() -> impl IntoView {
    let locale = use_locale();
    view! {
        <PageHead
            title=td_string!(locale, ui.gallery.brief_title)
            lead=td_string!(locale, ui.gallery.brief_lead)
            caption="KB-7F3M-92QX"
        />
        <SummaryList>
            <SummaryRow label=td_string!(locale, ui.gallery.per_head)>
                <Ltr text="412" />
                " "
                {td_string!(locale, ui.riyals)}
            </SummaryRow>
            <SummaryRow label=td_string!(locale, ui.gallery.recommend) value=td_string!(locale, ui.gallery.recommend_value) />
        </SummaryList>
    }
}

#[component]
fn Ballot() -> impl IntoView {
    let locale = use_locale();
    view! {
        <form method="post" action="#vote">
            <VoteBar legend=td_string!(locale, ui.gallery.vote) chosen=Vote::Accept>
                <TextArea name="reason" label=td_string!(locale, ui.gallery.reason) rows=2 />
                <div class="actions">
                    <SubmitButton label=td_string!(locale, ui.gallery.vote_confirm) />
                </div>
            </VoteBar>
        </form>
    }
}
