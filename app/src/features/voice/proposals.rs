//! What people proposed and what became of it, for everybody; without any name (G1, D7).

use domain::{views::PublicProposal, voice::Decision};
use i18n::{Label, date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, EmptyState, PageHead, Tag, Tone};

use super::api;
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// `/proposals`.
#[component]
pub fn ProposalsPage() -> impl IntoView {
    let proposals = Resource::new(|| (), |()| api::published());
    let show = |proposals: Vec<PublicProposal>| view! { <ProposalsView proposals/> }.into_any();
    view! { <PublicPage><Loaded resource=proposals view=show/></PublicPage> }
}

#[component]
pub fn ProposalsView(proposals: Vec<PublicProposal>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, voice.proposals.title);
    let (write, contact) = (td_string!(locale, voice.proposals.write), localised(locale, "/contact?kind=proposal"));
    let body = if proposals.is_empty() {
        let (title, text) = (td_string!(locale, voice.proposals.empty), td_string!(locale, voice.proposals.empty_text));
        view! { <EmptyState title text><ButtonLink label=write href=contact/></EmptyState> }.into_any()
    } else {
        let cards = proposals.into_iter().map(|proposal| view! { <Proposal proposal/> }).collect_view();
        view! {
            <ul class="requests">{cards}</ul>
            <p><ButtonLink label=write href=contact kind=ButtonKind::Secondary/></p>
        }
        .into_any()
    };
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, voice.proposals.lead)/>
        <div class="flow">{body}</div>
    }
}

#[component]
fn Proposal(proposal: PublicProposal) -> impl IntoView {
    let locale = use_locale();
    let PublicProposal { text, decision, published_on } = proposal;
    let became = text.became.map(|became| {
        view! {
            <h3>{td_string!(locale, voice.proposals.became)}</h3>
            <p class="talk-words" dir="auto">{became.to_string()}</p>
        }
    });
    view! {
        <li class="card proposal flow">
            <h2 class="proposal-title" dir="auto">{text.title.to_string()}</h2>
            <p><Tag label=decision.label(locale) tone=decision_tone(decision)/></p>
            <p class="talk-words" dir="auto">{text.wording.to_string()}</p>
            <h3>{td_string!(locale, voice.proposals.answer)}</h3>
            <p class="talk-words" dir="auto">{text.answer.to_string()}</p>
            {became}
            <p class="hint">{td_string!(locale, voice.proposals.published, day = date_pair(locale, published_on))}</p>
        </li>
    }
    .into_any()
}

/// The tone of a decision's tag.
pub fn decision_tone(decision: Decision) -> Tone {
    match decision {
        Decision::Adopted => Tone::Green,
        Decision::NotNow => Tone::Sand,
        Decision::Declined => Tone::Grey,
    }
}
