//! The status page: what is so, when the answer comes, what came before, what comes next.

use domain::{
    access::Action,
    rating::Standing,
    request::{Applicant, Gap, StageKind, actions::possible},
    time::riyadh_date,
    views::{StatusSheet, TimelineEntry, TimelineKind},
    window::Window,
};
use i18n::{Label, Locale, date_pair, gregorian, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, DocumentCard, Ltr, Notice, NoticeKind, StepState, Timeline, TimelineStep};

use super::{
    address,
    answer::AnswerView,
    api,
    representation::Representation,
    way::{Ahead, ahead, stand},
};
use crate::{
    features::portal::window::AnswerWindow,
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn StatusPage() -> impl IntoView {
    let sheet = load(param("reference"), api::status);
    view! {
        <PublicPage>
            <Loaded resource=sheet view=|sheet: StatusSheet| view! { <StatusView sheet/> }.into_any()/>
        </PublicPage>
    }
}

#[component]
pub(super) fn StatusView(sheet: StatusSheet) -> impl IntoView {
    let locale = use_locale();
    let stage = sheet.seen.stage;
    let answer = sheet.seen.answer.clone();
    let (reference, may_change) = (sheet.reference.clone(), sheet.may_change);
    let today = sheet.today;
    view! {
        <PageTitle title=format!("{} {reference}", stand(locale, stage).title)/>
        <Head sheet=sheet.clone()/>
        <div class="flow-wide">
            <ToDo sheet=sheet.clone()/>
            {answer
                .filter(|_| stage != StageKind::Appealed)
                .map(|answer| {
                    let href = localised(locale, &format!("{}/appeal", address(&reference)));
                    let appeal_href = (may_change && possible(stage).contains(&Action::Appeal)).then_some(href);
                    let said = matches!(stage, StageKind::Accepted | StageKind::Rejected | StageKind::Deferred);
                    view! { <AnswerView answer today said appeal_href/> }
                })}
            <Dates sheet=sheet.clone()/>
            <Journey sheet=sheet.clone()/>
            <Papers sheet=sheet.clone()/>
            <Representation sheet=sheet.clone()/>
            <Change sheet/>
        </div>
    }
}

#[component]
fn Head(sheet: StatusSheet) -> impl IntoView {
    let locale = use_locale();
    let words = stand(locale, sheet.seen.stage);
    let programme = pick(&sheet.programme, locale).to_owned();
    view! {
        <div class="page-head status">
            <ui::Khatam/>
            {sheet.may_change.then(|| view! { <ui::BackLink href=localised(locale, "/my/requests")/> })}
            <span class="caption">
                {td_string!(locale, track.status.caption, programme = programme)} " "
                <Ltr text=sheet.reference.to_string()/>
            </span>
            <h1>{words.title}</h1>
            <p class="lead">{words.now}</p>
            {words
                .who
                .map(|who| {
                    view! {
                        <p class="status-who">
                            <span>{td_string!(locale, track.status.who)}</span> " " <strong>{who}</strong>
                        </p>
                    }
                })}
        </div>
    }
    .into_any()
}

/// What the reader can do now, if anything: complete, continue, receive, rate, begin anew.
#[component]
fn ToDo(sheet: StatusSheet) -> impl IntoView {
    let locale = use_locale();
    let apply = localised(locale, &format!("/apply/{}", sheet.reference));
    match sheet.seen.stage {
        StageKind::Draft if sheet.may_change => {
            view! { <p><ButtonLink label=td_string!(locale, track.status.carry_on) href=apply/></p> }.into_any()
        }
        StageKind::Returned => {
            let href = sheet.may_change.then_some(apply);
            view! { <Gaps seen=sheet.seen href/> }.into_any()
        }
        StageKind::Delivering => view! {
            <Notice kind=NoticeKind::Waiting title=td_string!(locale, track.status.code_title)>
                <p>{td_string!(locale, track.status.code_text)}</p>
            </Notice>
        }
        .into_any(),
        StageKind::Completed => view! { <Rate sheet/> }.into_any(),
        StageKind::Withdrawn | StageKind::Lapsed => {
            let href = localised(locale, &format!("/programmes/{}", sheet.programme_slug));
            view! { <p><ButtonLink label=td_string!(locale, track.status.again) href/></p> }.into_any()
        }
        _ => ().into_any(),
    }
}

#[component]
fn Gaps(seen: Applicant, href: Option<String>) -> impl IntoView {
    let locale = use_locale();
    let rows = seen
        .gaps
        .into_iter()
        .map(|gap| match gap {
            Gap::Section { section } => view! { <li>{section.label(locale)}</li> },
            Gap::Document { kind } => view! { <li>{kind.label(locale)}</li> },
        })
        .collect_view();
    view! {
        <section class="card flow" aria-labelledby="gaps">
            <h2 id="gaps">{td_string!(locale, track.status.gaps)}</h2>
            <ul class="plain-list">{rows}</ul>
            {seen
                .gap_words
                .map(|words| {
                    view! {
                        <p>{td_string!(locale, track.status.gaps_words)}</p>
                        <blockquote class="quoted" dir="auto">{words.to_string()}</blockquote>
                    }
                })}
            {seen
                .complete_by
                .map(|day| view! { <p>{td_string!(locale, track.status.complete_by, day = date_pair(locale, day))}</p> })}
            {href
                .map(|href| view! { <p><ButtonLink label=td_string!(locale, track.status.complete) href/></p> })}
        </section>
    }
    .into_any()
}

#[component]
fn Rate(sheet: StatusSheet) -> impl IntoView {
    let locale = use_locale();
    match sheet.rating {
        Standing::Closed => return ().into_any(),
        Standing::Given { level } => {
            let words = td_string!(locale, track.status.rated, level = level.label(locale));
            return view! { <Notice kind=NoticeKind::Success><p>{words}</p></Notice> }.into_any();
        }
        Standing::Open => {}
    }
    let href = localised(locale, &format!("{}/rate", address(&sheet.reference)));
    view! {
        <section class="card flow" aria-labelledby="rate">
            <h2 id="rate">{td_string!(locale, track.status.rate_title)}</h2>
            <p>{td_string!(locale, track.status.rate_text)}</p>
            <p><ButtonLink label=td_string!(locale, track.status.rate) href/></p>
        </section>
    }
    .into_any()
}

/// Has an answer gone out, be it one that was put off or appealed against since?
fn was_answered(sheet: &StatusSheet) -> bool {
    sheet.timeline.iter().any(|entry| entry.kind == TimelineKind::AnswerIssued)
}

/// The window of the answer, while one is awaited. A return that is sent again opens a new one.
fn awaited(sheet: &StatusSheet) -> Option<Window> {
    let stage = sheet.seen.stage;
    let awaits = ahead(stage).contains(&Ahead::Answer) && stage != StageKind::Returned && !was_answered(sheet);
    sheet.seen.window.filter(|_| awaits)
}

/// The two dates (H5). Late, we say so.
#[component]
fn Dates(sheet: StatusSheet) -> impl IntoView {
    let locale = use_locale();
    let window = awaited(&sheet)?;
    let late = sheet.today > window.latest_reply_on;
    let section = view! {
        <section class="flow" aria-labelledby="dates">
            <h2 id="dates">{td_string!(locale, track.status.window)}</h2>
            {late
                .then(|| {
                    view! {
                        <Notice kind=NoticeKind::Problem title=td_string!(locale, track.status.late_title)>
                            <p>{td_string!(locale, track.status.late_text)}</p>
                        </Notice>
                    }
                })}
            <AnswerWindow window today=sheet.today/>
            <p>{td_string!(locale, track.status.window_text)}</p>
        </section>
    };
    Some(section.into_any())
}

#[component]
fn Journey(sheet: StatusSheet) -> impl IntoView {
    let locale = use_locale();
    let stage = sheet.seen.stage;
    let over = stand(locale, stage).who.is_none();
    let window = awaited(&sheet);
    // The title says what is so now; here its beginning does, with its day.
    let last = sheet.timeline.len().saturating_sub(1);
    let happened = sheet.timeline.into_iter().enumerate().map(|(at, entry)| {
        let state = if at == last && !over { StepState::Now } else { StepState::Done };
        happened(locale, &entry, state)
    });
    let happened = happened.collect_view();
    let next = ahead(stage)
        .iter()
        .map(|step| {
            let when = window.filter(|_| *step == Ahead::Answer).map(|window| {
                td_string!(
                    locale,
                    track.list.between,
                    earliest = gregorian(locale, window.earliest_reply_on),
                    latest = gregorian(locale, window.latest_reply_on)
                )
            });
            view! { <TimelineStep title=step.words(locale) state=StepState::Next when/> }
        })
        .collect_view();
    view! {
        <section class="flow" aria-labelledby="journey">
            <h2 id="journey">{td_string!(locale, track.status.journey)}</h2>
            <Timeline>
                {happened}
                {next}
            </Timeline>
        </section>
    }
    .into_any()
}

fn happened(locale: Locale, entry: &TimelineEntry, state: StepState) -> impl IntoView + use<> {
    let when = date_pair(locale, riyadh_date(entry.at));
    view! { <TimelineStep title=entry.kind.label(locale) state when/> }
}

/// Letters to keep. They are files, so the browser fetches them itself.
#[component]
fn Papers(sheet: StatusSheet) -> impl IntoView {
    let locale = use_locale();
    let file = |name: &str| localised(locale, &format!("{}/{name}", address(&sheet.reference)));
    let receipt = (sheet.seen.window.is_some() && sheet.seen.stage != StageKind::Returned)
        .then(|| (td_string!(locale, track.status.receipt), file("receipt.pdf")));
    let letter = sheet.seen.answer.is_some().then(|| (td_string!(locale, track.status.letter), file("answer.pdf")));
    let papers: Vec<_> = receipt.into_iter().chain(letter).collect();
    if papers.is_empty() {
        return None;
    }
    let cards = papers
        .into_iter()
        .map(|(title, href)| {
            view! {
                <DocumentCard
                    title
                    note=td_string!(locale, track.status.pdf)
                    href
                    action=td_string!(locale, track.status.open)
                />
            }
        })
        .collect_view();
    let number = sheet.seen.file_number;
    let section = view! {
        <section class="flow" aria-labelledby="papers">
            <h2 id="papers">{td_string!(locale, track.status.papers)}</h2>
            {number
                .map(|number| view! { <p>{td_string!(locale, track.status.file)} " " <Ltr text=number/></p> })}
            <div class="cards">{cards}</div>
        </section>
    };
    Some(section.into_any())
}

#[component]
fn Change(sheet: StatusSheet) -> impl IntoView {
    let locale = use_locale();
    let withdraw = sheet.may_withdraw();
    let href = localised(locale, &format!("{}/withdraw", address(&sheet.reference)));
    let door = localised(locale, &format!("/sign-in?next={}", address(&sheet.reference)));
    let ask = localised(locale, &format!("/contact?kind=inquiry&about={}", sheet.reference));
    view! {
        <div class="flow status-end">
            <p>
                {td_string!(locale, track.status.question)} " "
                <a href=ask>{td_string!(locale, track.status.question_link)}</a>
            </p>
            {(!sheet.may_change)
                .then(|| {
                    view! {
                        <p>
                            {td_string!(locale, track.status.sign_in)} " "
                            <a href=door>{td_string!(locale, track.status.sign_in_link)}</a>
                        </p>
                    }
                })}
            {withdraw
                .then(|| {
                    view! {
                        <p>
                            <ButtonLink
                                label=td_string!(locale, track.status.withdraw)
                                href
                                kind=ButtonKind::Quiet
                            />
                        </p>
                    }
                })}
        </div>
    }
    .into_any()
}
