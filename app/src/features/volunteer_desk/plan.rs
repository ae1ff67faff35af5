//! Writing an opportunity, and planning its shifts.

use domain::{
    views::{PlanList, PlanSheet, ShiftLine},
    volunteer::{Audience, Opportunity, Skill, Slug},
};
use i18n::{localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{
    ButtonKind, CheckboxField, Choice, DateField, ErrorSummary, Fieldset, PageHead, RadioGroup, SubmitButton, TextArea,
    TextField, Width,
};

use super::api;
use crate::{
    features::{
        apply::date,
        office::{
            screen::{InOffice, load_frame},
            words::word,
        },
        volunteer::{
            join::{labelled, ticked_boxes},
            when::{Left, When},
        },
    },
    form::{FormView, use_form},
    loaded::{load, param},
    public::PageTitle,
};

/// `/office/volunteers/opportunities/new`.
#[component]
pub fn NewPlanPage() -> impl IntoView {
    let plans = Resource::new(|| (), |()| api::plans());
    let form = use_form("plan");
    let show = move |_: PlanList| view! { <NewPlanView form=form.clone()/> }.into_any();
    view! { <InOffice frame=load_frame() data=plans view=show/> }
}

/// `/office/volunteers/opportunities/:slug`.
#[component]
pub fn PlanPage() -> impl IntoView {
    let sheet = load(param("slug"), api::plan);
    let (plan, shift) = (use_form("plan"), use_form("shift"));
    let show = move |sheet: PlanSheet| view! { <PlanView sheet plan=plan.clone() shift=shift.clone()/> }.into_any();
    view! { <InOffice frame=load_frame() data=sheet view=show/> }
}

#[component]
pub(super) fn NewPlanView(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, volunteer.plan.new);
    view! {
        <PageTitle title refused=form.was_refused()/>
        <PageHead
            title
            lead=td_string!(locale, volunteer.plan.new_lead)
            back_href=localised(locale, "/office/volunteers/opportunities")
            back_label=td_string!(locale, volunteer.desk.opportunities)
        />
        <div class="flow step-form">
            <ErrorSummary items=form.summary()/>
            <form
                method="post"
                action=localised(locale, "/office/volunteers/opportunities/new")
                class="flow"
                novalidate=true
            >
                <input type="hidden" name="once" value=form.once.clone()/>
                <Fields form stored=None/>
                <div class="actions"><SubmitButton label=td_string!(locale, volunteer.plan.create)/></div>
            </form>
        </div>
    }
}

#[component]
pub(super) fn PlanView(sheet: PlanSheet, plan: FormView, shift: FormView) -> impl IntoView {
    let locale = use_locale();
    let PlanSheet { card, version, may_plan } = sheet;
    let opportunity = card.opportunity;
    let title = pick(&opportunity.title, locale).to_owned();
    let action = localised(locale, &format!("/office/volunteers/opportunities/{}", opportunity.slug));
    let slug = opportunity.slug.clone();
    let change = may_plan.then(|| {
        view! {
            <section class="flow step-form" aria-labelledby="change">
                <h2 id="change">{td_string!(locale, volunteer.plan.change)}</h2>
                <form method="post" action=action class="flow" novalidate=true>
                    <input type="hidden" name="version" value=version.to_string()/>
                    <Fields form=plan.clone() stored=Some(opportunity)/>
                    <div class="actions"><SubmitButton label=td_string!(locale, volunteer.plan.save)/></div>
                </form>
            </section>
        }
    });
    let new_shift = may_plan.then(|| view! { <NewShift slug=slug.clone() form=shift.clone()/> });
    view! {
        <PageTitle title=title.clone() refused={plan.was_refused() || shift.was_refused()}/>
        <PageHead
            title
            back_href=localised(locale, "/office/volunteers/opportunities")
            back_label=td_string!(locale, volunteer.desk.opportunities)
        />
        <div class="flow-wide">
            <ErrorSummary items=[shift.summary(), plan.summary()].concat()/>
            <section class="flow" aria-labelledby="shifts">
                <h2 id="shifts">{td_string!(locale, volunteer.shifts)}</h2>
                <Shifts slug shifts=card.shifts may_plan/>
                {new_shift}
            </section>
            {change}
        </div>
    }
}

#[component]
fn Shifts(slug: Slug, shifts: Vec<ShiftLine>, may_plan: bool) -> impl IntoView {
    let locale = use_locale();
    if shifts.is_empty() {
        return view! { <p>{td_string!(locale, volunteer.plan.no_shifts)}</p> }.into_any();
    }
    let rows = shifts.into_iter().map(|line| {
        let href = localised(locale, &format!("/office/volunteers/shifts/{}", line.id));
        let remove = localised(locale, &format!("/office/volunteers/opportunities/{slug}/shifts/{}/remove", line.id));
        let unused = line.left == line.plan.capacity;
        view! {
            <li class="shift">
                <p class="shift-when"><a class="link" href=href><When plan=line.plan/></a></p>
                <div class="shift-foot">
                    <Left line/>
                    {(may_plan && unused).then(|| view! {
                        <form method="post" action=remove>
                            <SubmitButton label=td_string!(locale, volunteer.plan.remove) kind=ButtonKind::Quiet/>
                        </form>
                    })}
                </div>
            </li>
        }
    });
    view! { <ul class="shifts">{rows.collect_view()}</ul> }.into_any()
}

