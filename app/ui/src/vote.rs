//! The vote of a committee member.

use leptos::prelude::*;

use crate::{icon::Icon, lu, tone::Tone};
use i18n::{td_string, use_locale};

/// What a member can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    Accept,
    Reject,
    Defer,
}

impl Vote {
    /// The value the form sends.
    pub fn value(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Defer => "defer",
        }
    }
}

/// Accept, reject or defer: one touch to choose, one to confirm. Stands in a form; sends `{name}` as
/// `accept`, `reject` or `defer`. Children are the reason field and the button.
#[component]
pub fn VoteBar(
    #[prop(default = "vote".into(), into)] name: String,
    #[prop(into)] legend: String,
    #[prop(optional)] chosen: Option<Vote>,
    children: Children,
) -> impl IntoView {
    let choices = [Vote::Accept, Vote::Reject, Vote::Defer]
        .into_iter()
        .map(|vote| {
            let id = if vote == Vote::Accept { name.clone() } else { format!("{name}-{}", vote.value()) };
            view! { <VoteChoice id=id name=name.clone() vote=vote checked=chosen == Some(vote) /> }
        })
        .collect_view();
    view! {
        <div class="vote">
            <fieldset>
                <legend class="legend">{legend}</legend>
                <div class="vote-choices">{choices}</div>
            </fieldset>
            <div class="vote-more">{children()}</div>
        </div>
    }
}

#[component]
fn VoteChoice(id: String, name: String, vote: Vote, checked: bool) -> impl IntoView {
    let locale = use_locale();
    let (tone, icon, word) = match vote {
        Vote::Accept => (Tone::Green, lu::LuCheck, td_string!(locale, ui.accept)),
        Vote::Reject => (Tone::Red, lu::LuX, td_string!(locale, ui.reject)),
        Vote::Defer => (Tone::Sand, lu::LuPause, td_string!(locale, ui.defer)),
    };
    view! {
        <label class=format!("vote-choice {}", tone.class())>
            <input type="radio" id=id name=name value=vote.value() checked=checked />
            <Icon icon=icon />
            {word}
        </label>
    }
}
