//! The documents of a case, opened where they stand.

use domain::{Reference, document::MediaType, views::DocumentLine};
use i18n::{Label, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Icon, lu};

use crate::features::office::documents::{ValidityTag, note};

#[component]
pub fn PapersView(reference: Reference, documents: Vec<DocumentLine>) -> impl IntoView {
    let locale = use_locale();
    let nothing = documents.is_empty();
    let papers = documents
        .into_iter()
        .map(|line| {
            let href = localised(locale, &format!("/committee/cases/{reference}/documents/{}", line.id));
            view! { <li><PaperView line href/></li> }
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

/// One line that unfolds: a picture where it stands, a file to be taken down. A picture is fetched when unfolded.
#[component]
fn PaperView(line: DocumentLine, href: String) -> impl IntoView {
    let locale = use_locale();
    let title = line.kind.label(locale);
    let (icon, inside) = match line.media {
        MediaType::Pdf => {
            let label = td_string!(locale, committee.papers.download);
            let link = view! {
                <a class="btn btn-secondary" href=href rel="external">
                    <Icon icon=lu::LuDownload/>
                    {label}
                    <span class="visually-hidden">{format!(" {title}")}</span>
                </a>
            };
            (lu::LuFileText, link.into_any())
        }
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => {
            let label = td_string!(locale, committee.papers.enlarge);
            let picture = view! {
                <img class="paper-in-place" src=href.clone() alt=title loading="lazy"/>
                <a class="link" href=href rel="external">
                    {label}
                    <span class="visually-hidden">{format!(" {title}")}</span>
                </a>
            };
            (lu::LuImage, picture.into_any())
        }
    };
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
