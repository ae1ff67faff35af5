//! "What can I get?": one short self-check over every programme. Asks, answers, keeps nothing.

use domain::{
    NaiveDate,
    eligibility::{Finding, Verdict},
    programme::ProgrammeSpec,
    self_check::Told,
    views::Catalogue,
};
use i18n::{Label, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Disclosure, ErrorSummary, Notice, NoticeKind, PageHead};

use super::{
    api,
    check_form::{Question, told},
    programmes::{OpeningTag, address},
    questions::Questions,
    result::{GoOn, Net},
    rules::{condition, fact},
};
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage, QuickExit},
};

#[component]
pub fn CheckAllPage() -> impl IntoView {
    let catalogue = Resource::new(|| (), |()| api::programmes());
    let form = use_form("");
    view! {
        <PublicPage>
            <Loaded
                resource=catalogue
                view=move |catalogue: Catalogue| view! { <CheckAllView catalogue form=form.clone()/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn CheckAllView(catalogue: Catalogue, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, portal.check.all);
    let lead = td_string!(locale, portal.check.all_lead);
    let problems = form.summary();
    let told = told(&form);
    let asking =
        view! { <Questions questions=Question::ALL.to_vec() action=localised(locale, "/check") form=form.clone()/> };
    view! {
        <PageTitle title description=lead refused=!problems.is_empty()/>
        <ErrorSummary items=problems/>
        <PageHead title lead back_href=localised(locale, "/programmes")/>
        <div class="flow-wide">
            {match told {
                None => asking.into_any(),
                Some(told) => view! {
                    <Verdicts catalogue told form/>
                    <Disclosure summary=td_string!(locale, portal.check.again)>{asking.into_any()}</Disclosure>
                }
                .into_any(),
            }}
            <QuickExit/>
        </div>
    }
}

/// A programme with what was found about it.
#[derive(Clone)]
struct Judged {
    programme: ProgrammeSpec,
    open: bool,
    verdict: Verdict,
    deciding: Vec<Finding>,
}

/// Every programme judged; those that take applications first.
fn judge(catalogue: Catalogue, told: &Told) -> Vec<Judged> {
    let facts = told.facts();
    let all =
        catalogue.open.into_iter().map(|one| (one, true)).chain(catalogue.closed.into_iter().map(|one| (one, false)));
    all.map(|(programme, open)| {
        let verdict = programme.eligibility.explain(&facts).verdict;
        let deciding = programme.eligibility.deciding(&facts);
        Judged { programme, open, verdict, deciding }
    })
    .collect()
}

#[component]
fn Verdicts(catalogue: Catalogue, told: Told, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let today = catalogue.terms.if_today.told_on;
    let judged = judge(catalogue, &told);
    let of = |verdict| judged.iter().filter(|one| one.verdict == verdict).cloned().collect::<Vec<_>>();
    let nothing_told = told.is_empty();
    let parts = [Verdict::Yes, Verdict::Unknown]
        .map(|verdict| view! { <Part verdict judged=of(verdict) today form=form.clone()/> })
        .into_iter()
        .collect_view();
    let unfit = of(Verdict::No);
    let nothing_fits = unfit.len() == judged.len();
    view! {
        <section class="flow-wide" aria-labelledby="outcome" tabindex="-1" data-focus="">
            <div class="flow">
                <h2 id="outcome">{td_string!(locale, portal.check.outcome)}</h2>
                <p>{td_string!(locale, portal.check.outcome_text)}</p>
                {nothing_told
                    .then(|| {
                        view! {
                            <Notice kind=NoticeKind::Info>
                                <p>{td_string!(locale, portal.check.nothing_told)}</p>
                            </Notice>
                        }
                    })}
            </div>
            {parts}
            <Unfit judged=unfit open=nothing_fits today form/>
        </section>
        {told.net().map(|net| view! { <Net net/> })}
    }
    .into_any()
}

/// What does not fit, folded away unless there is nothing else.
#[component]
fn Unfit(judged: Vec<Judged>, open: bool, today: NaiveDate, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let summary = td_string!(locale, portal.check.part_no, number = judged.len().to_string());
    (!judged.is_empty()).then(|| {
        let rows = judged.into_iter().map(|one| view! { <Row one today form=form.clone()/> }).collect_view();
        view! { <Disclosure summary open><ul class="verdicts">{rows}</ul></Disclosure> }.into_any()
    })
}

#[component]
fn Part(verdict: Verdict, judged: Vec<Judged>, today: NaiveDate, form: FormView) -> impl IntoView {
    let locale = use_locale();
    (!judged.is_empty()).then(|| {
        let rows = judged.into_iter().map(|one| view! { <Row one today form=form.clone()/> }).collect_view();
        let (title, class) = if verdict == Verdict::Yes {
            (td_string!(locale, portal.check.part_yes), "verdicts verdicts-yes")
        } else {
            (td_string!(locale, portal.check.part_maybe), "verdicts verdicts-maybe")
        };
        view! {
            <div class="flow">
                <h3 class="verdicts-title">{title}</h3>
                <ul class=class>{rows}</ul>
            </div>
        }
        .into_any()
    })
}

#[component]
fn Row(one: Judged, today: NaiveDate, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let Judged { programme, open, verdict, deciding } = one;
    let ProgrammeSpec { slug, name, opening, support, .. } = programme;
    let reasons = deciding.into_iter().map(|finding| view! { <Reason finding/> }).collect_view();
    let kind = if verdict == Verdict::Yes { ButtonKind::Primary } else { ButtonKind::Secondary };
    view! {
        <li class="verdict flow">
            <div>
                <p class="caption">{support.label(locale)}</p>
                <p class="card-title">
                    <a href=localised(locale, &address(&slug))>{pick(&name, locale).to_owned()}</a>
                </p>
            </div>
            <ul class="plain-list">{reasons}</ul>
            <OpeningTag opening today/>
            {(open && verdict != Verdict::No).then(|| view! { <GoOn slug form kind/> })}
        </li>
    }
    .into_any()
}

/// A deciding rule, and what it was judged by.
#[component]
fn Reason(finding: Finding) -> impl IntoView {
    let locale = use_locale();
    view! {
        <li>
            {condition(locale, &finding.rule)} " "
            <span class="finding-fact">{fact(locale, finding.fact)}</span>
        </li>
    }
}
