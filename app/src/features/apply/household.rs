//! Who lives in the home, and how.

use domain::{
    application::Section,
    household::{Household, Kinship, Member, Tenure},
};
use i18n::{Label, Locale, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Icon, RadioGroup, SubmitButton, lu};

use super::{
    household_rows::{Row, field_id, field_of, rows},
    step::{SectionForm, Step, StepHead, named, section_page},
    words,
};
use crate::form::{FormView, use_form};

#[component]
pub fn HouseholdPage() -> impl IntoView {
    let form = use_form("");
    section_page(Section::Household, move |step| view! { <HouseholdView step form=form.clone()/> }.into_any())
}

#[component]
pub fn HouseholdView(step: Step, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let stored = step.answers().household.clone();
    let tenure =
        form.value("tenure", stored.as_ref().map(|household| words::slug(&household.tenure)).unwrap_or_default());
    let shown = form.typed().map_or_else(|| stored_rows(stored.as_ref(), step.sheet.told.people), rows);
    view! {
        <StepHead
            step=step.clone()
            title=Section::Household.label(locale)
            lead=td_string!(locale, apply.household.lead)
            problems=named(&form, |id| field_name(locale, id))
        />
        <SectionForm step form=form.clone() section=Section::Household>
            // What Enter presses: the first button of a form, and that must not be one that takes a row away.
            <button type="submit" class="visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true"></button>
            <RadioGroup
                name="tenure"
                legend=td_string!(locale, apply.household.tenure)
                choices=words::choices(&Tenure::ALL, locale)
                value=tenure
                error=form.error("tenure")
            />
            <Members rows=shown form/>
        </SectionForm>
    }
}

/// "Person 2, name".
fn field_name(locale: Locale, id: &str) -> Option<String> {
    let (field, row) = field_of(id);
    let field = match field {
        "member_name" => td_string!(locale, apply.household.name),
        "member_kinship" => td_string!(locale, apply.household.kinship),
        "member_born" => td_string!(locale, apply.household.born),
        _ => return None,
    };
    let member = td_string!(locale, apply.household.member, number = row + 1);
    Some(format!("{member}{} {field}", td_string!(locale, dates.comma)))
}

/// The members as stored; before that, a blank row for each person told of beside the applicant, or one.
fn stored_rows(stored: Option<&Household>, people: Option<u32>) -> Vec<Row> {
    let row = |member: &Member| Row {
        name: member.name.to_string(),
        kinship: words::slug(&member.kinship),
        born: member.born_on.format("%-d/%-m/%Y").to_string(),
    };
    let others = people.and_then(|people| usize::try_from(people).ok()).map_or(1, |people| people.saturating_sub(1));
    match stored {
        Some(household) => household.members.iter().map(row).collect(),
        None => vec![Row::default(); others.clamp(1, Household::MOST)],
    }
}

#[component]
fn Members(rows: Vec<Row>, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let more = rows.len() < Household::MOST;
    let members =
        rows.into_iter().enumerate().map(|(at, row)| view! { <MemberFields at row form=form.clone()/> }).collect_view();
    view! {
        <section class="members">
            <h2>{td_string!(locale, apply.household.members)}</h2>
            {members}
            {more.then(|| view! {
                <SubmitButton
                    label=td_string!(locale, apply.household.add)
                    kind=ButtonKind::Secondary
                    icon=lu::LuPlus
                    name="do"
                    value="add"
                />
            })}
        </section>
    }
}

#[component]
fn MemberFields(at: usize, row: Row, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let number = at + 1;
    let kinships = Kinship::ALL
        .into_iter()
        .map(|kinship| {
            let slug = words::slug(&kinship);
            let selected = slug == row.kinship;
            view! { <option value=slug selected=selected>{kinship.label(locale)}</option> }
        })
        .collect_view();
    let born_hint = format!("{}-hint", field_id("member_born", at));
    view! {
        <fieldset class="card member">
            <legend class="member-title">{td_string!(locale, apply.household.member, number = number)}</legend>
            <Cell name="member_name" at label=td_string!(locale, apply.household.name) error=form.error(&field_id("member_name", at))>
                <input class="control" id=field_id("member_name", at) name="member_name" type="text" value=row.name autocomplete="off"/>
            </Cell>
            <Cell name="member_kinship" at label=td_string!(locale, apply.household.kinship) error=form.error(&field_id("member_kinship", at))>
                <span class="select">
                    <select class="control" id=field_id("member_kinship", at) name="member_kinship">
                        <option value="">{td_string!(locale, ui.choose)}</option>
                        {kinships}
                    </select>
                    <Icon icon=lu::LuChevronDown/>
                </span>
            </Cell>
            <Cell name="member_born" at label=td_string!(locale, apply.household.born) error=form.error(&field_id("member_born", at))>
                <p class="hint" id=born_hint.clone()>{td_string!(locale, apply.household.born_hint)}</p>
                <input class="control width-10" id=field_id("member_born", at) name="member_born" type="text" dir="ltr" value=row.born aria-describedby=born_hint/>
            </Cell>
            <SubmitButton
                label=td_string!(locale, apply.household.remove, number = number)
                kind=ButtonKind::Quiet
                icon=lu::LuTrash2
                name="do"
                value=format!("remove-{at}")
            />
        </fieldset>
    }
}

/// A field of a row. The fields of `ui` have their name for an id, and here the name repeats.
#[component]
fn Cell(
    name: &'static str,
    at: usize,
    label: &'static str,
    error: Option<String>,
    children: Children,
) -> impl IntoView {
    let locale = use_locale();
    let class = if error.is_some() { "field field-invalid" } else { "field" };
    view! {
        <div class=class>
            <label class="label" for=field_id(name, at)>{label}</label>
            {error.map(|error| view! {
                <p class="field-message">
                    <Icon icon=lu::LuCircleAlert/>
                    <span>
                        <span class="visually-hidden">{td_string!(locale, ui.error)}" "</span>
                        {error}
                    </span>
                </p>
            })}
            {children()}
        </div>
    }
}
