//! Who applies.

use domain::application::{Group, Identity, Section};
use i18n::{Label, Locale, td_string, use_locale};
use leptos::prelude::*;
use ui::{DateField, Fieldset, Ltr, RadioGroup, SummaryList, SummaryRow, TextField, Width};

use super::{
    date,
    step::{SectionForm, Step, StepHead, section_page},
    words,
};
use crate::form::FormView;

#[component]
pub fn IdentityPage() -> impl IntoView {
    section_page(Section::Identity, |step, form| view! { <IdentityView step form/> }.into_any())
}

#[component]
pub fn IdentityView(step: Step, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let stored = step.answers().identity.clone();
    let kept = |part: fn(&Identity) -> String| stored.as_ref().map(part).unwrap_or_default();
    let born = date::shown(&form, "born", stored.as_ref().map(|identity| identity.born_on));
    let told = step.sheet.told.group.map(|group| words::slug(&group)).unwrap_or_default();
    let group = stored.as_ref().map_or(told, |identity| words::slug(&identity.group));
    let group = form.value("group", group);
    let city = form.value("city", kept(|identity| identity.city.to_string()));
    let address =
        form.value("address", kept(|identity| identity.address.as_ref().map(ToString::to_string).unwrap_or_default()));
    view! {
        <StepHead
            step=step.clone()
            title=Section::Identity.label(locale)
            lead=td_string!(locale, apply.identity.lead)
            problems=form.named_summary(|id| field_name(locale, id))
        />
        <SectionForm step=step.clone() form=form.clone() section=Section::Identity>
            <SignedInAs step=step.clone()/>
            <NameFields step form=form.clone()/>
            <DateField
                name="born"
                legend=td_string!(locale, apply.identity.born)
                hint=td_string!(locale, apply.identity.born_hint)
                value=born
                error=form.error("born")
                birthday=true
            />
            <RadioGroup
                name="group"
                legend=td_string!(locale, apply.identity.group)
                choices=words::choices(&Group::ALL, locale)
                value=group
                error=form.error("group")
            />
            <TextField
                name="city"
                label=td_string!(locale, apply.identity.city)
                value=city
                error=form.error("city")
                autocomplete="address-level2"
                width=Width::Twenty
            />
            <TextField
                name="address"
                label=td_string!(locale, apply.identity.address)
                hint=td_string!(locale, apply.identity.address_hint)
                value=address
                error=form.error("address")
                optional=true
                ltr=true
                width=Width::Ten
            />
        </SectionForm>
    }
}

fn field_name(locale: Locale, id: &str) -> Option<String> {
    let name = match id {
        "name_own" => td_string!(locale, apply.identity.own),
        "name_father" => td_string!(locale, apply.identity.father),
        "name_grandfather" => td_string!(locale, apply.identity.grandfather),
        "name_family" => td_string!(locale, apply.identity.family),
        "born" => td_string!(locale, apply.identity.born),
        "city" => td_string!(locale, apply.identity.city),
        "address" => td_string!(locale, apply.identity.address),
        _ => return None,
    };
    Some(name.to_owned())
}

/// The numbers the person signed in with, masked: known, so not asked.
#[component]
fn SignedInAs(step: Step) -> impl IntoView {
    let locale = use_locale();
    view! {
        <SummaryList>
            <SummaryRow label=td_string!(locale, apply.identity.id)>
                <Ltr text=step.sheet.national_id_masked/>
            </SummaryRow>
            <SummaryRow label=td_string!(locale, apply.identity.mobile)>
                <Ltr text=step.sheet.mobile_masked/>
            </SummaryRow>
        </SummaryList>
        <p class="hint">{td_string!(locale, apply.identity.verified)}</p>
    }
}

/// The four parts of a name; a resident's may have fewer.
#[component]
fn NameFields(step: Step, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let resident = step.sheet.national_id_masked.starts_with('2');
    let name = step.sheet.answers.identity.map(|identity| identity.name);
    let own = name.as_ref().map(|name| name.own.to_string());
    let father = name.as_ref().and_then(|name| name.father.as_ref()).map(ToString::to_string);
    let grandfather = name.as_ref().and_then(|name| name.grandfather.as_ref()).map(ToString::to_string);
    let family = name.as_ref().map(|name| name.family.to_string());
    let parts = [
        ("name_own", td_string!(locale, apply.identity.own), own, "given-name", false),
        ("name_father", td_string!(locale, apply.identity.father), father, "additional-name", resident),
        ("name_grandfather", td_string!(locale, apply.identity.grandfather), grandfather, "off", resident),
        ("name_family", td_string!(locale, apply.identity.family), family, "family-name", false),
    ];
    let fields = parts
        .into_iter()
        .map(|(name, label, stored, autocomplete, optional)| {
            let value = form.value(name, stored.unwrap_or_default());
            let error = form.error(name);
            view! { <TextField name label value error autocomplete optional width=Width::Twenty/> }
        })
        .collect_view();
    view! {
        <Fieldset id="name" legend=td_string!(locale, apply.identity.name)>
            <div class="name-parts">{fields}</div>
        </Fieldset>
    }
}
