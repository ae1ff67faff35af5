//! The documents of a request: open in place, with their validity on the day of submission (H2).

use domain::{
    DocumentId, Reference,
    document::{MediaType, Validity},
    views::DocumentLine,
};
use i18n::{Label, Locale, gregorian, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{DocumentCard, Tag, Tone, lu};

/// Where a document is opened.
pub fn address(locale: Locale, reference: &Reference, id: DocumentId) -> String {
    localised(locale, &format!("/office/requests/{reference}/documents/{id}"))
}

/// Every document as a card.
#[component]
pub fn Papers(reference: Reference, documents: Vec<DocumentLine>) -> impl IntoView {
    let locale = use_locale();
    let cards = documents
        .into_iter()
        .map(|line| {
            let href = address(locale, &reference, line.id);
            let icon = if line.media == MediaType::Pdf { lu::LuFileText } else { lu::LuImage };
            let status = view! { <ValidityTag validity=line.validity/> };
            view! {
                <DocumentCard
                    title=line.kind.label(locale)
                    note=note(&line)
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
    let kilobytes = line.bytes.div_ceil(1024);
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
pub fn ValidityTag(validity: Validity) -> impl IntoView {
    let locale = use_locale();
    match validity {
        Validity::Valid => {
            view! { <Tag label=td_string!(locale, office.documents.valid) tone=Tone::Green/> }.into_any()
        }
        Validity::UnknownDate => {
            view! { <Tag label=td_string!(locale, office.documents.undated) tone=Tone::Sand/> }.into_any()
        }
        Validity::Expired { since } => {
            let label = td_string!(locale, office.documents.expired, day = gregorian(locale, since)).to_string();
            view! { <Tag label tone=Tone::Red/> }.into_any()
        }
    }
}

/// A picture shown where it stands; a PDF to download: the content policy shows no foreign document inside a page.
#[component]
pub fn Paper(reference: Reference, line: DocumentLine) -> impl IntoView {
    let locale = use_locale();
    let href = address(locale, &reference, line.id);
    let source = href.clone();
    let title = line.kind.label(locale);
    let shown = match line.media {
        MediaType::Pdf => {
            let label = td_string!(locale, office.documents.open_pdf);
            view! { <a class="btn btn-secondary" href=href rel="external">{label}</a> }.into_any()
        }
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => view! {
            <a class="paper-picture" href=href rel="external">
                <img src=source alt=title loading="lazy"/>
            </a>
        }
        .into_any(),
    };
    view! {
        <figure class="paper">
            <figcaption>
                <span class="paper-title">{title}</span>
                <span class="paper-note">{note(&line)}</span>
                <ValidityTag validity=line.validity/>
            </figcaption>
            {shown}
        </figure>
    }
}
