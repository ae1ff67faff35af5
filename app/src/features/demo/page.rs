//! The demonstration's page: whom to sign in as, and the clock.

use domain::views::{DemoPerson, DemoSheet, DemoStaff};
use i18n::{Label, localised, pick, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Column, DataTable, PageHead, SubmitButton, TextField};

use super::api;
use crate::{
    form::use_form,
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn DemoPage() -> impl IntoView {
    let sheet = Resource::new(|| (), |()| api::sheet());
    view! { <Loaded resource=sheet view={|sheet: DemoSheet| view! { <DemoView sheet/> }.into_any()}/> }
}

/// The frame of the demonstration's pages.
#[component]
pub fn DemoShell(title: &'static str, children: Children) -> impl IntoView {
    let locale = use_locale();
    let links = [
        ("/office", td_string!(locale, demo.office)),
        ("/committee", td_string!(locale, demo.committee)),
        ("/demo", td_string!(locale, demo.title)),
        ("/demo/outbox", td_string!(locale, demo.outbox)),
        ("/gallery", td_string!(locale, demo.gallery)),
    ];
    let links = links.map(|(to, label)| view! { <li><a href=localised(locale, to)>{label}</a></li> }).collect_view();
    view! {
        <PublicPage>
            <PageTitle title/>
            <PageHead title/>
            <nav aria-label=td_string!(locale, demo.nav)>
                <ul class="toolbar">{links}</ul>
            </nav>
            <div class="flow-wide">{children()}</div>
        </PublicPage>
    }
}

#[component]
fn DemoView(sheet: DemoSheet) -> impl IntoView {
    let locale = use_locale();
    view! {
        <DemoShell title=td_string!(locale, demo.title)>
            <p>{td_string!(locale, demo.lead)}</p>
            <Clock now=timestamp(locale, sheet.now) days_ahead=sheet.days_ahead/>
            <Staff staff=sheet.staff/>
            <People people=sheet.people/>
        </DemoShell>
    }
}

#[component]
fn Clock(now: String, days_ahead: i64) -> impl IntoView {
    let locale = use_locale();
    let form = use_form("");
    view! {
        <section class="card flow">
            <h2>{td_string!(locale, demo.clock)}</h2>
            <p>{td_string!(locale, demo.clock_now, now = now, days = days_ahead)}</p>
            <form method="post" action=localised(locale, "/demo/clock") class="flow">
                <TextField
                    name="days"
                    label=td_string!(locale, demo.clock_days)
                    value=form.value("days", "1")
                    error=form.error("days")
                    inputmode="numeric"
                    ltr=true
                />
                <SubmitButton label=td_string!(locale, demo.clock_move) kind=ButtonKind::Secondary/>
            </form>
        </section>
    }
}

#[component]
fn Staff(staff: Vec<DemoStaff>) -> impl IntoView {
    let locale = use_locale();
    let columns = [
        td_string!(locale, demo.name),
        td_string!(locale, demo.roles),
        td_string!(locale, demo.user_name),
        td_string!(locale, demo.password),
        td_string!(locale, demo.code),
    ];
    let rows = staff
        .into_iter()
        .map(|one| {
            let roles: Vec<_> = one.roles.iter().map(|role| role.label(locale)).collect();
            view! {
                <tr>
                    <th scope="row">{pick(&one.name, locale).to_owned()}</th>
                    <td>{roles.join(td_string!(locale, demo.and))}</td>
                    {codes([one.user_name, one.password, one.code])}
                </tr>
            }
        })
        .collect_view();
    view! {
        <DataTable id="staff" caption=td_string!(locale, demo.staff) columns=columns.map(Column::new).to_vec()>{rows}</DataTable>
    }
}

#[component]
fn People(people: Vec<DemoPerson>) -> impl IntoView {
    let locale = use_locale();
    let columns = [
        td_string!(locale, demo.name),
        td_string!(locale, demo.stage),
        td_string!(locale, demo.national_id),
        td_string!(locale, demo.mobile),
        td_string!(locale, demo.reference),
    ];
    let rows = people
        .into_iter()
        .map(|person| {
            // Who has only signed in has told no name yet.
            let name = if person.name.is_empty() { td_string!(locale, ui.not_given).to_owned() } else { person.name };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>{person.stage.label(locale)}</td>
                    {codes([person.national_id, person.mobile, person.reference.to_string()])}
                </tr>
            }
        })
        .collect_view();
    view! {
        <DataTable id="people" caption=td_string!(locale, demo.people) columns=columns.map(Column::new).to_vec()>{rows}</DataTable>
    }
}

/// Cells that are copied or read aloud digit by digit.
fn codes(values: [String; 3]) -> impl IntoView {
    values.map(|value| view! { <td><bdi dir="ltr"><code>{value}</code></bdi></td> }).collect_view()
}
