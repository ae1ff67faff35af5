//! Writing the social study: figures beside, notes in the middle, the points before they are given (H3, T2).

use domain::{
    access::Action,
    study::{Housing, Recommendation, Study, StudyPlace},
    views::RequestSheet,
};
use i18n::{Label, Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use serde::Serialize;
use ui::{Choice, Disclosure, RadioGroup, SubmitButton, TextArea, TextField, Width};

use super::{
    answers::AnswersView,
    figures::{Figures, ScoreTable},
    head::StepHead,
    matching::NotOpen,
    screen::{InOffice, OfSheet},
    stale::Problems,
    words::word,
};
use crate::form::FormView;

/// `/office/requests/:reference/study`.
#[component]
pub fn StudyPage() -> impl IntoView {
    let OfSheet { frame, sheet, form } = OfSheet::load("study");
    let show = move |sheet: RequestSheet| view! { <StudyStep sheet form=form.clone()/> }.into_any();
    view! { <InOffice frame data=sheet view=show/> }
}

#[component]
pub fn StudyStep(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let open = sheet.allowed.contains(&Action::RecordStudy);
    let (title, lead) = (td_string!(locale, office.study.title), td_string!(locale, office.study.lead));
    let body = if open {
        view! {
            <div class="file">
                <div class="file-main"><StudyForm sheet=sheet.clone() form=form.clone()/></div>
                <aside class="file-side flow" aria-label=td_string!(locale, office.figures.title)>
                    <Beside sheet=sheet.clone()/>
                </aside>
            </div>
        }
        .into_any()
    } else {
        view! { <NotOpen/> }.into_any()
    };
    view! {
        <StepHead sheet=sheet.clone() title lead form=form.clone()/>
        <Problems sheet form form_follows=open/>
        {body}
    }
}

/// The choices of a field, under their names.
fn choices<T: Label + Serialize + Copy, const N: usize>(all: [T; N], locale: Locale) -> Vec<Choice> {
    all.map(|one| Choice::new(word(one), one.label(locale))).to_vec()
}

#[component]
fn StudyForm(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let former = sheet.stage.study().cloned();
    let stored = |text: fn(&Study) -> String| former.as_ref().map(text).unwrap_or_default();
    view! {
        <form method="post" action=localised(locale, &format!("/office/requests/{}/study", sheet.reference)) class="flow">
            <input type="hidden" name="version" value=sheet.version.to_string()/>
            <RadioGroup
                name="place"
                legend=td_string!(locale, office.study.place)
                choices=choices(StudyPlace::ALL, locale)
                value=form.value("place", stored(|study| word(study.place)))
                error=form.error("place")
            />
            <RadioGroup
                name="housing"
                legend=td_string!(locale, office.study.housing)
                hint=td_string!(locale, office.study.housing_hint)
                choices=choices(Housing::ALL, locale)
                value=form.value("housing", stored(|study| word(study.housing)))
                error=form.error("housing")
            />
            <TextArea
                name="findings"
                label=td_string!(locale, office.study.findings)
                hint=td_string!(locale, office.study.findings_hint)
                value=form.value("findings", stored(|study| study.findings.to_string()))
                error=form.error("findings")
                rows=10
            />
            <RadioGroup
                name="recommendation"
                legend=td_string!(locale, office.study.recommendation)
                choices=choices(Recommendation::ALL, locale)
                value=form.value("recommendation", stored(|study| word(study.recommendation)))
                error=form.error("recommendation")
            />
            <TextField
                name="clause"
                label=td_string!(locale, office.study.clause)
                hint=td_string!(locale, office.study.clause_hint)
                value=form.value("clause", stored(|study| study.clause.to_string()))
                error=form.error("clause")
                width=Width::Twenty
                autocomplete="off"
            />
            <div class="actions"><SubmitButton label=td_string!(locale, office.study.record)/></div>
        </form>
    }
}

/// The figures, and what the points come to with each finding on the home.
#[component]
fn Beside(sheet: RequestSheet) -> impl IntoView {
    let locale = use_locale();
    let previews = Housing::ALL
        .into_iter()
        .filter_map(|housing| {
            let score = sheet.score_rule.score(&sheet.answers, housing, sheet.today)?;
            let summary =
                td_string!(locale, office.score.preview, housing = housing.label(locale), points = score.points)
                    .to_string();
            let caption = summary.clone();
            Some(view! {
                <Disclosure summary>
                    <ScoreTable score id=format!("score-{}", word(housing)) caption/>
                </Disclosure>
            })
        })
        .collect_view();
    view! {
        {sheet.answers.net_per_head().map(|net| view! {
            <section class="card flow">
                <h2>{td_string!(locale, office.figures.title)}</h2>
                <p class="hint">{td_string!(locale, office.figures.formula)}</p>
                <Figures net/>
            </section>
        })}
        <section class="card flow">
            <h2>{td_string!(locale, office.score.title)}</h2>
            <p class="hint">{td_string!(locale, office.score.hint)}</p>
            {previews}
        </section>
        <AnswersView answers=sheet.answers.clone() questions=sheet.programme.questions.clone()/>
    }
}
