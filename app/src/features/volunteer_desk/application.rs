//! One application: who it is, what they want, and the answer.

use domain::{
    views::{MyShift, VolunteerSheet},
    volunteer::{Act, Standing},
};
use i18n::{Label, date_pair, duration, localised, pick, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Disclosure, ErrorSummary, Ltr, PageHead, SubmitButton, SummaryList, SummaryRow, Tag, TextArea};

use super::api;
use crate::{
    features::{
        office::screen::{InOffice, load_frame},
        volunteer::{Attended, Certificate, tone, when::When},
    },
    form::{FormView, use_form},
    loaded::{load, param},
    public::PageTitle,
};

/// `/office/volunteers/applications/:reference`.
#[component]
pub fn ApplicationPage() -> impl IntoView {
    let sheet = load(param("reference"), api::sheet);
    let form = use_form("answer");
    let show = move |sheet: VolunteerSheet| view! { <ApplicationView sheet form=form.clone()/> }.into_any();
    view! { <InOffice frame=load_frame() data=sheet view=show/> }
}

#[component]
pub(super) fn ApplicationView(sheet: VolunteerSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = sheet.profile.name.full();
    let standing = sheet.standing.kind();
    let tag = view! { <Tag label=standing.label(locale) tone=tone(standing)/> };
    view! {
        <PageTitle title=title.clone() refused=form.was_refused()/>
        <PageHead
            title
            caption=pick(&sheet.title, locale).to_owned()
            back_href=localised(locale, "/office/volunteers")
            back_label=td_string!(locale, volunteer.desk.title)
            actions=tag.into_any()
        />
        <div class="flow-wide">
            <ErrorSummary items=form.summary()/>
            <Answer sheet=sheet.clone() form/>
            <About sheet=sheet.clone()/>
            <Shifts shifts=sheet.shifts.clone()/>
            <Certificates sheet/>
        </div>
    }
}

#[component]
fn About(sheet: VolunteerSheet) -> impl IntoView {
    let locale = use_locale();
    let profile = &sheet.profile;
    let comma = td_string!(locale, volunteer.list_comma);
    let skills = profile.skills.iter().map(|skill| skill.label(locale)).collect::<Vec<_>>().join(comma);
    let languages = profile.languages.iter().map(|tongue| tongue.label(locale)).collect::<Vec<_>>().join(comma);
    let born = format!(
        "{}{} {}",
        date_pair(locale, profile.born_on),
        td_string!(locale, dates.comma),
        td_string!(locale, volunteer.desk.age, count = sheet.age)
    );
    let guardian = profile.guardian.as_ref().map(domain::Mobile::local);
    view! {
        <SummaryList>
            <SummaryRow label=td_string!(locale, volunteer.reference)><Ltr text=sheet.reference.to_string()/></SummaryRow>
            <SummaryRow label=td_string!(locale, volunteer.applied_at) value=timestamp(locale, sheet.at)/>
            <SummaryRow label=td_string!(locale, volunteer.door.mobile)><Ltr text=sheet.mobile.local()/></SummaryRow>
            <SummaryRow label=td_string!(locale, volunteer.join.born) value=born/>
            {guardian.map(|guardian| view! {
                <SummaryRow label=td_string!(locale, volunteer.join.guardian)><Ltr text=guardian/></SummaryRow>
            })}
            <SummaryRow label=td_string!(locale, volunteer.join.skills) value=skills/>
            <SummaryRow label=td_string!(locale, volunteer.join.languages) value=languages/>
            <SummaryRow
                label=td_string!(locale, volunteer.join.words)
                value=sheet.words.as_ref().map(ToString::to_string)
            />
        </SummaryList>
    }
    .into_any()
}

/// The answer to be given, or the one that stands.
#[component]
fn Answer(sheet: VolunteerSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    if let Standing::Declined { reason, .. } = &sheet.standing {
        let reason = reason.to_string();
        return view! {
            <section class="card flow">
                <h2>{td_string!(locale, volunteer.desk.reason)}</h2>
                <p class="quoted">{reason}</p>
            </section>
        }
        .into_any();
    }
    if !sheet.allowed.contains(&Act::Answer) {
        return ().into_any();
    }
    let at = |step: &str| localised(locale, &format!("/office/volunteers/applications/{}/{step}", sheet.reference));
    let (accept, decline) = (at("accept"), at("decline"));
    let version = sheet.version.to_string();
    let declining = form.was_refused();
    view! {
        <section class="card acts flow">
            <h2>{td_string!(locale, volunteer.desk.answer)}</h2>
            <p class="hint">{td_string!(locale, volunteer.desk.answer_hint)}</p>
            <form method="post" action=accept>
                <input type="hidden" name="version" value=version.clone()/>
                <SubmitButton label=td_string!(locale, volunteer.desk.accept)/>
            </form>
            <Disclosure summary=td_string!(locale, volunteer.desk.decline) open=declining>
                <form method="post" action=decline class="flow">
                    <input type="hidden" name="version" value=version/>
                    <TextArea
                        name="reason"
                        label=td_string!(locale, volunteer.desk.reason_label)
                        hint=td_string!(locale, volunteer.desk.reason_hint)
                        value=form.value("reason", "")
                        error=form.error("reason")
                    />
                    <SubmitButton label=td_string!(locale, volunteer.desk.decline_send) kind=ButtonKind::Secondary/>
                </form>
            </Disclosure>
        </section>
    }
    .into_any()
}

#[component]
fn Shifts(shifts: Vec<MyShift>) -> impl IntoView {
    let locale = use_locale();
    let rows = shifts.into_iter().filter_map(|shift| {
        let attendance = shift.attendance?;
        let href = localised(locale, &format!("/office/volunteers/shifts/{}", shift.line.id));
        Some(view! {
            <li class="shift">
                <p class="shift-when"><a class="link" href=href><When plan=shift.line.plan/></a></p>
                <Attended attendance over=shift.over/>
            </li>
        })
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="flow" aria-labelledby="shifts">
                <h2 id="shifts">{td_string!(locale, volunteer.shifts)}</h2>
                <ul class="shifts">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Certificates(sheet: VolunteerSheet) -> impl IntoView {
    let locale = use_locale();
    if sheet.minutes == 0 && sheet.certificates.is_empty() {
        return ().into_any();
    }
    let action = localised(locale, &format!("/office/volunteers/applications/{}/certificate", sheet.reference));
    let issue = sheet.allowed.contains(&Act::Certify).then(|| {
        view! {
            <form method="post" action=action>
                <SubmitButton label=td_string!(locale, volunteer.desk.certify) kind=ButtonKind::Secondary/>
            </form>
        }
    });
    let cards = sheet.certificates.into_iter().map(|line| {
        let href = localised(locale, &format!("/office/volunteers/certificates/{}/certificate.pdf", line.id));
        view! { <Certificate line href/> }
    });
    view! {
        <section class="flow" aria-labelledby="certificates">
            <h2 id="certificates">{td_string!(locale, volunteer.certificates)}</h2>
            <p>{td_string!(locale, volunteer.desk.confirmed, time = duration(locale, sheet.minutes))}</p>
            <div class="cards">{cards.collect_view()}</div>
            {issue}
        </section>
    }
    .into_any()
}
