//! The sessions of the committee, and opening one.

use domain::views::{SessionCard, Sessions};
use i18n::{date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{DateField, EmptyState, ErrorSummary, PageHead, SubmitButton, Tag, TextField, Tone, Width, lu};

use super::api;
use crate::{
    features::{
        apply::date,
        office::screen::{InOffice, load_frame},
    },
    form::{FormView, use_form},
    public::PageTitle,
};

/// `/committee`.
#[component]
pub fn SessionsPage() -> impl IntoView {
    let (frame, sessions) = (load_frame(), Resource::new(|| (), |()| api::list()));
    let form = use_form("session");
    let show = move |sessions: Sessions| view! { <SessionsView sessions form=form.clone()/> }.into_any();
    view! { <InOffice frame data=sessions view=show/> }
}

#[component]
pub fn SessionsView(sessions: Sessions, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, committee.sessions.title);
    let Sessions { cards, may_open, today } = sessions;
    let nothing = cards.is_empty();
    let (mut coming, past): (Vec<_>, Vec<_>) = cards.into_iter().partition(|card| card.session.held_on >= today);
    // The next one first.
    coming.reverse();
    view! {
        <PageTitle title refused=form.was_refused()/>
        <PageHead title lead=td_string!(locale, committee.sessions.lead)/>
        <div class="flow committee-page">
            <ErrorSummary items=form.summary()/>
            {nothing.then(|| view! {
                <EmptyState
                    title=td_string!(locale, committee.sessions.none)
                    text=td_string!(locale, committee.sessions.none_text)
                    icon=lu::LuCalendar
                />
            })}
            <Group title=td_string!(locale, committee.sessions.coming) cards=coming/>
            {may_open.then(|| view! { <NewSession form/> })}
            <Group title=td_string!(locale, committee.sessions.past) cards=past/>
        </div>
    }
}

#[component]
fn Group(title: &'static str, cards: Vec<SessionCard>) -> impl IntoView {
    (!cards.is_empty()).then(|| {
        let cards = cards.into_iter().map(|card| view! { <Card card/> }).collect_view();
        view! {
            <section class="flow">
                <h2>{title}</h2>
                <ul class="session-cards">{cards}</ul>
            </section>
        }
    })
}

#[component]
fn Card(card: SessionCard) -> impl IntoView {
    let locale = use_locale();
    let SessionCard { session, waiting, open } = card;
    let href = localised(locale, &format!("/committee/sessions/{}", session.id));
    let files = td_string!(locale, committee.sessions.files, count = session.files).to_string();
    let (label, tone) = if waiting > 0 {
        (td_string!(locale, committee.sessions.waiting, count = waiting).to_string(), Tone::Sand)
    } else if open > 0 {
        (td_string!(locale, committee.sessions.open, count = open).to_string(), Tone::Grey)
    } else {
        (td_string!(locale, committee.sessions.decided).to_owned(), Tone::Green)
    };
    view! {
        <li class="card session-card">
            <p class="card-title"><a href=href>{session.title}</a></p>
            <p class="session-day">{date_pair(locale, session.held_on)}</p>
            <p class="session-foot">
                <span>{files}</span>
                {(session.files > 0).then(|| view! { <Tag label tone/> })}
            </p>
        </li>
    }
}

#[component]
fn NewSession(form: FormView) -> impl IntoView {
    let locale = use_locale();
    view! {
        <details class="disclosure" open=form.was_refused()>
            <summary>
                <ui::Icon icon=lu::LuPlus/>
                <span class="disclosure-label">{td_string!(locale, committee.new_session.title)}</span>
            </summary>
            <form method="post" action=localised(locale, "/committee/sessions") class="card flow new-session">
                <input type="hidden" name="once" value=form.once.clone()/>
                <TextField
                    name="title"
                    label=td_string!(locale, committee.new_session.name)
                    hint=td_string!(locale, committee.new_session.name_hint)
                    value=form.value("title", "")
                    error=form.error("title")
                    width=Width::Twenty
                    autocomplete="off"
                />
                <DateField
                    name="held_on"
                    legend=td_string!(locale, committee.new_session.held_on)
                    hint=td_string!(locale, committee.new_session.held_on_hint)
                    value=date::shown(&form, "held_on", None)
                    error=form.error("held_on")
                />
                <div class="actions"><SubmitButton label=td_string!(locale, committee.new_session.open)/></div>
            </form>
        </details>
    }
}
