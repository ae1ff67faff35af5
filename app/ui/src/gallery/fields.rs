//! Every question, plain and with an error.

use leptos::prelude::*;

use super::Part;
use crate::{
    Calendar, CheckboxField, Choice, CodeField, DateField, DateValue, Fieldset, FileField, MoneyField, RadioGroup,
    RatingScale, SelectField, Signature, TextArea, TextField, Width,
};
use i18n::{Locale, td_string, use_locale};

#[component]
pub(super) fn Fields() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Part title=td_string!(locale, ui.gallery.fields)>
            <form method="post" action="#fields">
                <Lines />
                <Days />
                <Choices />
                <RatingScale legend=td_string!(locale, ui.gallery.rating) hint=td_string!(locale, ui.gallery.rating_hint) value=4 />
                <Signature name="signature" legend=td_string!(locale, ui.gallery.sign) hint=td_string!(locale, ui.gallery.sign_hint) />
                <Signature name="signature_ready" legend=td_string!(locale, ui.gallery.sign) attr:data-signature-ready="" />
            </form>
        </Part>
    }
}

#[component]
fn Lines() -> impl IntoView {
    let locale = use_locale();
    view! {
        <TextField
            name="national_id"
            label=td_string!(locale, ui.gallery.id)
            hint=td_string!(locale, ui.gallery.id_hint)
            inputmode="numeric"
            ltr=true
            width=Width::Ten
        />
        <TextField
            name="name"
            label=td_string!(locale, ui.gallery.name)
            value=td_string!(locale, ui.gallery.name_value)
            autocomplete="name"
            width=Width::Twenty
        />
        <TextField
            name="mobile"
            label=td_string!(locale, ui.gallery.mobile)
            value="0612345"
            error=td_string!(locale, ui.gallery.mobile_error)
            kind="tel"
            autocomplete="tel"
            ltr=true
            width=Width::Ten
        />
        <MoneyField name="income" label=td_string!(locale, ui.gallery.income) hint=td_string!(locale, ui.gallery.income_hint) value="3250" />
        <CodeField name="code" label=td_string!(locale, ui.gallery.code) hint=td_string!(locale, ui.gallery.code_hint) />
        <TextArea name="note" label=td_string!(locale, ui.gallery.note) value=td_string!(locale, ui.gallery.note_value) optional=true />
        <TextArea name="note_wrong" label=td_string!(locale, ui.gallery.note) error=td_string!(locale, ui.gallery.note_error) rows=2 />
        <FileField
            name="lease"
            label=td_string!(locale, ui.gallery.file)
            hint=td_string!(locale, ui.gallery.file_hint)
            accept="image/jpeg,image/png,application/pdf"
        />
    }
}

#[component]
fn Days() -> impl IntoView {
    let locale = use_locale();
    let wrong = DateValue { day: "3".into(), month: "4".into(), year: "85".into(), calendar: Calendar::Gregorian };
    view! {
        <DateField
            name="born"
            legend=td_string!(locale, ui.gallery.born)
            hint=td_string!(locale, ui.gallery.born_hint)
            birthday=true
        />
        <DateField
            name="born_wrong"
            legend=td_string!(locale, ui.gallery.born)
            value=wrong
            error=td_string!(locale, ui.gallery.born_error)
            optional=true
        />
    }
}

#[component]
fn Choices() -> impl IntoView {
    let locale = use_locale();
    let banks = vec![
        Choice::new("a", td_string!(locale, ui.gallery.bank_a)),
        Choice::new("b", td_string!(locale, ui.gallery.bank_b)),
    ];
    view! {
        <RadioGroup name="housing" legend=td_string!(locale, ui.gallery.housing) choices=homes(locale) value="rent" />
        <RadioGroup
            name="housing_wrong"
            legend=td_string!(locale, ui.gallery.housing)
            choices=homes(locale)
            error=td_string!(locale, ui.gallery.housing_error)
        />
        <Fieldset id="contact" legend=td_string!(locale, ui.gallery.contact) hint=td_string!(locale, ui.gallery.contact_hint)>
            <SelectField name="bank" label=td_string!(locale, ui.gallery.bank) choices=banks value="b" optional=true />
            <CheckboxField
                name="confirm"
                label=td_string!(locale, ui.gallery.confirm)
                hint=td_string!(locale, ui.gallery.confirm_hint)
                checked=true
            />
            <CheckboxField
                name="confirm_wrong"
                label=td_string!(locale, ui.gallery.confirm)
                error=td_string!(locale, ui.gallery.confirm_error)
            />
        </Fieldset>
    }
}

fn homes(locale: Locale) -> Vec<Choice> {
    vec![
        Choice::new("rent", td_string!(locale, ui.gallery.rent)).hint(td_string!(locale, ui.gallery.rent_hint)),
        Choice::new("own", td_string!(locale, ui.gallery.own)),
        Choice::new("family", td_string!(locale, ui.gallery.family)),
        Choice::new("unknown", td_string!(locale, ui.gallery.unknown)),
    ]
}
