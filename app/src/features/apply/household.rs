//! Who lives in the home, and how.

use domain::{
    application::Section,
    household::{Health, Household, Kinship, Member, Residence, Schooling, Tenure},
};
use i18n::{Label, Locale, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Choice, Icon, RadioGroup, SubmitButton, lu};

use super::{
    household_rows::{Row, field_id, field_of, rows},
    step::{SectionForm, Step, StepHead, section_page},
    words,
};
use crate::form::FormView;

#[component]
pub fn HouseholdPage() -> impl IntoView {
    section_page(Section::Household, |step, form| view! { <HouseholdView step form/> }.into_any())
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
            problems=form.named_summary(|id| field_name(locale, id))
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
        "member_schooling" => td_string!(locale, apply.household.schooling),
        "member_health" => td_string!(locale, apply.household.health),
        "member_residence" => td_string!(locale, apply.household.residence),
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
        schooling: words::slug(&member.schooling),
        health: words::slug(&member.health),
        residence: words::slug(&member.residence),
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
    let residence_hint = format!("{}-hint", field_id("member_residence", at));
    let born_hint = format!("{}-hint", field_id("member_born", at));
    view! {
        <fieldset class="card member">
            <legend class="member-title">{td_string!(locale, apply.household.member, number = number)}</legend>
            <Cell name="member_name" at label=td_string!(locale, apply.household.name) error=form.error(&field_id("member_name", at))>
                <input class="control" id=field_id("member_name", at) name="member_name" type="text" value=row.name autocomplete="off"/>
            </Cell>
            <Cell name="member_kinship" at label=td_string!(locale, apply.household.kinship) error=form.error(&field_id("member_kinship", at))>
                <Select name="member_kinship" at choices=words::choices(&Kinship::ALL, locale) value=row.kinship ask=true/>
            </Cell>
            <Cell name="member_born" at label=td_string!(locale, apply.household.born) error=form.error(&field_id("member_born", at))>
                <p class="hint" id=born_hint.clone()>{td_string!(locale, apply.household.born_hint)}</p>
                <input class="control width-10" id=field_id("member_born", at) name="member_born" type="text" dir="ltr" value=row.born aria-describedby=born_hint/>
            </Cell>
            <Cell name="member_schooling" at label=td_string!(locale, apply.household.schooling) error=form.error(&field_id("member_schooling", at))>
                <Select name="member_schooling" at choices=words::choices(&Schooling::ALL, locale) value=row.schooling/>
            </Cell>
            <Cell name="member_health" at label=td_string!(locale, apply.household.health) error=form.error(&field_id("member_health", at))>
                <Select name="member_health" at choices=words::choices(&Health::ALL, locale) value=row.health/>
            </Cell>
            <Cell name="member_residence" at label=td_string!(locale, apply.household.residence) error=form.error(&field_id("member_residence", at))>
                <p class="hint" id=residence_hint.clone()>{td_string!(locale, apply.household.residence_hint)}</p>
                <Select
                    name="member_residence"
                    at
                    choices=words::choices(&Residence::ALL, locale)
                    value=row.residence
                    described_by=residence_hint
                />
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

/// A choice of a row; `ask` offers no answer first.
#[component]
fn Select(
    name: &'static str,
    at: usize,
    choices: Vec<Choice>,
    value: String,
    #[prop(optional)] ask: bool,
    #[prop(optional, into)] described_by: Option<String>,
) -> impl IntoView {
    let locale = use_locale();
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = choice.value == value;
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    view! {
        <span class="select">
            <select class="control" id=field_id(name, at) name=name aria-describedby=described_by>
                {ask.then(|| view! { <option value="">{td_string!(locale, ui.choose)}</option> })}
                {options}
            </select>
            <Icon icon=lu::LuChevronDown/>
        </span>
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
