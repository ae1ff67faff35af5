//! The head of a case: who asks, for what, what it comes to, and what the researcher advises.

use domain::{
    NaiveDate,
    study::{Recommendation, Study},
    time::riyadh_date,
    views::Brief,
    window::Window,
};
use i18n::{Label, gregorian, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{Icon, PageHead, Stat, Stats, Tone, lu};

use super::{screen::isolated, study::most};
use crate::features::office::clock::waits;

/// Everything that decides, on the first screen.
#[component]
pub fn BriefHead(brief: Brief) -> impl IntoView {
    let locale = use_locale();
    let caption = format!("{} · {}", isolated(&brief.reference), pick(&brief.programme.name, locale));
    let gives = pick(&brief.programme.gives, locale).to_owned();
    view! {
        <PageHead title=brief.applicant_name.clone() lead=who(&brief) caption/>
        <div class="flow">
            <Glance brief=brief.clone()/>
            <div class="case-first">
                <figure class="need">
                    <figcaption>{td_string!(locale, committee.case.need)}</figcaption>
                    <blockquote dir="auto">{brief.need.clone()}</blockquote>
                </figure>
                <Advice study=brief.study.clone() researcher=pick(&brief.researcher, locale).to_owned()/>
            </div>
            <p class="gives">
                <strong>{td_string!(locale, committee.case.gives)}</strong>
                {gives}
            </p>
        </div>
    }
}

/// "Widow, aged 41".
fn who(brief: &Brief) -> String {
    let locale = use_locale();
    let group = brief.group.map(|group| group.label(locale)).unwrap_or_default();
    match brief.age {
        Some(age) => td_string!(locale, committee.case.who, group = group, age = age).to_string(),
        None => group.to_owned(),
    }
}

/// Four figures: the share per head, the household, the points, the clock.
#[component]
fn Glance(brief: Brief) -> impl IntoView {
    let locale = use_locale();
    let score = brief.study.score;
    let per_head = format!("{} {}", brief.net.per_head, td_string!(locale, ui.riyals));
    let children = td_string!(locale, committee.case.children, count = brief.children).to_string();
    let points =
        td_string!(locale, committee.case.score_of, points = score.points, most = most(&score, &brief.score_rule))
            .to_string();
    let clock = waits(brief.stage).then(|| view! { <Clock window=brief.window today=brief.today/> });
    view! {
        <Stats>
            <Stat label=td_string!(locale, committee.case.per_head) value=per_head/>
            <Stat label=td_string!(locale, committee.case.household) value=brief.people.to_string() note=children/>
            <Stat label=td_string!(locale, committee.case.score) value=points note=score.band.label(locale)/>
            {clock}
        </Stats>
    }
}

/// Which day of the window it is, and the date that matters next (H5).
#[component]
fn Clock(window: Window, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    let (latest, earliest) = (gregorian(locale, window.latest_reply_on), gregorian(locale, window.earliest_reply_on));
    let promise = window.day(window.latest_reply_on);
    let value = td_string!(locale, committee.case.day, day = window.day(today), promise = promise).to_string();
    let (note, tone) = if today > window.latest_reply_on {
        (td_string!(locale, committee.case.late, day = latest).to_string(), Tone::Red)
    } else if window.may_answer(today) {
        (td_string!(locale, committee.case.due, day = latest).to_string(), Tone::Green)
    } else {
        (td_string!(locale, committee.case.early, day = earliest).to_string(), Tone::Sand)
    };
    view! { <Stat label=td_string!(locale, committee.case.window) value note tone/> }
}

/// What the researcher advises, on which clause, and who they are.
#[component]
fn Advice(study: Study, researcher: String) -> impl IntoView {
    let locale = use_locale();
    let (class, icon, words) = match study.recommendation {
        Recommendation::Support => {
            ("advice advice-support", lu::LuThumbsUp, td_string!(locale, committee.case.support))
        }
        Recommendation::Decline => {
            ("advice advice-decline", lu::LuThumbsDown, td_string!(locale, committee.case.decline))
        }
    };
    let clause = td_string!(locale, committee.case.clause, clause = study.clause.to_string()).to_string();
    let by = td_string!(
        locale,
        committee.case.by,
        name = researcher,
        place = study.place.label(locale),
        day = gregorian(locale, riyadh_date(study.at))
    )
    .to_string();
    view! {
        <section class=class aria-labelledby="advice">
            <Icon icon/>
            <div>
                <h2 id="advice">{td_string!(locale, committee.case.advice)}</h2>
                <p class="advice-words">{words}</p>
                <p>{clause}</p>
                <p class="advice-by">{by}</p>
            </div>
        </section>
    }
}

/// What an appeal says, and what was decided before.
#[component]
pub fn Before(brief: Brief) -> impl IntoView {
    let locale = use_locale();
    let earlier = brief
        .earlier
        .into_iter()
        .map(|(number, outcome)| view! { <li><super::decision::OutcomeView number outcome/></li> })
        .collect::<Vec<_>>();
    view! {
        {brief.grounds.map(|grounds| view! {
            <figure class="need need-appeal">
                <figcaption>{td_string!(locale, committee.case.appeal)}</figcaption>
                <blockquote dir="auto">{grounds}</blockquote>
            </figure>
        })}
        {(!earlier.is_empty()).then(|| view! {
            <section class="flow" aria-labelledby="earlier">
                <h2 id="earlier">{td_string!(locale, committee.case.earlier)}</h2>
                <ul class="casts">{earlier}</ul>
            </section>
        })}
    }
}
