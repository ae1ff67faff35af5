//! Who came to a shift, and for how long.

use domain::{
    views::{AttendanceLine, AttendanceSheet},
    volunteer::Attendance,
};
use i18n::{date_pair, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{Column, DataTable, EmptyState, ErrorSummary, Ltr, Notice, PageHead, SubmitButton};

use super::api;
use crate::{
    features::{
        office::screen::{InOffice, load_frame},
        volunteer::{Attended, when::hours},
    },
    form::{FormView, use_form},
    loaded::{load, param},
    public::PageTitle,
};

/// `/office/volunteers/shifts/:id`.
#[component]
pub fn AttendancePage() -> impl IntoView {
    let sheet = load(param("id"), api::attendance);
    let form = use_form("attendance");
    let show = move |sheet: AttendanceSheet| view! { <AttendanceView sheet form=form.clone()/> }.into_any();
    view! { <InOffice frame=load_frame() data=sheet view=show/> }
}

#[component]
pub(super) fn AttendanceView(sheet: AttendanceSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, volunteer.attend.title);
    let when = format!(
        "{}{} {}",
        date_pair(locale, sheet.shift.plan.on),
        td_string!(locale, dates.comma),
        hours(locale, &sheet.shift.plan)
    );
    let back = localised(locale, &format!("/office/volunteers/opportunities/{}", sheet.slug));
    let opportunity = pick(&sheet.title, locale).to_owned();
    let (problems, refused) = (form.summary(), form.was_refused());
    let body = if sheet.lines.is_empty() {
        view! { <EmptyState title=td_string!(locale, volunteer.attend.nobody)/> }.into_any()
    } else {
        view! { <Sheet sheet form/> }.into_any()
    };
    view! {
        <PageTitle title refused/>
        <PageHead title caption=opportunity.clone() lead=when back_href=back back_label=opportunity/>
        <div class="flow">
            <ErrorSummary items=problems/>
            {body}
        </div>
    }
}

#[component]
fn Sheet(sheet: AttendanceSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let open = sheet.may_confirm;
    let planned = sheet.shift.plan.minutes();
    let mut columns = vec![
        Column::new(td_string!(locale, volunteer.desk.name)),
        Column::new(td_string!(locale, volunteer.door.mobile)),
    ];
    if open {
        columns.push(Column::new(td_string!(locale, volunteer.attend.came)));
        columns.push(Column::new(td_string!(locale, volunteer.attend.hours)));
    } else {
        columns.push(Column::new(td_string!(locale, volunteer.attend.state)));
    }
    let lines = sheet.lines.into_iter();
    let rows = lines.map(|line| view! { <Line line form=form.clone() open planned/> }).collect_view();
    let table = view! {
        <DataTable id="attendance" caption=td_string!(locale, volunteer.attend.title) columns caption_hidden=true>
            {rows}
        </DataTable>
    };
    if !open {
        return view! {
            <Notice title=td_string!(locale, volunteer.attend.later)/>
            {table}
        }
        .into_any();
    }
    let action = localised(locale, &format!("/office/volunteers/shifts/{}", sheet.shift.id));
    view! {
        <form method="post" action=action class="flow" novalidate=true>
            <input type="hidden" name="version" value=sheet.version.to_string()/>
            <p class="hint">{td_string!(locale, volunteer.attend.hint)}</p>
            {table}
            <div class="actions"><SubmitButton label=td_string!(locale, volunteer.attend.confirm)/></div>
        </form>
    }
    .into_any()
}

#[component]
fn Line(line: AttendanceLine, form: FormView, open: bool, planned: u16) -> impl IntoView {
    let locale = use_locale();
    let AttendanceLine { place, name, mobile, attendance } = line;
    let cells = if open {
        let field = format!("time_{place}");
        let error = form.error(&field);
        let minutes = if attendance.minutes() > 0 { attendance.minutes() } else { planned };
        let stored = format!("{}:{:02}", minutes / 60, minutes % 60);
        let came = form.chosen("came", &place.to_string(), !matches!(attendance, Attendance::Missed));
        let label = |words: &str| format!("{words}{} {name}", td_string!(locale, dates.comma));
        view! {
            <td>
                <label class="choice attend-box">
                    <input type="checkbox" name="came" value=place.to_string() checked=came/>
                    <span class="visually-hidden">{label(td_string!(locale, volunteer.attend.came))}</span>
                </label>
            </td>
            <td>
                <input
                    class="control width-4"
                    id=field.clone()
                    name=field.clone()
                    type="text"
                    inputmode="numeric"
                    dir="ltr"
                    value=form.value(&field, stored)
                    aria-label=label(td_string!(locale, volunteer.attend.hours))
                    aria-invalid=error.is_some().then_some("true")
                />
                {error.map(|error| view! { <p class="field-message">{error}</p> })}
            </td>
        }
        .into_any()
    } else {
        view! { <td><Attended attendance/></td> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td><Ltr text=mobile.local()/></td>
            {cells}
        </tr>
    }
}
