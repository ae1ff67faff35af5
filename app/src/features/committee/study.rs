//! The figures of a case: the share per head as one sum, and the points as bars with their table.

use domain::{
    household::NetPerHead,
    study::{Score, ScoreRule},
};
use i18n::{Label, td_string, use_locale};
use leptos::prelude::*;
use ui::{Disclosure, Ltr};

use crate::features::office::figures::{Riyals, ScoreTable, part_words};

/// `income − rent − instalments = net ÷ people = share per head`, read in one glance.
#[component]
pub fn Sum(net: NetPerHead) -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="flow" aria-labelledby="sum">
            <h2 id="sum">{td_string!(locale, office.figures.title)}</h2>
            <dl class="equation">
                <Term label=td_string!(locale, office.figures.incomes)><Riyals amount=net.incomes/></Term>
                <Term sign="−" label=td_string!(locale, office.figures.rent)><Riyals amount=net.rent/></Term>
                <Term sign="−" label=td_string!(locale, office.figures.debts)><Riyals amount=net.debts/></Term>
                <Term sign="=" label=td_string!(locale, office.figures.net)><Riyals amount=net.net/></Term>
                <Term sign="÷" label=td_string!(locale, office.figures.people)><Ltr text=net.people.to_string()/></Term>
                <Term sign="=" label=td_string!(locale, office.figures.per_head) result=true>
                    <Riyals amount=net.per_head/>
                </Term>
            </dl>
        </section>
    }
}

#[component]
fn Term(
    #[prop(optional)] sign: Option<&'static str>,
    label: &'static str,
    #[prop(optional)] result: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=if result { "term term-result" } else { "term" }>
            <dt>{label}</dt>
            <dd>
                {sign.map(|sign| view! { <span class="term-sign" aria-hidden="true">{sign}</span> })}
                {children()}
            </dd>
        </div>
    }
}

/// The most points there are.
pub fn most(score: &Score, rule: &ScoreRule) -> u16 {
    score.parts.iter().map(|part| rule.most(part)).fold(0, u16::saturating_add)
}

/// A bar for each part of the score, against the most it could be, and the whole with the two bands marked.
#[component]
pub fn Bars(score: Score, rule: ScoreRule) -> impl IntoView {
    let locale = use_locale();
    let whole = most(&score, &rule);
    let parts = score.parts.iter().map(|part| (part_words(part), part.points(), rule.most(part))).collect::<Vec<_>>();
    let spoken = parts
        .iter()
        .map(|(words, points, most)| {
            td_string!(locale, committee.score.line, part = words.as_str(), points = *points, most = *most).to_string()
        })
        .collect::<Vec<_>>();
    let summary = td_string!(
        locale,
        committee.score.summary,
        points = score.points,
        most = whole,
        band = score.band.label(locale)
    )
    .to_string();
    let told = format!("{summary}. {}", spoken.join(". "));
    let bars = parts
        .into_iter()
        .map(|(words, points, most)| view! { <Bar words points most marks=Vec::new()/> })
        .collect_view();
    let bands =
        td_string!(locale, committee.score.high, high = rule.high_from, very_high = rule.very_high_from).to_string();
    let total = td_string!(locale, committee.score.total).to_owned();
    let caption = td_string!(locale, office.score.title);
    view! {
        <section class="flow" aria-labelledby="points">
            <h2 id="points">{caption}</h2>
            <p class="score-words">{summary}</p>
            <div class="bars" role="img" aria-label=told>
                {bars}
                <Bar words=total points=score.points most=whole marks=vec![rule.high_from, rule.very_high_from]/>
            </div>
            <p class="hint">{bands}</p>
            <Disclosure summary=td_string!(locale, committee.score.table)>
                <ScoreTable score id="score" caption/>
            </Disclosure>
        </section>
    }
}

/// One bar, in hundredths of its length; marks are drawn across it.
#[component]
fn Bar(words: String, points: u16, most: u16, marks: Vec<u16>) -> impl IntoView {
    let locale = use_locale();
    let of = td_string!(locale, committee.score.of, points = points, most = most).to_string();
    let class = if marks.is_empty() { "bar" } else { "bar bar-total" };
    let lines = marks
        .into_iter()
        .map(|mark| view! { <path class="bar-mark" d=format!("M{} 0v10", hundredths(mark, most))/> })
        .collect_view();
    view! {
        <div class=class>
            <span class="bar-words">{words}</span>
            <svg class="bar-line" viewBox="0 0 100 10" preserveAspectRatio="none">
                <rect class="bar-track" width="100" height="10"/>
                <rect class="bar-fill" width=hundredths(points, most).to_string() height="10"/>
                {lines}
            </svg>
            <span class="bar-points">{of}</span>
        </div>
    }
}

/// A part of a whole, in hundredths.
pub fn hundredths(part: u16, whole: u16) -> u32 {
    u32::from(part.min(whole)) * 100 / u32::from(whole.max(1))
}
