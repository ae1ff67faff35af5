//! The result of the self-check: the verdict, what to do next, and how it came about.

use domain::{Halalas, eligibility::Verdict, household::NetPerHead, programme::ProgrammeSpec, self_check::Told};
use i18n::{Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Disclosure, SubmitButton, SummaryList, SummaryRow};

use super::{
    check_form::FIELDS,
    programmes::address,
    rules::{Findings, counted_people},
};
use crate::form::FormView;

#[component]
pub(super) fn Outcome(programme: ProgrammeSpec, takes_applications: bool, told: Told, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let explanation = programme.eligibility.explain(&told.facts());
    let (title, text) = words(locale, explanation.verdict);
    let class = match explanation.verdict {
        Verdict::Yes => "outcome outcome-yes flow",
        Verdict::Unknown => "outcome outcome-maybe flow",
        Verdict::No => "outcome outcome-no flow",
    };
    let others = explanation.verdict == Verdict::No || !takes_applications;
    view! {
        <section class=class aria-labelledby="outcome" tabindex="-1" data-focus="">
            <h2 id="outcome">{title}</h2>
            <p>{text}</p>
            <div class="actions">
                {takes_applications.then(|| view! { <GoOn slug=programme.slug form kind=ButtonKind::Primary/> })}
                {others
                    .then(|| {
                        view! {
                            <ButtonLink
                                label=td_string!(locale, portal.programme.others)
                                href=localised(locale, "/programmes")
                                kind=ButtonKind::Secondary
                            />
                        }
                    })}
            </div>
        </section>
        <section class="flow" aria-labelledby="why">
            <h2 id="why">{td_string!(locale, portal.check.why)}</h2>
            <Findings findings=explanation.findings/>
            {told.net().map(|net| view! { <Net net/> })}
        </section>
    }
    .into_any()
}

/// On into an application, with the answers: they travel in the form, sealed in the visitor's own browser after that.
#[component]
pub(super) fn GoOn(slug: String, form: FormView, kind: ButtonKind) -> impl IntoView {
    let locale = use_locale();
    let answers = FIELDS
        .into_iter()
        .map(|name| (name, form.value(name, "")))
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view();
    view! {
        <form method="post" action=localised(locale, &format!("{}/carry", address(&slug)))>
            <input type="hidden" name="once" value=form.once/>
            {answers}
            <SubmitButton label=td_string!(locale, portal.check.go_on) kind/>
        </form>
    }
    .into_any()
}

fn words(locale: Locale, verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Yes => (td_string!(locale, portal.check.yes), td_string!(locale, portal.check.yes_text)),
        Verdict::Unknown => (td_string!(locale, portal.check.maybe), td_string!(locale, portal.check.maybe_text)),
        Verdict::No => (td_string!(locale, portal.check.no), td_string!(locale, portal.check.no_text)),
    }
}

/// `(incomes − rent − instalments) ÷ people`, line by line, so that anyone can follow it.
#[component]
pub(super) fn Net(net: NetPerHead) -> impl IntoView {
    let locale = use_locale();
    let riyals = move |amount: Halalas| td_string!(locale, portal.check.riyals, amount = amount.to_string());
    view! {
        <Disclosure summary=td_string!(locale, portal.check.net)>
            <SummaryList>
                <SummaryRow label=td_string!(locale, portal.check.net_incomes) value=riyals(net.incomes)/>
                <SummaryRow label=td_string!(locale, portal.check.net_rent) value=riyals(net.rent)/>
                <SummaryRow label=td_string!(locale, portal.check.net_debts) value=riyals(net.debts)/>
                <SummaryRow label=td_string!(locale, portal.check.net_left) value=riyals(net.net)/>
                <SummaryRow
                    label=td_string!(locale, portal.check.net_people)
                    value=counted_people(locale, net.people)
                />
                <SummaryRow label=td_string!(locale, portal.check.net_per_head) value=riyals(net.per_head)/>
            </SummaryList>
        </Disclosure>
    }
    .into_any()
}
