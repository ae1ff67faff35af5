//! One programme: who it is for, what it asks, how long it takes, and the button that starts.

use domain::{
    programme::ProgrammeSpec,
    views::{ProgrammeSheet, Terms},
};
use i18n::{Label, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, ErrorSummary, Notice, NoticeKind, PageHead, Step, Steps, SubmitButton};

use super::{
    api,
    papers::Papers,
    programmes::{OpeningTag, address, opening_words},
    rules::{Conditions, counted_days},
    window::AnswerWindow,
};
use crate::{
    form::{FormView, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage, QuickExit},
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
    let (today, delicate) = (terms.if_today.told_on, programme.is_delicate());
    let ProgrammeSpec { slug, summary, gives, groups, documents, eligibility, opening, .. } = programme;
    let lead = pick(&summary, locale).to_owned();
    let who = groups.iter().map(|group| view! { <li>{group.label(locale)}</li> }).collect_view();
    view! {
        <PageTitle title=title.clone() description=lead.clone() refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title lead back_href=localised(locale, "/programmes")/>
        <div class="flow-wide">
            {if takes_applications {
                view! {
                    <OpeningTag opening today/>
                    <Begin slug once=form.once/>
                }
                .into_any()
            } else {
                view! { <Closed opening=opening_words(locale, opening, today)/> }.into_any()
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
            <HowTo terms/>
            {delicate.then(|| view! { <QuickExit/> })}
        </div>
    }
}

/// Starting a request, or finding out first.
#[component]
fn Begin(slug: String, once: String) -> impl IntoView {
    let locale = use_locale();
    let page = address(&slug);
    view! {
        <form class="actions" method="post" action=localised(locale, &format!("{page}/start"))>
            <input type="hidden" name="once" value=once/>
            <SubmitButton label=td_string!(locale, portal.programme.start)/>
            <ButtonLink
                label=td_string!(locale, portal.programme.check)
                href=localised(locale, &format!("{page}/check"))
                kind=ButtonKind::Secondary
            />
        </form>
        <p>
            <a class="link" href=localised(locale, &format!("{page}/for-another"))>
                {td_string!(locale, portal.programme.for_another)}
            </a>
        </p>
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
fn Long(terms: Terms) -> impl IntoView {
    let locale = use_locale();
    let floor = counted_days(locale, u32::from(terms.floor));
    let promise = counted_days(locale, u32::from(terms.promise));
    view! {
        <section class="flow" aria-labelledby="long">
            <h2 id="long">{td_string!(locale, portal.programme.long)}</h2>
            <p>{td_string!(locale, portal.programme.long_text, floor = floor, promise = promise)}</p>
            <AnswerWindow window=terms.if_today today=terms.if_today.told_on if_today=true/>
        </section>
    }
    .into_any()
}

/// What happens to a request, in the policy's own order (H1 to H7).
#[component]
fn HowTo(terms: Terms) -> impl IntoView {
    let locale = use_locale();
    let floor = counted_days(locale, u32::from(terms.floor));
    let steps = [
        (td_string!(locale, portal.way.h1), td_string!(locale, portal.way.h1_text).to_owned()),
        (td_string!(locale, portal.way.h2), td_string!(locale, portal.way.h2_text).to_owned()),
        (td_string!(locale, portal.way.h3), td_string!(locale, portal.way.h3_text).to_owned()),
        (td_string!(locale, portal.way.h4), td_string!(locale, portal.way.h4_text).to_owned()),
        (td_string!(locale, portal.way.h5), td_string!(locale, portal.way.h5_text, floor = floor)),
        (td_string!(locale, portal.way.h6), td_string!(locale, portal.way.h6_text).to_owned()),
        (td_string!(locale, portal.way.h7), td_string!(locale, portal.way.h7_text).to_owned()),
    ];
    let steps = steps.map(|(title, text)| view! { <Step title><p>{text}</p></Step> }).into_iter().collect_view();
    view! {
        <section class="flow" aria-labelledby="steps">
            <h2 id="steps">{td_string!(locale, portal.programme.steps)}</h2>
            <Steps>{steps}</Steps>
        </section>
    }
    .into_any()
}
