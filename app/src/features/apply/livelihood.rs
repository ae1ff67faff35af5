//! What the household lives on, and what it must pay.

use domain::{
    Halalas,
    application::Section,
    household::{DebtKind, IncomeKind, Livelihood},
    self_check::Told,
};
use i18n::{Label, Locale, td_string, use_locale};
use leptos::prelude::*;
use ui::{Fieldset, MoneyField, Notice, NoticeKind};

use super::{
    browser,
    livelihood_form::{self, debt_field, income_field},
    net::NetExplained,
    step::{SectionForm, Step, StepHead, section_page},
    words,
};
use crate::form::FormView;

#[component]
pub fn LivelihoodPage() -> impl IntoView {
    section_page(Section::Livelihood, |step, form| view! { <LivelihoodView step form/> }.into_any())
}

#[component]
pub fn LivelihoodView(step: Step, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let people = step.answers().household.as_ref().map(domain::household::Household::people);
    let typed = form.typed().zip(people).and_then(|(typed, people)| livelihood_form::net(typed, people));
    let net = RwSignal::new(typed.or_else(|| step.answers().net_per_head()));
    // In the browser the figures follow what is typed; an amount that is not whole yet leaves them as they were.
    let follow = move |event| {
        let typed = browser::typed(&event, &livelihood_form::fields());
        let now = typed.zip(people).and_then(|(typed, people)| livelihood_form::net(&typed, people));
        if now.is_some() {
            net.set(now);
        }
    };
    let stored = step.answers().livelihood.clone();
    let step_told = step.sheet.told.clone();
    view! {
        <StepHead
            step=step.clone()
            title=Section::Livelihood.label(locale)
            lead=td_string!(locale, apply.livelihood.lead)
            problems=form.named_summary(|id| field_name(locale, id))
        />
        <SectionForm step form=form.clone() section=Section::Livelihood>
            <div class="flow" on:input=follow>
                {stored.is_none().then(|| view! { <AsTold told=step_told.clone()/> })}
                <Incomes stored=stored.clone() form=form.clone()/>
                <Outgoings stored told=step_told form/>
            </div>
            <section class="card net-card" aria-live="polite">
                <h2>{td_string!(locale, apply.net.title)}</h2>
                <p>{td_string!(locale, apply.net.words)}</p>
                {move || match net.get() {
                    Some(net) => view! { <NetExplained net/> }.into_any(),
                    None => view! { <p class="hint">{td_string!(locale, apply.net.waiting)}</p> }.into_any(),
                }}
            </section>
        </SectionForm>
    }
}

fn field_name(locale: Locale, id: &str) -> Option<String> {
    let income = IncomeKind::ALL.into_iter().find(|kind| income_field(*kind) == id).map(|kind| kind.label(locale));
    let debt = DebtKind::ALL.into_iter().find(|kind| debt_field(*kind) == id).map(|kind| kind.label(locale));
    let rent = (id == "rent").then(|| td_string!(locale, apply.livelihood.rent));
    income.or(debt).or(rent).map(str::to_owned)
}

/// The totals told to the self-check: here each is asked for by where it comes from.
#[component]
fn AsTold(told: Told) -> impl IntoView {
    let locale = use_locale();
    let total = move |words: &'static str, amount: Option<Halalas>| {
        amount.map(|amount| view! { <p>{words} " " {words::riyals(locale, amount)}</p> })
    };
    (told.income.is_some() || told.debts.is_some()).then(|| {
        view! {
            <Notice kind=NoticeKind::Info title=td_string!(locale, portal.carried.title)>
                {total(td_string!(locale, portal.carried.income), told.income)}
                {total(td_string!(locale, portal.carried.debts), told.debts)}
            </Notice>
        }
        .into_any()
    })
}

#[component]
fn Incomes(stored: Option<Livelihood>, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let incomes = stored.map(|livelihood| livelihood.incomes).unwrap_or_default();
    let fields = IncomeKind::ALL
        .into_iter()
        .map(|kind| {
            let amount = incomes.iter().find(|income| income.kind == kind).map(|income| income.monthly);
            view! { <Amount name=income_field(kind) label=kind.label(locale) amount form=form.clone()/> }
        })
        .collect_view();
    view! {
        <Fieldset id="incomes" legend=td_string!(locale, apply.livelihood.incomes)>
            <div class="amounts">{fields}</div>
        </Fieldset>
    }
}

#[component]
fn Outgoings(stored: Option<Livelihood>, told: Told, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let rent = stored.as_ref().map_or(told.rent, |livelihood| Some(livelihood.rent));
    let debts = stored.map(|livelihood| livelihood.debts).unwrap_or_default();
    let fields = DebtKind::ALL
        .into_iter()
        .map(|kind| {
            let amount = debts.iter().find(|debt| debt.kind == kind).map(|debt| debt.monthly);
            view! { <Amount name=debt_field(kind) label=kind.label(locale) amount form=form.clone()/> }
        })
        .collect_view();
    view! {
        <Fieldset id="outgoings" legend=td_string!(locale, apply.livelihood.outgoings)>
            <div class="amounts">
                <Amount
                    name="rent"
                    label=td_string!(locale, apply.livelihood.rent)
                    hint=td_string!(locale, apply.livelihood.rent_hint)
                    amount=rent
                    form=form.clone()
                />
                {fields}
            </div>
        </Fieldset>
    }
}

/// One amount; nothing is shown as blank.
#[component]
fn Amount(
    #[prop(into)] name: String,
    label: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    amount: Option<Halalas>,
    form: FormView,
) -> impl IntoView {
    let stored = amount.filter(|amount| *amount > Halalas::ZERO).map(|amount| amount.to_string());
    let value = form.value(&name, stored.unwrap_or_default());
    let error = form.error(&name);
    view! { <MoneyField name label hint value error/> }
}
