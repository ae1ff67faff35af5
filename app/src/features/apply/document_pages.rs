//! The pages of a document that was given: each to be seen, opened, turned and taken out.

use domain::document::{GivenDocument, MediaType, Page};
use i18n::{Label, Locale, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Icon, SubmitButton, lu};

use super::{step::Step, words};

/// The address of a page's file.
fn address(locale: Locale, step: &Step, given: &GivenDocument, number: usize) -> String {
    i18n::localised(locale, &format!("/my/requests/{}/documents/{}/{number}", step.sheet.reference, given.id))
}

/// Every page in its order.
#[component]
pub fn PageList(step: Step, given: GivenDocument) -> impl IntoView {
    let numbered = given.pages.iter().cloned().zip(1..);
    let pages = numbered
        .map(|(page, number)| view! { <PageLine step=step.clone() given=given.clone() page number/> })
        .collect_view();
    view! { <ol class="pages">{pages}</ol> }
}

#[component]
fn PageLine(step: Step, given: GivenDocument, page: Page, number: usize) -> impl IntoView {
    let locale = use_locale();
    let count = given.pages.count();
    let name = given.kind.label(locale);
    let href = address(locale, &step, &given, number);
    let which = td_string!(locale, apply.documents.page, number = number, count = count);
    view! {
        <li class="page-line">
            <Look page=page.clone() href=href.clone() label=format!("{name}: {which}")/>
            <div class="page-words">
                {(count > 1).then(|| view! { <p class="page-number">{which}</p> })}
                <p class="paper-note">{note(locale, &page)}</p>
            </div>
            <div class="actions page-acts">
                <a class="link" href=href rel="external" target="_blank">
                    {td_string!(locale, apply.documents.open_page, number = number)}
                    <span class="visually-hidden">" "{name}</span>
                </a>
                <Acts step given page number/>
            </div>
        </li>
    }
}

/// A small picture of the page. The hash in its address makes a turned page another picture to the browser.
#[component]
fn Look(page: Page, href: String, label: String) -> impl IntoView {
    let mark: String = page.sha256.chars().take(8).collect();
    match page.media {
        MediaType::Pdf => view! { <span class="page-look page-file"><Icon icon=lu::LuFileText/></span> }.into_any(),
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => {
            let source = format!("{href}/small?{mark}");
            view! { <img class="page-look" src=source alt=label loading="lazy"/> }.into_any()
        }
    }
}

/// Turn it, take it out. The page is named by its hash: pressed twice, it happens once.
#[component]
fn Acts(step: Step, given: GivenDocument, page: Page, number: usize) -> impl IntoView {
    let locale = use_locale();
    let kind = words::slug(&given.kind);
    let act = |name: &str, label: String, icon| {
        view! {
            <form method="post" action=step.path(locale, &format!("/documents/{kind}/{name}"))>
                <input type="hidden" name="page" value=page.sha256.clone()/>
                <SubmitButton label kind=ButtonKind::Quiet icon/>
            </form>
        }
    };
    let turn = page
        .media
        .is_picture()
        .then(|| act("turn", td_string!(locale, apply.documents.turn_page, number = number), lu::LuRotateCw));
    // The only page goes with its document, which has a button of its own.
    let out = (given.pages.count() > 1)
        .then(|| act("take-out", td_string!(locale, apply.documents.remove_page, number = number), lu::LuX));
    view! { {turn}{out} }
}

/// What kind of file, and how large.
pub fn note(locale: Locale, page: &Page) -> String {
    let kind = match page.media {
        MediaType::Pdf => td_string!(locale, apply.documents.pdf),
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => td_string!(locale, apply.documents.picture),
    };
    td_string!(locale, apply.documents.note, kind = kind, size = page.bytes.div_ceil(1024))
}