#[component]
fn NewShift(slug: Slug, form: FormView) -> impl IntoView {
    let locale = use_locale();
    view! {
        <ui::Disclosure summary=td_string!(locale, volunteer.plan.add_shift) open=form.was_refused()>
            <form
                method="post"
                action=localised(locale, &format!("/office/volunteers/opportunities/{slug}/shifts"))
                class="flow"
                novalidate=true
            >
                <DateField
                    name="on"
                    legend=td_string!(locale, volunteer.plan.on)
                    value=date::shown(&form, "on", None)
                    error=form.error("on")
                />
                <Number name="from" label=td_string!(locale, volunteer.plan.from) form=form.clone() stored="16:00"/>
                <Number name="until" label=td_string!(locale, volunteer.plan.until) form=form.clone() stored="20:00"/>
                <Number name="capacity" label=td_string!(locale, volunteer.plan.capacity) form stored="10"/>
                <div class="actions">
                    <SubmitButton label=td_string!(locale, volunteer.plan.add_shift_send) kind=ButtonKind::Secondary/>
                </div>
            </form>
        </ui::Disclosure>
    }
}

/// A short field of digits: a time or a number.
#[component]
fn Number(
    name: &'static str,
    #[prop(into)] label: String,
    form: FormView,
    #[prop(into)] stored: String,
) -> impl IntoView {
    view! {
        <TextField
            name
            label
            value=form.value(name, stored)
            error=form.error(name)
            autocomplete="off"
            ltr=true
            width=Width::Four
        />
    }
}

#[component]
fn Fields(form: FormView, stored: Option<Opportunity>) -> impl IntoView {
    let locale = use_locale();
    let kept = |text: fn(&Opportunity) -> &String| stored.as_ref().map(text).cloned().unwrap_or_default();
    let line = |name: &'static str, label: &str, stored: String, ltr: bool| {
        let (value, error) = (form.value(name, stored), form.error(name));
        view! { <TextField name label value error ltr autocomplete="off"/> }
    };
    let text = |name: &'static str, label: &str, stored: String, ltr: bool| {
        let (value, error) = (form.value(name, stored), form.error(name));
        view! { <TextArea name label value error ltr rows=3/> }
    };
    let audience = stored.as_ref().map_or(Audience::Everyone, |stored| stored.audience);
    let audiences = labelled(&Audience::ALL, locale).into_iter().map(|(value, label)| Choice::new(value, label));
    let skills: Vec<String> = stored.iter().flat_map(|stored| &stored.skills).map(|skill| word(*skill)).collect();
    let ticked = |value: &str| form.chosen("skills", value, skills.iter().any(|skill| skill == value));
    let skills = ticked_boxes("skills", labelled(&Skill::ALL, locale), ticked);
    let wanted = stored.as_ref().map_or_else(|| "10".to_owned(), |stored| stored.wanted.to_string());
    let open = form.chosen("open", "yes", stored.as_ref().is_some_and(|stored| stored.open));
    view! {
        {line("title_ar", td_string!(locale, volunteer.plan.title_ar), kept(|o| &o.title.ar), false)}
        {line("title_en", td_string!(locale, volunteer.plan.title_en), kept(|o| &o.title.en), true)}
        {text("work_ar", td_string!(locale, volunteer.plan.work_ar), kept(|o| &o.work.ar), false)}
        {text("work_en", td_string!(locale, volunteer.plan.work_en), kept(|o| &o.work.en), true)}
        {line("place_ar", td_string!(locale, volunteer.plan.place_ar), kept(|o| &o.place.ar), false)}
        {line("place_en", td_string!(locale, volunteer.plan.place_en), kept(|o| &o.place.en), true)}
        <RadioGroup
            name="audience"
            legend=td_string!(locale, volunteer.plan.audience)
            choices=audiences.collect()
            value=form.value("audience", word(audience))
            error=form.error("audience")
        />
        <Fieldset id="skills" legend=td_string!(locale, volunteer.skills) error=form.error("skills") optional=true>
            {skills}
        </Fieldset>
        <Number
            name="wanted"
            label=td_string!(locale, volunteer.wanted)
            form=form.clone()
            stored=wanted
        />
        <CheckboxField
            name="open"
            label=td_string!(locale, volunteer.plan.open_label)
            hint=td_string!(locale, volunteer.plan.open_hint)
            checked=open
        />
    }
    .into_any()
}
