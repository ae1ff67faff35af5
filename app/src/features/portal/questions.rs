//! The questions of the self-check, as a form. Every one may be left blank: "I do not know".

use domain::application::Group;
use i18n::{Label, td_string, use_locale};
use leptos::prelude::*;
use ui::{Choice, MoneyField, SelectField, SubmitButton, TextField, Width};

use super::check_form::{Question, slug_of};
use crate::form::FormView;

#[component]
pub(super) fn Questions(questions: Vec<Question>, action: String, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let fields = questions
        .into_iter()
        .map(|question| match question {
            Question::Group => view! { <GroupField form=form.clone()/> }.into_any(),
            Question::Age => number("age", td_string!(locale, portal.check.age), &form),
            Question::People => number("people", td_string!(locale, portal.check.people), &form),
            Question::Children => number("children", td_string!(locale, portal.check.children), &form),
            Question::Money => view! { <Money form=form.clone()/> }.into_any(),
        })
        .collect_view();
    view! {
        <form class="flow" method="post" action=action novalidate=true>
            <p>{td_string!(locale, portal.check.blank)}</p>
            {fields}
            <div class="actions">
                <SubmitButton label=td_string!(locale, portal.check.submit)/>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn GroupField(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let choices = Group::ALL.map(|group| Choice::new(slug_of(&group), group.label(locale))).to_vec();
    view! {
        <SelectField
            name="group"
            label=td_string!(locale, portal.check.group)
            choices
            empty=td_string!(locale, portal.check.unknown)
            value=form.value("group", "")
            error=form.error("group")
        />
    }
}

fn number(name: &'static str, label: &'static str, form: &FormView) -> AnyView {
    view! {
        <TextField
            name
            label
            value=form.value(name, "")
            error=form.error(name)
            inputmode="numeric"
            autocomplete="off"
            ltr=true
            width=Width::Four
        />
    }
    .into_any()
}

#[component]
fn Money(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let field = |name: &'static str, label: &'static str, hint: &'static str| {
        view! { <MoneyField name label hint value=form.value(name, "") error=form.error(name)/> }
    };
    view! {
        {field("income", td_string!(locale, portal.check.income), td_string!(locale, portal.check.income_hint))}
        {field("rent", td_string!(locale, portal.check.rent), td_string!(locale, portal.check.rent_hint))}
        {field("debts", td_string!(locale, portal.check.debts), td_string!(locale, portal.check.debts_hint))}
    }
}
