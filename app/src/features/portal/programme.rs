//! One programme: who it is for, what it asks, how long it takes, and the button that starts.

use domain::{
    document::DocumentRule,
    programme::ProgrammeSpec,
    views::{ProgrammeSheet, Terms},
};
use i18n::{Label, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, ErrorSummary, Notice, NoticeKind, PageHead, Step, Steps, SubmitButton};

use super::{
    api,
    programmes::{address, opening_words},
    rules::{Conditions, counted_days},
    window::AnswerWindow,
};
use crate::{
    form::{FormView, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn ProgrammePage() -> impl IntoView {
    let sheet = load(param::<String>("slug"), api::programme);
    let form = use_form("");
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=move |sheet: ProgrammeSheet| view! { <ProgrammeView sheet form=form.clone()/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn ProgrammeView(sheet: ProgrammeSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let ProgrammeSheet { programme, takes_applications, terms } = sheet;
    let title = pick(&programme.name, locale).to_owned();
    let ProgrammeSpec { slug, support, summary, gives, groups, documents, eligibility, opening, .. } = programme;
    let lead = pick(&summary, locale).to_owned();
    let who = groups.iter().map(|group| view! { <li>{group.label(locale)}</li> }).collect_view();
    view! {
        <PageTitle title=title.clone() refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead
            title
            lead
            caption=support.label(locale)
            back_href=localised(locale, "/programmes")
        />
        <div class="flow-wide">
            {if takes_applications {
                view! { <Begin slug=slug.clone() once=form.once/> }.into_any()
            } else {
                view! { <Closed opening=opening_words(locale, opening)/> }.into_any()
            }}
            <section class="flow" aria-labelledby="gives">
                <h2 id="gives">{td_string!(locale, portal.programme.gives)}</h2>
                <p>{pick(&gives, locale).to_owned()}</p>
            </section>
            <section class="flow" aria-labelledby="who">
                <h2 id="who">{td_string!(locale, portal.programme.who)}</h2>
                <ul class="chips">{who}</ul>
                <h3>{td_string!(locale, portal.programme.conditions)}</h3>
                <Conditions rule=eligibility/>
            </section>
            <Papers documents/>
            <Long terms/>
            <HowTo/>
        </div>
    }
}

/// Starting a request, or finding out first.
#[component]
pub(super) fn Begin(slug: String, once: String, #[prop(optional)] checked: bool) -> impl IntoView {
    let locale = use_locale();
    let page = address(&slug);
    view! {
        <form class="actions" method="post" action=localised(locale, &format!("{page}/start"))>
            <input type="hidden" name="once" value=once/>
            <SubmitButton label=td_string!(locale, portal.programme.start)/>
            {(!checked)
                .then(|| {
                    view! {
                        <ButtonLink
                            label=td_string!(locale, portal.programme.check)
                            href=localised(locale, &format!("{page}/check"))
                            kind=ButtonKind::Secondary
                        />
                    }
                })}
        </form>
    }
    .into_any()
}

#[component]
fn Closed(opening: Option<String>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <Notice kind=NoticeKind::Waiting title=td_string!(locale, portal.programme.closed)>
            {opening.map(|opening| view! { <p>{opening}</p> })}
            <p>{td_string!(locale, portal.programme.closed_text)}</p>
            <p><a href=localised(locale, "/programmes")>{td_string!(locale, portal.programme.others)}</a></p>
        </Notice>
    }
    .into_any()
}

#[component]
fn Papers(documents: Vec<DocumentRule>) -> impl IntoView {
    let locale = use_locale();
    let rows = documents
        .into_iter()
        .map(|rule| {
            let validity = rule
                .valid_days
                .map(|days| td_string!(locale, portal.programme.fresh, days = counted_days(locale, days)));
            let always = || td_string!(locale, portal.programme.always).to_owned();
            view! {
                <li>
                    <span class="paper-name">{rule.kind.label(locale)}</span>
                    <span class="paper-note">{validity.unwrap_or_else(always)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="flow" aria-labelledby="papers">
            <h2 id="papers">{td_string!(locale, portal.programme.documents)}</h2>
            <p>{td_string!(locale, portal.programme.documents_text)}</p>
            <ul class="papers">{rows}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Long(terms: Terms) -> impl IntoView {
    let locale = use_locale();
    let floor = counted_days(locale, u32::from(terms.floor));
    let promise = counted_days(locale, u32::from(terms.promise));
    view! {
        <section class="flow" aria-labelledby="long">
            <h2 id="long">{td_string!(locale, portal.programme.long)}</h2>
            <p>{td_string!(locale, portal.programme.long_text, floor = floor, promise = promise)}</p>
            <AnswerWindow window=terms.if_today today=terms.if_today.told_on/>
        </section>
    }
    .into_any()
}

#[component]
fn HowTo() -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="flow" aria-labelledby="steps">
            <h2 id="steps">{td_string!(locale, portal.programme.steps)}</h2>
            <Steps>
                <Step title=td_string!(locale, portal.programme.step_1)>
                    <p>{td_string!(locale, portal.programme.step_1_text)}</p>
                </Step>
                <Step title=td_string!(locale, portal.programme.step_2)>
                    <p>{td_string!(locale, portal.programme.step_2_text)}</p>
                </Step>
                <Step title=td_string!(locale, portal.programme.step_3)>
                    <p>{td_string!(locale, portal.programme.step_3_text)}</p>
                </Step>
                <Step title=td_string!(locale, portal.programme.step_4)>
                    <p>{td_string!(locale, portal.programme.step_4_text)}</p>
                </Step>
            </Steps>
        </section>
    }
    .into_any()
}
