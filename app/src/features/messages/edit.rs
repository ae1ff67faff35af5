//! One message in one language: its words, how they read with values in place, and how long that is.

use domain::{
    message::{LONGEST, Size, Template, placeholder},
    views::MessageSheet,
};
use i18n::{localised, td_string, timestamp, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ButtonKind, ErrorSummary, PageHead, SubmitButton, SummaryList, SummaryRow, Tag, TextArea, Tone};

use super::{api, words};
use crate::{
    AppError,
    features::office::screen::{InOffice, load_frame},
    form::{FormView, use_form},
    public::PageTitle,
};

/// `/office/messages/:template/:language`.
#[component]
pub fn EditPage() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        let part = |name| params.read().get(name).unwrap_or_default();
        (part("template").parse::<Template>().ok(), part("language"))
    });
    let sheet = Resource::new(
        move || asked.get(),
        |(template, language)| async move { api::sheet(template.ok_or(AppError::NotFound)?, language).await },
    );
    let form = use_form("");
    let show = move |sheet| view! { <EditView sheet form=form.clone()/> }.into_any();
    view! { <InOffice frame=load_frame() data=sheet view=show/> }
}

#[component]
pub fn EditView(sheet: MessageSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let name = words::name(locale, sheet.template);
    let title = format!("{name} – {}", words::language(locale, &sheet.language));
    let path = localised(locale, &format!("/office/messages/{}/{}", sheet.template, sheet.language));
    let text = form.value("body", sheet.words());
    let reset = sheet.own.is_some().then(|| view! { <Reset sheet=sheet.clone() path=path.clone()/> });
    view! {
        <PageTitle title=title.clone() refused=!form.summary().is_empty()/>
        <ErrorSummary items=form.summary()/>
        <PageHead
            title
            lead=td_string!(locale, messages.edit.lead)
            back_href=localised(locale, "/office/messages")
            back_label=td_string!(locale, messages.list.title)
        />
        <div class="flow">
            <Whose sheet=sheet.clone()/>
            <form class="flow" method="post" action=path>
                <input type="hidden" name="version" value=sheet.version.to_string()/>
                <TextArea
                    name="body"
                    label=td_string!(locale, messages.edit.words)
                    hint=hint(&sheet)
                    value=text.clone()
                    error=form.error("body")
                    rows=5
                />
                <div class="actions">
                    <SubmitButton label=td_string!(locale, messages.edit.save)/>
                    <SubmitButton
                        label=td_string!(locale, messages.edit.preview)
                        kind=ButtonKind::Secondary
                        name="act"
                        value="preview"
                    />
                </div>
            </form>
            <Preview sheet=sheet.clone() text/>
            {reset}
        </div>
    }
}

/// The values that must be in the words, and how many letters there may be.
fn hint(sheet: &MessageSheet) -> String {
    let names: Vec<String> = sheet.template.placeholders().iter().map(|name| placeholder(name)).collect();
    td_string!(use_locale(), messages.edit.hint, names = names.join(" "), most = LONGEST)
}

/// Whose words these are, and since when.
#[component]
fn Whose(sheet: MessageSheet) -> impl IntoView {
    let locale = use_locale();
    match sheet.changed_at {
        Some(at) => {
            let when = td_string!(locale, messages.edit.changed, at = timestamp(locale, at));
            view! { <p><Tag label=td_string!(locale, messages.list.own) tone=Tone::Green/>" "{when}</p> }.into_any()
        }
        None => view! { <p><Tag label=td_string!(locale, messages.edit.product) tone=Tone::Grey/></p> }.into_any(),
    }
}

#[component]
fn Preview(sheet: MessageSheet, text: String) -> impl IntoView {
    let locale = use_locale();
    let (read, Size { places, parts }) = sheet.preview(&text);
    view! {
        <section class="flow" aria-labelledby="preview">
            <h2 id="preview">{td_string!(locale, messages.edit.preview)}</h2>
            <p class="card pre-line message-preview" lang=sheet.language dir="auto">{read}</p>
            <SummaryList>
                <SummaryRow label=td_string!(locale, messages.edit.parts) value=parts.to_string()/>
                <SummaryRow label=td_string!(locale, messages.edit.places) value=places.to_string()/>
            </SummaryList>
            <p class="caption">{td_string!(locale, messages.edit.cost)}</p>
        </section>
    }
}

#[component]
fn Reset(sheet: MessageSheet, path: String) -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="flow" aria-labelledby="reset">
            <h2 id="reset">{td_string!(locale, messages.edit.product)}</h2>
            <p class="pre-line" lang=sheet.language dir="auto">{words::worded(&sheet.product)}</p>
            <form method="post" action=format!("{path}/reset")>
                <input type="hidden" name="version" value=sheet.version.to_string()/>
                <SubmitButton label=td_string!(locale, messages.edit.reset) kind=ButtonKind::Quiet/>
            </form>
        </section>
    }
}
