//! The vote at the bottom, where the thumbs are: one touch to choose, one to confirm.

use domain::{access::Action, committee::Choice, views::Brief};
use i18n::{Label, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Disclosure, SubmitButton, Tag, TextArea, Vote, VoteBar};

use super::{screen::Connected, votes::tone};
use crate::{features::office::words::choice, form::FormView};

/// The reader's vote: to be given, or given and to be changed. Nothing for who has none.
#[component]
pub fn Ballot(brief: Brief, form: FormView, connected: Connected) -> impl IntoView {
    let locale = use_locale();
    let may_vote = brief.allowed.contains(&Action::Vote);
    match (&brief.my_vote, may_vote) {
        (None, false) => ().into_any(),
        (None, true) => view! {
            <p class="ballot-left">{left(&brief)}</p>
            <BallotForm brief form connected/>
        }
        .into_any(),
        (Some(mine), _) => {
            let label = td_string!(locale, committee.ballot.mine, choice = mine.choice.label(locale)).to_string();
            let (tone, icon) = tone(mine.choice);
            let (href, onward) = match &brief.next {
                Some(next) => (format!("/committee/cases/{next}"), td_string!(locale, committee.ballot.next)),
                None => {
                    (format!("/committee/sessions/{}", brief.session.id), td_string!(locale, committee.ballot.back))
                }
            };
            let refused = form.was_refused();
            view! {
                <div class="ballot-done">
                    <Tag label tone icon/>
                    <ButtonLink label=onward href=localised(locale, &href) kind=ButtonKind::Secondary/>
                </div>
                {may_vote.then(|| view! {
                    <Disclosure summary=td_string!(locale, committee.ballot.change) open=refused>
                        <BallotForm brief form connected/>
                    </Disclosure>
                })}
            }
            .into_any()
        }
    }
}

/// How many files wait after this one.
fn left(brief: &Brief) -> String {
    let locale = use_locale();
    if brief.waiting == 0 {
        td_string!(locale, committee.ballot.last).to_owned()
    } else {
        td_string!(locale, committee.ballot.left, count = brief.waiting).to_string()
    }
}

#[component]
fn BallotForm(brief: Brief, form: FormView, connected: Connected) -> impl IntoView {
    let locale = use_locale();
    let action = localised(locale, &format!("/committee/cases/{}/vote", brief.reference));
    let mine = brief.my_vote.as_ref();
    let typed = form.typed().and_then(|typed| choice::<Choice>(typed.get("vote")).ok());
    let chosen = typed.or_else(|| mine.map(|mine| mine.choice));
    let stored = mine.and_then(|mine| mine.reason.as_ref()).map(ToString::to_string).unwrap_or_default();
    let send = if mine.is_some() {
        td_string!(locale, committee.ballot.resend)
    } else {
        td_string!(locale, committee.ballot.send)
    };
    let more = view! {
        <div class="ballot-more">
            <TextArea
                name="reason"
                label=td_string!(locale, committee.ballot.reason)
                hint=td_string!(locale, committee.ballot.reason_hint)
                value=form.value("reason", stored)
                error=form.error("reason")
                rows=2
            />
            <div class="actions"><SubmitButton label=send/></div>
        </div>
        <p class="ballot-lost" role="status">
            {move || connected.lost().then(|| td_string!(locale, committee.ballot.offline))}
        </p>
    };
    let legend = td_string!(locale, committee.ballot.legend);
    let bar = match chosen {
        Some(chosen) => view! { <VoteBar legend chosen=on_bar(chosen)>{more}</VoteBar> }.into_any(),
        None => view! { <VoteBar legend>{more}</VoteBar> }.into_any(),
    };
    view! {
        <form method="post" action=action on:submit=move |event| connected.guard(&event)>
            <input type="hidden" name="once" value=form.once.clone()/>
            {bar}
        </form>
    }
}

fn on_bar(choice: Choice) -> Vote {
    match choice {
        Choice::Accept => Vote::Accept,
        Choice::Reject => Vote::Reject,
        Choice::Defer => Vote::Defer,
    }
}
