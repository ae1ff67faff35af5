//! Recording the decision, and the decision once it is recorded (H5).

use domain::{
    access::Action,
    committee::{Choice, Outcome},
    request::StageKind,
    views::Brief,
};
use i18n::{Label, date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Notice, NoticeKind, SubmitButton, Tag, TextArea, TextField, Width, ltr};

use super::votes::{Standing, tone};
use crate::{AppError, form::FormView};

/// For the chair and the secretary: what the votes come to, its words, and one button. Nothing for the others.
#[component]
pub fn DecisionView(brief: Brief, form: FormView) -> impl IntoView {
    let locale = use_locale();
    if let Some((number, outcome)) = brief.decision.clone().filter(|_| brief.stage != StageKind::BeforeCommittee) {
        return view! { <Decided brief number outcome/> }.into_any();
    }
    if !brief.allowed.contains(&Action::Decide) {
        return ().into_any();
    }
    let changed = form.error_of_all() == Some(&AppError::Conflict);
    let body = match brief.standing {
        None => view! { <p>{td_string!(locale, committee.decide.vote_first)}</p> }.into_any(),
        Some(Err(why)) => view! { <Standing standing=Err(why)/> }.into_any(),
        Some(Ok(choice)) => view! { <DecideForm brief choice form/> }.into_any(),
    };
    view! {
        <section class="card flow" aria-labelledby="decide">
            <h2 id="decide">{td_string!(locale, committee.decide.title)}</h2>
            {changed.then(|| view! {
                <Notice kind=NoticeKind::Waiting title=td_string!(locale, committee.decide.changed)>
                    <p>{td_string!(locale, committee.decide.changed_text)}</p>
                </Notice>
            })}
            {body}
        </section>
    }
    .into_any()
}

#[component]
fn DecideForm(brief: Brief, choice: Choice, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let window = brief.window;
    let outcome = td_string!(locale, committee.decide.outcome, choice = choice.label(locale)).to_string();
    let held = if window.may_answer(brief.today) {
        td_string!(locale, committee.decide.at_once).to_owned()
    } else {
        td_string!(locale, committee.decide.held, day = date_pair(locale, window.earliest_reply_on)).to_string()
    };
    let send = td_string!(locale, committee.decide.send, choice = choice.label(locale)).to_string();
    let (tone, icon) = tone(choice);
    view! {
        <p><Tag label=outcome tone icon/></p>
        <p>{td_string!(locale, committee.decide.number)}</p>
        <p>{held}</p>
        <form
            method="post"
            action=localised(locale, &format!("/committee/cases/{}/decide", brief.reference))
            class="flow"
        >
            <input type="hidden" name="version" value=brief.version.to_string()/>
            {(choice != Choice::Accept).then(|| view! {
                <TextArea
                    name="because"
                    label=td_string!(locale, committee.decide.reason)
                    hint=td_string!(locale, committee.decide.reason_hint)
                    value=form.value("because", gathered(&brief, choice))
                    error=form.error("because")
                    rows=5
                />
            })}
            {(choice == Choice::Reject).then(|| view! {
                <TextField
                    name="clause"
                    label=td_string!(locale, committee.decide.clause)
                    hint=td_string!(locale, committee.decide.clause_hint)
                    value=form.value("clause", "")
                    error=form.error("clause")
                    width=Width::Twenty
                    autocomplete="off"
                />
            })}
            <div class="actions"><SubmitButton label=send/></div>
        </form>
    }
}

/// The reasons of those who voted so, each once.
fn gathered(brief: &Brief, choice: Choice) -> String {
    let mut reasons: Vec<String> = Vec::new();
    for cast in brief.votes.iter().filter(|cast| cast.vote.choice == choice) {
        if let Some(reason) = cast.vote.reason.as_ref().map(ToString::to_string)
            && !reasons.contains(&reason)
        {
            reasons.push(reason);
        }
    }
    reasons.join("\n")
}

#[component]
fn Decided(brief: Brief, number: String, outcome: Outcome) -> impl IntoView {
    let locale = use_locale();
    let (kind, when) = if brief.stage == StageKind::DecisionHeld {
        let day = date_pair(locale, brief.window.earliest_reply_on);
        (NoticeKind::Waiting, td_string!(locale, committee.decided.held, day = day).to_string())
    } else {
        (NoticeKind::Success, td_string!(locale, committee.decided.issued).to_owned())
    };
    view! {
        <Notice kind>
            <OutcomeView number outcome/>
            <p>{when}</p>
        </Notice>
    }
}

/// A decision with its number, its reason and its clause.
#[component]
pub fn OutcomeView(number: String, outcome: Outcome) -> impl IntoView {
    let locale = use_locale();
    let number = ltr(number);
    let title = td_string!(locale, committee.decided.title, number = number, choice = outcome.choice().label(locale))
        .to_string();
    let (reason, clause) = match outcome {
        Outcome::Accepted => (None, None),
        Outcome::Rejected { reason, clause } => (Some(reason.to_string()), Some(clause.to_string())),
        Outcome::Deferred { reason } => (Some(reason.to_string()), None),
    };
    view! {
        <p class="card-title">{title}</p>
        {reason.map(|reason| view! { <p class="cast-reason" dir="auto">{reason}</p> })}
        {clause.map(|clause| view! { <p>{td_string!(locale, committee.decided.clause)}": "{clause}</p> })}
    }
}
