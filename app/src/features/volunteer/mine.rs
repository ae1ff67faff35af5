//! A volunteer's own page: what became of their applications, their shifts, hours and certificates.

use domain::{
    Reference,
    views::{CertificateLine, MyApplication, MyShift, VolunteerPage},
    volunteer::{Attendance, StandingKind},
};
use i18n::{Label, duration, gregorian, localised, pick, td_string, timestamp, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    ButtonKind, ButtonLink, DocumentCard, EmptyState, ErrorSummary, Ltr, Notice, NoticeKind, PageHead, Stat, Stats,
    SubmitButton, Tag, Tone, lu,
};

use super::{
    api,
    when::{Left, When},
};
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn MinePage() -> impl IntoView {
    let page = Resource::new(|| (), |()| api::mine());
    let form = use_form("shift");
    let received = use_query_map().with_untracked(|query| query.get("received"));
    let received: Option<Reference> = received.and_then(|raw| raw.parse().ok());
    let view =
        move |page: VolunteerPage| view! { <MineView page form=form.clone() received=received.clone()/> }.into_any();
    view! {
        <PublicPage>
            <Loaded resource=page view/>
        </PublicPage>
    }
}

/// `received`: the application that has just arrived.
#[component]
pub(super) fn MineView(page: VolunteerPage, form: FormView, received: Option<Reference>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, volunteer.mine.title, name = page.name);
    let received = received.filter(|new| page.applications.iter().any(|application| application.reference == *new));
    let nothing = page.applications.is_empty();
    let applications = page.applications.into_iter().map(|application| view! { <Application application/> });
    let applications = applications.collect_view();
    view! {
        <PageTitle title=title.clone() refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title lead=td_string!(locale, volunteer.mine.lead)/>
        <div class="flow-wide">
            {received.map(|reference| view! { <Received reference/> })}
            <Stats>
                <Stat
                    label=td_string!(locale, volunteer.mine.hours)
                    value=duration(locale, page.minutes)
                    note=td_string!(locale, volunteer.mine.hours_note)
                />
            </Stats>
            {nothing.then(|| view! { <EmptyState title=td_string!(locale, volunteer.mine.none) icon=lu::LuHandHeart/> })}
            {applications}
            <Certificates certificates=page.certificates/>
            <p>
                <ButtonLink
                    label=td_string!(locale, volunteer.mine.more)
                    href=localised(locale, "/volunteer")
                    kind=ButtonKind::Secondary
                />
            </p>
        </div>
    }
}

#[component]
fn Received(reference: Reference) -> impl IntoView {
    let locale = use_locale();
    view! {
        <Notice kind=NoticeKind::Success title=td_string!(locale, volunteer.mine.received)>
            <p>
                {td_string!(locale, volunteer.reference)} " " <Ltr text=reference.to_string()/> ". "
                {td_string!(locale, volunteer.mine.received_text)}
            </p>
        </Notice>
    }
}

/// The tone of a standing's tag.
pub fn tone(standing: StandingKind) -> Tone {
    match standing {
        StandingKind::Received => Tone::Sand,
        StandingKind::Accepted => Tone::Green,
        StandingKind::Declined => Tone::Grey,
    }
}

