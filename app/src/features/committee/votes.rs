//! The votes so far, for who has voted already.

use domain::{
    committee::{Choice, NoDecision},
    views::{Brief, CastVote},
};
use i18n::{Label, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{Glyph, Tag, Tone, lu};

use crate::AppError;

/// The colour and sign of a choice, the same as on the vote bar.
pub fn tone(choice: Choice) -> (Tone, Glyph) {
    match choice {
        Choice::Accept => (Tone::Green, lu::LuCheck),
        Choice::Reject => (Tone::Red, lu::LuX),
        Choice::Defer => (Tone::Sand, lu::LuPause),
    }
}

#[component]
pub fn VotesView(brief: Brief) -> impl IntoView {
    let locale = use_locale();
    let body = match brief.standing {
        None => view! { <p class="hint">{td_string!(locale, committee.votes.hidden)}</p> }.into_any(),
        Some(standing) if brief.votes.is_empty() && brief.recusals.is_empty() => {
            view! { <p>{td_string!(locale, committee.votes.none)}</p><Standing standing/> }.into_any()
        }
        Some(standing) => {
            let quorum = brief.rule.quorum;
            let count = |choice| brief.votes.iter().filter(|cast| cast.vote.choice == choice).count();
            let counts = td_string!(
                locale,
                committee.votes.count,
                accept = count(Choice::Accept),
                reject = count(Choice::Reject),
                defer = count(Choice::Defer),
                quorum = quorum
            )
            .to_string();
            let votes = brief.votes.into_iter().map(|cast| view! { <Cast cast/> }).collect_view();
            let aside = brief
                .recusals
                .into_iter()
                .map(|member| {
                    let name = pick(&member.name, locale).to_owned();
                    view! {
                        <li class="cast">
                            <span class="cast-name">{name}</span>
                            <Tag label=td_string!(locale, committee.votes.aside)/>
                        </li>
                    }
                })
                .collect_view();
            view! {
                <p class="cast-counts">{counts}</p>
                <Standing standing/>
                <ul class="casts">{votes}{aside}</ul>
            }
            .into_any()
        }
    };
    view! {
        <section class="flow" aria-labelledby="votes">
            <h2 id="votes">{td_string!(locale, committee.votes.title)}</h2>
            {body}
        </section>
    }
}

/// What the votes come to, or what is still missing.
#[component]
pub fn Standing(standing: Result<Choice, NoDecision>) -> impl IntoView {
    let locale = use_locale();
    let words = match standing {
        Ok(choice) => td_string!(locale, committee.votes.ready, choice = choice.label(locale)).to_string(),
        Err(why) => AppError::NoDecision { why }.words(locale),
    };
    view! { <p>{words}</p> }
}

#[component]
fn Cast(cast: CastVote) -> impl IntoView {
    let locale = use_locale();
    let CastVote { member, vote } = cast;
    let (tone, icon) = tone(vote.choice);
    view! {
        <li class="cast">
            <span class="cast-name">{pick(&member.name, locale).to_owned()}</span>
            <Tag label=vote.choice.label(locale) tone icon/>
            {vote.reason.map(|reason| view! { <p class="cast-reason" dir="auto">{reason.to_string()}</p> })}
        </li>
    }
}
