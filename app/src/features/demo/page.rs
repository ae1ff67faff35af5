//! The demonstration's page: whom to sign in as, and the clock.

use domain::views::{DemoPerson, DemoSheet, DemoStaff};
use i18n::{Label, localised, pick, td_string, timestamp, use_locale};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::{form::use_form, loaded::Loaded};

#[component]
pub fn DemoPage() -> impl IntoView {
    let sheet = Resource::new(|| (), |()| api::sheet());
    view! { <Loaded resource=sheet view={|sheet: DemoSheet| view! { <DemoView sheet/> }.into_any()}/> }
}

/// The frame of the demonstration's pages.
#[component]
pub fn DemoShell(title: &'static str, children: Children) -> impl IntoView {
    let locale = use_locale();
    view! {
        <Title text=title/>
        <main class="demo" id="main">
            <h1>{title}</h1>
            <nav class="demo-nav" aria-label=td_string!(locale, demo.title)>
                <a href=localised(locale, "/")>{td_string!(locale, demo.portal)}</a>
                <a href=localised(locale, "/office")>{td_string!(locale, demo.office)}</a>
                <a href=localised(locale, "/committee")>{td_string!(locale, demo.committee)}</a>
                <a href=localised(locale, "/demo")>{td_string!(locale, demo.title)}</a>
                <a href=localised(locale, "/demo/outbox")>{td_string!(locale, demo.outbox)}</a>
                <a href=localised(locale, "/gallery")>{td_string!(locale, demo.gallery)}</a>
            </nav>
            {children()}
        </main>
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
    let action = localised(locale, "/demo/clock");
    view! {
        <section class="card">
            <h2>{td_string!(locale, demo.clock)}</h2>
            <p>{td_string!(locale, demo.clock_now, now = now, days = days_ahead)}</p>
            <form method="post" action=action class="toolbar">
                <label for="days">{td_string!(locale, demo.clock_days)}</label>
                <input id="days" name="days" inputmode="numeric" dir="ltr" class="input" value=form.value("days", "1")/>
                <button class="btn btn-secondary" type="submit">{td_string!(locale, demo.clock_move)}</button>
            </form>
            {form.error("days").map(|error| view! { <p class="field-error">{error}</p> })}
        </section>
    }
}

#[component]
fn Staff(staff: Vec<DemoStaff>) -> impl IntoView {
    let locale = use_locale();
    let rows = staff
        .into_iter()
        .map(|one| {
            let roles = one.roles.iter().map(|role| role.label(locale)).collect::<Vec<_>>();
            view! {
                <tr>
                    <th scope="row">{pick(&one.name, locale).to_owned()}</th>
                    <td>{roles.join(td_string!(locale, demo.and))}</td>
                    <td><bdi dir="ltr"><code>{one.user_name}</code></bdi></td>
                    <td><bdi dir="ltr"><code>{one.password}</code></bdi></td>
                    <td><bdi dir="ltr"><code>{one.code}</code></bdi></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section>
            <h2>{td_string!(locale, demo.staff)}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label=td_string!(locale, demo.staff)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{td_string!(locale, demo.name)}</th>
                            <th scope="col">{td_string!(locale, demo.roles)}</th>
                            <th scope="col">{td_string!(locale, demo.user_name)}</th>
                            <th scope="col">{td_string!(locale, demo.password)}</th>
                            <th scope="col">{td_string!(locale, demo.code)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn People(people: Vec<DemoPerson>) -> impl IntoView {
    let locale = use_locale();
    let rows = people
        .into_iter()
        .map(|person| {
            view! {
                <tr>
                    <th scope="row">{person.name}</th>
                    <td>{person.stage.label(locale)}</td>
                    <td><bdi dir="ltr"><code>{person.national_id}</code></bdi></td>
                    <td><bdi dir="ltr"><code>{person.mobile}</code></bdi></td>
                    <td><bdi dir="ltr"><code>{person.reference.to_string()}</code></bdi></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section>
            <h2>{td_string!(locale, demo.people)}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label=td_string!(locale, demo.people)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{td_string!(locale, demo.name)}</th>
                            <th scope="col">{td_string!(locale, demo.stage)}</th>
                            <th scope="col">{td_string!(locale, demo.national_id)}</th>
                            <th scope="col">{td_string!(locale, demo.mobile)}</th>
                            <th scope="col">{td_string!(locale, demo.reference)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
