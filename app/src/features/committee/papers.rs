//! The documents of a case, opened where they stand.

use domain::{Reference, document::MediaType, views::DocumentLine};
use i18n::{Label, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Icon, lu};

use crate::features::office::documents::{ValidityTag, note, page_title};

#[component]
pub fn PapersView(reference: Reference, documents: Vec<DocumentLine>) -> impl IntoView {
    let locale = use_locale();
    let nothing = documents.is_empty();
    let papers = documents
        .into_iter()
        .map(|line| {
            let at = localised(locale, &format!("/committee/cases/{reference}/documents/{}", line.id));
            view! { <li><PaperView line at/></li> }
        })
        .collect_view();
    view! {
        <section class="flow" aria-labelledby="documents">
            <h2 id="documents">{td_string!(locale, committee.papers.title)}</h2>
            {nothing.then(|| view! { <p>{td_string!(locale, committee.papers.none)}</p> })}
            <ul class="case-papers">{papers}</ul>
        </section>
    }
}

/// One line that unfolds to every page of the document. Pictures are fetched when unfolded.
#[component]
fn PaperView(line: DocumentLine, at: String) -> impl IntoView {
    let locale = use_locale();
    let title = line.kind.label(locale);
    let icon = if line.pages.first().media.is_picture() { lu::LuImage } else { lu::LuFileText };
    let pages = line.pages.iter().zip(1..);
    let inside = pages
        .map(|(page, number)| {
            let (href, title) = (format!("{at}/{number}"), page_title(locale, &line, number));
            view! { <PageView media=page.media href title/> }
        })
        .collect_view();
    view! {
        <details class="paper-fold">
            <summary>
                <Icon icon/>
                <span class="paper-fold-name">
                    <span class="document-title">{title}</span>
                    <span class="document-note">{note(&line)}</span>
                </span>
                <ValidityTag validity=line.validity/>
                <Icon icon=lu::LuChevronDown/>
            </summary>
            <div class="paper-fold-body flow">{inside}</div>
        </details>
    }
}

/// A page: a picture where it stands, a file to be taken down.
#[component]
fn PageView(media: MediaType, href: String, title: String) -> impl IntoView {
    let locale = use_locale();
    match media {
        MediaType::Pdf => {
            let label = td_string!(locale, committee.papers.download);
            let link = view! {
                <a class="btn btn-secondary" href=href rel="external">
                    <Icon icon=lu::LuDownload/>
                    {label}
                    <span class="visually-hidden">{format!(" {title}")}</span>
                </a>
            };
            link.into_any()
        }
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => {
            let label = td_string!(locale, committee.papers.enlarge);
            let picture = view! {
                <img class="paper-in-place" src=href.clone() alt=title.clone() loading="lazy"/>
                <a class="link" href=href rel="external">
                    {label}
                    <span class="visually-hidden">{format!(" {title}")}</span>
                </a>
            };
            picture.into_any()
        }
    }
}
