//! The agenda of a session: which files wait for this member, and the way through them.

use domain::{
    NaiveDate, SessionId,
    request::StageKind,
    views::{Agenda, AgendaLine},
};
use i18n::{Label, date_pair, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonLink, EmptyState, Ltr, PageHead, Tag, Tone, lu};

use super::{
    api,
    screen::{Done, use_done},
    votes::tone,
};
use crate::{
    features::office::{
        clock::Clock,
        screen::{InOffice, load_frame},
        words::{stage_tone, stage_words},
    },
    loaded::{load, param},
    public::PageTitle,
};

/// `/committee/sessions/:id`.
#[component]
pub fn AgendaPage() -> impl IntoView {
    let (frame, agenda) = (load_frame(), load(param::<SessionId>("id"), api::files));
    let query = use_done();
    let show = move |agenda: Agenda| view! { <Done query/><AgendaView agenda/> }.into_any();
    view! { <InOffice frame data=agenda view=show/> }
}

#[component]
pub fn AgendaView(agenda: Agenda) -> impl IntoView {
    let locale = use_locale();
    let Agenda { session, lines, next, today } = agenda;
    let voted = lines.iter().filter(|line| line.my_vote.is_some()).count();
    let of = voted + lines.iter().filter(|line| line.waits).count();
    let rows = lines.iter().cloned().map(|line| view! { <Row line today/> }).collect_view();
    view! {
        <PageTitle title=session.title.clone()/>
        <PageHead
            title=session.title
            lead=date_pair(locale, session.held_on)
            back_href=localised(locale, "/committee")
            back_label=td_string!(locale, committee.agenda.back)
        />
        <div class="flow committee-page">
            {(of > 0).then(|| view! { <Progress voted of next/> })}
            {if lines.is_empty() {
                let (title, text) =
                    (td_string!(locale, committee.agenda.none), td_string!(locale, committee.agenda.none_text));
                view! { <EmptyState title text/> }.into_any()
            } else {
                view! {
                    <section class="flow" aria-labelledby="files">
                        <h2 id="files">{td_string!(locale, committee.agenda.files)}</h2>
                        <ol class="agenda">{rows}</ol>
                    </section>
                }
                .into_any()
            }}
        </div>
    }
}

/// How far this member has come, and where to go on.
#[component]
fn Progress(voted: usize, of: usize, next: Option<domain::Reference>) -> impl IntoView {
    let locale = use_locale();
    let words = td_string!(locale, committee.agenda.progress, voted = voted, of = of).to_string();
    view! {
        <section class="card agenda-progress">
            <div class="agenda-progress-words">
                <p class="card-title">{words}</p>
                <p class="hint">
                    {if next.is_some() {
                        td_string!(locale, committee.agenda.begin_hint)
                    } else {
                        td_string!(locale, committee.agenda.done)
                    }}
                </p>
            </div>
            {next.map(|next| {
                let href = localised(locale, &format!("/committee/cases/{next}"));
                view! { <ButtonLink label=td_string!(locale, committee.agenda.begin) href/> }
            })}
            <progress class="agenda-bar" max=of.to_string() value=voted.to_string() aria-hidden="true"></progress>
        </section>
    }
}

#[component]
fn Row(line: AgendaLine, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    let href = localised(locale, &format!("/committee/cases/{}", line.reference));
    let name = if line.open {
        view! { <a class="agenda-name" href=href>{line.applicant_name.clone()}</a> }.into_any()
    } else {
        view! { <span class="agenda-name">{td_string!(locale, committee.agenda.closed_name)}</span> }.into_any()
    };
    let class = if line.waits { "agenda-row agenda-row-waits" } else { "agenda-row" };
    view! {
        <li class=class>
            <div class="agenda-who">
                {name}
                <span class="agenda-about">
                    <Ltr text=line.reference.to_string()/>" · "{pick(&line.programme, locale).to_owned()}
                </span>
                {why_closed(&line).map(|why| view! { <span class="agenda-about">{why}</span> })}
            </div>
            <div class="agenda-clock"><Clock window=line.window stage=line.stage today/></div>
            <div class="agenda-state"><State line/></div>
        </li>
    }
}

fn why_closed(line: &AgendaLine) -> Option<&'static str> {
    let locale = use_locale();
    if line.stepped_aside {
        Some(td_string!(locale, committee.agenda.aside))
    } else if line.open {
        None
    } else {
        Some(td_string!(locale, committee.agenda.closed))
    }
}

/// Where the file stands for this reader.
#[component]
fn State(line: AgendaLine) -> impl IntoView {
    let locale = use_locale();
    if line.stage != StageKind::BeforeCommittee {
        return view! { <Tag label=stage_words(line.stage, locale) tone=stage_tone(line.stage)/> }.into_any();
    }
    let votes = td_string!(locale, committee.agenda.votes, count = line.votes).to_string();
    let mine = match line.my_vote {
        Some(choice) => {
            let label = td_string!(locale, committee.agenda.voted, choice = choice.label(locale)).to_string();
            let (tone, icon) = tone(choice);
            view! { <Tag label tone icon/> }.into_any()
        }
        None if line.waits => {
            view! { <Tag label=td_string!(locale, committee.agenda.waits) tone=Tone::Sand icon=lu::LuVote/> }.into_any()
        }
        None => ().into_any(),
    };
    view! {
        {mine}
        <span class="agenda-votes">{votes}</span>
    }
    .into_any()
}
