//! Joining an opportunity. Who is signed in as a volunteer says only what is new.

use domain::{
    views::{OpportunitySheet, ShiftLine},
    volunteer::{Skill, Tongue},
};
use i18n::{Label, Locale, date_pair, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use serde::Serialize;
use ui::{DateField, ErrorSummary, Fieldset, Notice, PageHead, SubmitButton, TextArea, TextField, Width};

use super::{address, api, when::hours};
use crate::{
    features::{apply::date, office::words::word},
    form::{FormView, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn JoinPage() -> impl IntoView {
    let sheet = load(param("slug"), api::opportunity);
    let form = use_form("join");
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=move |sheet: OpportunitySheet| view! { <JoinView sheet form=form.clone()/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn JoinView(sheet: OpportunitySheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let OpportunitySheet { card, me, applied } = sheet;
    let page = address(&card.opportunity.slug);
    let title = td_string!(locale, volunteer.join.title);
    let body = if applied.is_some() {
        view! {
            <Notice title=td_string!(locale, volunteer.opportunity.applied)>
                <p><a href=localised(locale, "/volunteer/mine")>{td_string!(locale, volunteer.opportunity.mine)}</a></p>
            </Notice>
        }
        .into_any()
    } else {
        let known = me.is_some();
        let send =
            if known { td_string!(locale, volunteer.join.send) } else { td_string!(locale, volunteer.join.send_code) };
        view! {
            <form method="post" action=localised(locale, &format!("{page}/join")) novalidate=true class="flow-wide">
                {(!known).then(|| view! { <About form=form.clone()/> })}
                <ShiftBoxes shifts=card.shifts form=form.clone()/>
                <TextArea
                    name="words"
                    label=td_string!(locale, volunteer.join.words)
                    hint=td_string!(locale, volunteer.join.words_hint)
                    value=form.value("words", "")
                    error=form.error("words")
                    optional=true
                />
                <SubmitButton label=send/>
            </form>
        }
        .into_any()
    };
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.named_summary(|id| field_name(locale, id))/>
        <PageHead
            title
            caption=pick(&card.opportunity.title, locale).to_owned()
            back_href=localised(locale, &page)
        />
        {body}
    }
}

fn field_name(locale: Locale, id: &str) -> Option<&'static str> {
    let name = match id {
        "name_own" => td_string!(locale, apply.identity.own),
        "name_father" => td_string!(locale, apply.identity.father),
        "name_grandfather" => td_string!(locale, apply.identity.grandfather),
        "name_family" => td_string!(locale, apply.identity.family),
        "mobile" => td_string!(locale, volunteer.door.mobile),
        "born" => td_string!(locale, volunteer.join.born),
        "guardian" => td_string!(locale, volunteer.join.guardian),
        "skills" => td_string!(locale, volunteer.join.skills),
        "languages" => td_string!(locale, volunteer.join.languages),
        "shifts" => td_string!(locale, volunteer.join.shifts),
        "words" => td_string!(locale, volunteer.join.words),
        _ => return None,
    };
    Some(name)
}

/// What is asked of somebody who is not known yet.
#[component]
fn About(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let skills = boxes("skills", labelled(&Skill::ALL, locale), &form);
    let languages = boxes("languages", labelled(&Tongue::ALL, locale), &form);
    view! {
        <NameParts form=form.clone()/>
        <Phone
            name="mobile"
            label=td_string!(locale, volunteer.door.mobile)
            hint=td_string!(locale, volunteer.join.mobile_hint)
            form=form.clone()
        />
        <DateField
            name="born"
            legend=td_string!(locale, volunteer.join.born)
            value=date::shown(&form, "born", None)
            error=form.error("born")
            birthday=true
        />
        <Phone
            name="guardian"
            label=td_string!(locale, volunteer.join.guardian)
            hint=td_string!(locale, volunteer.join.guardian_hint)
            form=form.clone()
            optional=true
        />
        <Fieldset id="skills" legend=td_string!(locale, volunteer.join.skills) error=form.error("skills") optional=true>
            {skills}
        </Fieldset>
        <Fieldset
            id="languages"
            legend=td_string!(locale, volunteer.join.languages)
            error=form.error("languages")
            optional=true
        >
            {languages}
        </Fieldset>
    }
}

#[component]
fn NameParts(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let parts = [
        ("name_own", td_string!(locale, apply.identity.own), "given-name"),
        ("name_father", td_string!(locale, apply.identity.father), "additional-name"),
        ("name_grandfather", td_string!(locale, apply.identity.grandfather), "off"),
        ("name_family", td_string!(locale, apply.identity.family), "family-name"),
    ];
    let fields = parts
        .into_iter()
        .map(|(name, label, autocomplete)| {
            let (value, error) = (form.value(name, ""), form.error(name));
            view! { <TextField name label value error autocomplete width=Width::Twenty/> }
        })
        .collect_view();
    view! {
        <Fieldset id="name" legend=td_string!(locale, apply.identity.name)>
            <div class="name-parts">{fields}</div>
        </Fieldset>
    }
}

#[component]
fn Phone(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    form: FormView,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    view! {
        <TextField
            name
            label
            hint
            value=form.value(name, "")
            error=form.error(name)
            optional
            kind="tel"
            inputmode="tel"
            autocomplete=if optional { "off" } else { "tel" }
            ltr=true
            width=Width::Ten
        />
    }
}

#[component]
fn ShiftBoxes(shifts: Vec<ShiftLine>, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let free = shifts.into_iter().filter(|shift| shift.left > 0);
    let choices: Vec<_> = free
        .map(|shift| {
            let (day, hours) = (date_pair(locale, shift.plan.on), hours(locale, &shift.plan));
            (shift.id.to_string(), format!("{day}{} {hours}", td_string!(locale, dates.comma)))
        })
        .collect();
    (!choices.is_empty()).then(|| {
        let choices = boxes("shifts", choices, &form);
        view! {
            <Fieldset
                id="shifts"
                legend=td_string!(locale, volunteer.join.shifts)
                hint=td_string!(locale, volunteer.join.shifts_hint)
                error=form.error("shifts")
                optional=true
            >
                {choices}
            </Fieldset>
        }
    })
}

/// Every choice under its name.
pub fn labelled<T: Label + Serialize + Copy>(all: &[T], locale: Locale) -> Vec<(String, String)> {
    all.iter().map(|one| (word(*one), one.label(locale).to_owned())).collect()
}

/// Boxes of one question, ticked as they were. The error summary links to the first one.
fn boxes(name: &'static str, choices: Vec<(String, String)>, form: &FormView) -> AnyView {
    ticked_boxes(name, choices, |value| form.chosen(name, value, false))
}

/// Boxes of one question.
pub fn ticked_boxes(name: &'static str, choices: Vec<(String, String)>, ticked: impl Fn(&str) -> bool) -> AnyView {
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(index, (value, label))| {
            let id = if index == 0 { name.to_owned() } else { format!("{name}-{}", index + 1) };
            let checked = ticked(&value);
            view! {
                <label class="choice">
                    <input type="checkbox" id=id name=name value=value checked=checked/>
                    <span class="choice-text">{label}</span>
                </label>
            }
        })
        .collect_view();
    view! { <div class="choices">{rows}</div> }.into_any()
}
