//! The documents of a request: open in place, with their validity on the day of submission (H2).

use domain::{
    DocumentId, Reference,
    document::{MediaType, Validity},
    views::DocumentLine,
};
use i18n::{Label, Locale, gregorian, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{DocumentCard, Tag, Tone, lu};

/// Where a page of a document is opened.
pub fn address(locale: Locale, reference: &Reference, id: DocumentId, page: usize) -> String {
    localised(locale, &format!("/office/requests/{reference}/documents/{id}/{page}"))
}

/// The name of a page: that of its document, and its number where there are several.
pub fn page_title(locale: Locale, line: &DocumentLine, page: usize) -> String {
    let (name, count) = (line.kind.label(locale), line.pages.count());
    if count == 1 {
        return name.to_owned();
    }
    format!("{name} · {}", td_string!(locale, office.documents.page, number = page, count = count))
}

/// Every page of every document as a card.
#[component]
pub fn Papers(reference: Reference, documents: Vec<DocumentLine>) -> impl IntoView {
    let locale = use_locale();
    let cards = documents
        .iter()
        .flat_map(|line| line.pages.iter().zip(1..).map(move |(page, number)| (line, page, number)))
        .map(|(line, page, number)| {
            let href = address(locale, &reference, line.id, number);
            let icon = if page.media.is_picture() { lu::LuImage } else { lu::LuFileText };
            let status = view! { <ValidityTag validity=line.validity/> };
            view! {
                <DocumentCard
                    title=page_title(locale, line, number)
                    note=note(line)
                    icon
                    status=status.into_any()
                    href
                    action=td_string!(locale, office.documents.open)
                />
            }
        })
        .collect_view();
    view! {
        <section class="flow" id="documents">
            <h2>{td_string!(locale, office.documents.title)}</h2>
            <div class="cards">{cards}</div>
        </section>
    }
}

/// The day of issue and the size.
pub fn note(line: &DocumentLine) -> String {
    let locale = use_locale();
    let kilobytes = line.pages.bytes().div_ceil(1024);
    let size = td_string!(locale, office.documents.size, kilobytes = kilobytes).to_string();
    match line.issued_on {
        Some(day) => {
            let issued = td_string!(locale, office.documents.issued, day = gregorian(locale, day));
            format!("{issued} · {size}")
        }
        None => size,
    }
}

/// Whether the document counted on the day of submission.
#[component]
pub fn ValidityTag(validity: Option<Validity>) -> impl IntoView {
    let locale = use_locale();
    match validity {
        None => ().into_any(),
        Some(Validity::Valid) => {
            view! { <Tag label=td_string!(locale, office.documents.valid) tone=Tone::Green/> }.into_any()
        }
        Some(Validity::UnknownDate) => {
            view! { <Tag label=td_string!(locale, office.documents.undated) tone=Tone::Sand/> }.into_any()
        }
        Some(Validity::Expired { since }) => {
            let label = td_string!(locale, office.documents.expired, day = gregorian(locale, since)).to_string();
            view! { <Tag label tone=Tone::Red/> }.into_any()
        }
    }
}

/// A document with every page of it.
#[component]
pub fn Paper(reference: Reference, line: DocumentLine) -> impl IntoView {
    let locale = use_locale();
    let title = line.kind.label(locale);
    let pages = line.pages.iter().zip(1..);
    let shown = pages
        .map(|(page, number)| {
            let href = address(locale, &reference, line.id, number);
            view! { <PageShown media=page.media href title=page_title(locale, &line, number)/> }
        })
        .collect_view();
    view! {
        <figure class="paper">
            <figcaption>
                <span class="paper-title">{title}</span>
                <span class="paper-note">{note(&line)}</span>
                <ValidityTag validity=line.validity/>
            </figcaption>
            <div class="paper-pages">{shown}</div>
        </figure>
    }
}

/// A picture shown where it stands; a PDF to download: the content policy shows no foreign document inside a page.
#[component]
fn PageShown(media: MediaType, href: String, title: String) -> impl IntoView {
    let locale = use_locale();
    match media {
        MediaType::Pdf => {
            let label = td_string!(locale, office.documents.open_pdf);
            view! {
                <a class="btn btn-secondary" href=href rel="external">
                    {label}
                    <span class="visually-hidden">" "{title}</span>
                </a>
            }
            .into_any()
        }
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => {
            let source = href.clone();
            view! {
                <a class="paper-picture" href=href rel="external">
                    <img src=source alt=title loading="lazy"/>
                </a>
            }
            .into_any()
        }
    }
}