#[component]
fn Application(application: MyApplication) -> impl IntoView {
    let locale = use_locale();
    let MyApplication { reference, slug, title, place, standing, reason, at, shifts, minutes } = application;
    let id = format!("application-{slug}");
    let labelled_by = id.clone();
    let now = match standing {
        StandingKind::Received => td_string!(locale, volunteer.mine.now_received),
        StandingKind::Accepted => td_string!(locale, volunteer.mine.now_accepted),
        StandingKind::Declined => td_string!(locale, volunteer.mine.now_declined),
    };
    let rows = shifts.into_iter().map(|shift| view! { <Shift shift/> }).collect::<Vec<_>>();
    view! {
        <section class="card flow" aria-labelledby=labelled_by>
            <h2 id=id>{pick(&title, locale).to_owned()}</h2>
            <p><Tag label=standing.label(locale) tone=tone(standing)/></p>
            <p>{now}</p>
            {reason.map(|reason| view! { <p class="quoted">{reason.to_string()}</p> })}
            <dl class="facts">
                <dt>{td_string!(locale, volunteer.reference)}</dt>
                <dd><Ltr text=reference.to_string()/></dd>
                <dt>{td_string!(locale, volunteer.place)}</dt>
                <dd>{pick(&place, locale).to_owned()}</dd>
                <dt>{td_string!(locale, volunteer.applied_at)}</dt>
                <dd>{timestamp(locale, at)}</dd>
                {(minutes > 0).then(|| view! {
                    <dt>{td_string!(locale, volunteer.mine.hours)}</dt>
                    <dd>{duration(locale, minutes)}</dd>
                })}
            </dl>
            {(!rows.is_empty()).then(|| view! { <ul class="shifts">{rows}</ul> })}
        </section>
    }
    .into_any()
}

#[component]
fn Shift(shift: MyShift) -> impl IntoView {
    let locale = use_locale();
    let MyShift { line, attendance, may_change, over } = shift;
    let post = |step: &str| localised(locale, &format!("/volunteer/mine/shifts/{}/{step}", line.id));
    let state = match attendance {
        None => view! { <Left line/> }.into_any(),
        Some(attendance) => view! { <Attended attendance over/> }.into_any(),
    };
    let act = may_change.then(|| match attendance {
        None => (td_string!(locale, volunteer.mine.take), post("take"), ButtonKind::Secondary),
        Some(_) => (td_string!(locale, volunteer.mine.leave), post("leave"), ButtonKind::Quiet),
    });
    view! {
        <li class="shift">
            <p class="shift-when"><When plan=line.plan/></p>
            <div class="shift-foot">
                {state}
                {act.map(|(label, action, kind)| view! {
                    <form method="post" action=action><SubmitButton label kind/></form>
                })}
            </div>
        </li>
    }
}

/// What became of a place, in a tag.
#[component]
pub fn Attended(
    attendance: Attendance,
    /// The day has passed.
    #[prop(optional)]
    over: bool,
) -> impl IntoView {
    let locale = use_locale();
    let (label, tone) = match attendance {
        Attendance::Asked | Attendance::Held if over => {
            (td_string!(locale, volunteer.attendance.over).to_owned(), Tone::Grey)
        }
        Attendance::Asked => (td_string!(locale, volunteer.attendance.asked).to_owned(), Tone::Sand),
        Attendance::Held => (td_string!(locale, volunteer.attendance.held).to_owned(), Tone::Green),
        Attendance::Came { minutes } => {
            let time = duration(locale, minutes.into());
            (td_string!(locale, volunteer.attendance.came, time = time), Tone::Green)
        }
        Attendance::Missed => (td_string!(locale, volunteer.attendance.missed).to_owned(), Tone::Grey),
    };
    view! { <Tag label tone/> }
}

#[component]
fn Certificates(certificates: Vec<CertificateLine>) -> impl IntoView {
    let locale = use_locale();
    (!certificates.is_empty()).then(|| {
        let cards = certificates.into_iter().map(|line| {
            let href = localised(locale, &format!("/volunteer/mine/certificates/{}/certificate.pdf", line.id));
            view! { <Certificate line href/> }
        });
        view! {
            <section class="flow" aria-labelledby="certificates">
                <h2 id="certificates">{td_string!(locale, volunteer.certificates)}</h2>
                <div class="cards">{cards.collect_view()}</div>
            </section>
        }
    })
}

/// A certificate as a paper that can be opened.
#[component]
pub fn Certificate(line: CertificateLine, href: String) -> impl IntoView {
    let locale = use_locale();
    let note = td_string!(
        locale,
        volunteer.certificate_note,
        number = line.number,
        time = duration(locale, line.minutes),
        day = gregorian(locale, line.issued_on)
    );
    view! {
        <DocumentCard
            title=pick(&line.title, locale).to_owned()
            note
            icon=lu::LuAward
            href
            action=td_string!(locale, volunteer.open_certificate)
        />
    }
}
