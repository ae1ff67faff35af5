//! The applicant's answers as they gave them, and the study as it was written.

use domain::{
    application::{Answers, Identity, Need},
    household::{Household, Livelihood},
    question::Question,
    study::Study,
};
use i18n::{Label, date_pair, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::{Ltr, SummaryList, SummaryRow};

use super::figures::{Riyals, ScoreTable};
use crate::features::{members::Members, replies::ReplyRows};

#[component]
pub fn AnswersView(answers: Answers, questions: Vec<Question>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="flow">
            <h2>{td_string!(locale, office.answers.title)}</h2>
            <SummaryList>
                {answers.need.map(|need| view! { <NeedRows need questions/> })}
                {answers.identity.map(|identity| view! { <IdentityRows identity/> })}
                {answers.household.map(|household| view! { <HouseholdRows household/> })}
                {answers.livelihood.map(|livelihood| view! { <LivelihoodRows livelihood/> })}
            </SummaryList>
        </section>
    }
}

#[component]
fn NeedRows(need: Need, questions: Vec<Question>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <SummaryRow label=td_string!(locale, office.answers.need) value=need.words.to_string()/>
        <SummaryRow label=td_string!(locale, office.answers.urgency) value=need.urgency.label(locale)/>
        <ReplyRows questions replies=need.replies/>
    }
}

#[component]
fn IdentityRows(identity: Identity) -> impl IntoView {
    let locale = use_locale();
    view! {
        <SummaryRow label=td_string!(locale, office.answers.name) value=identity.name.full()/>
        <SummaryRow label=td_string!(locale, office.answers.born) value=date_pair(locale, identity.born_on)/>
        <SummaryRow label=td_string!(locale, office.answers.group) value=identity.group.label(locale)/>
        <SummaryRow label=td_string!(locale, office.answers.city) value=identity.city.to_string()/>
        {identity.address.map(|address| view! {
            <SummaryRow label=td_string!(locale, office.answers.address)><Ltr text=address.to_string()/></SummaryRow>
        })}
    }
}

#[component]
fn HouseholdRows(household: Household) -> impl IntoView {
    let locale = use_locale();
    let tenure = household.tenure.label(locale);
    view! {
        <SummaryRow label=td_string!(locale, office.answers.household)>
            <Members household nobody=td_string!(locale, office.answers.alone)/>
        </SummaryRow>
        <SummaryRow label=td_string!(locale, office.answers.tenure) value=tenure/>
    }
}

#[component]
fn LivelihoodRows(livelihood: Livelihood) -> impl IntoView {
    let locale = use_locale();
    let rent = livelihood.rent;
    let incomes = livelihood.clone();
    view! {
        <SummaryRow label=td_string!(locale, office.answers.incomes)><Incomes livelihood=incomes/></SummaryRow>
        <SummaryRow label=td_string!(locale, office.answers.rent)><Riyals amount=rent/></SummaryRow>
        <SummaryRow label=td_string!(locale, office.answers.debts)><Debts livelihood/></SummaryRow>
    }
}

/// Each income with its source.
#[component]
pub fn Incomes(livelihood: Livelihood) -> impl IntoView {
    let locale = use_locale();
    if livelihood.incomes.is_empty() {
        return view! { <p>{td_string!(locale, office.answers.none)}</p> }.into_any();
    }
    let lines = livelihood
        .incomes
        .into_iter()
        .map(|income| view! { <li>{income.kind.label(locale)}": "<Riyals amount=income.monthly/></li> })
        .collect_view();
    view! { <ul class="plain-list">{lines}</ul> }.into_any()
}

#[component]
fn Debts(livelihood: Livelihood) -> impl IntoView {
    let locale = use_locale();
    if livelihood.debts.is_empty() {
        return view! { <p>{td_string!(locale, office.answers.none)}</p> }.into_any();
    }
    let lines = livelihood
        .debts
        .into_iter()
        .map(|debt| view! { <li>{debt.kind.label(locale)}": "<Riyals amount=debt.monthly/></li> })
        .collect_view();
    view! { <ul class="plain-list">{lines}</ul> }.into_any()
}

/// The study: findings, score and recommendation.
#[component]
pub fn StudyView(study: Study) -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="flow">
            <h2>{td_string!(locale, office.study.recorded)}</h2>
            <SummaryList>
                <SummaryRow label=td_string!(locale, office.study.recommendation) value=study.recommendation.label(locale)/>
                <SummaryRow label=td_string!(locale, office.study.clause) value=study.clause.to_string()/>
                <SummaryRow label=td_string!(locale, office.study.findings) value=study.findings.to_string()/>
                <SummaryRow label=td_string!(locale, office.study.place) value=study.place.label(locale)/>
                <SummaryRow label=td_string!(locale, office.study.housing) value=study.housing.label(locale)/>
                <SummaryRow label=td_string!(locale, office.study.at) value=timestamp(locale, study.at)/>
            </SummaryList>
            <ScoreTable score=study.score id="score" caption=td_string!(locale, office.score.title)/>
        </section>
    }
}
