//! People and papers.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    khatam::Khatam,
    ltr::Ltr,
    lu,
    words::Words,
};

/// A person: name, file number, tags (`status`) and a few facts (label, value).
#[component]
pub fn PersonCard(
    #[prop(into)] name: String,
    #[prop(optional, into)] href: Words,
    #[prop(optional, into)] number: Words,
    #[prop(optional)] status: Option<AnyView>,
    #[prop(optional)] facts: Vec<(String, AnyView)>,
) -> impl IntoView {
    let title = match href.into_option() {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    let facts = facts.into_iter().map(|(label, value)| view! { <dt>{label}</dt><dd>{value}</dd> }).collect::<Vec<_>>();
    view! {
        <div class="card person">
            <Khatam rows=&[4, 3, 1] />
            <div class="person-head">
                <p class="card-title">{title}</p>
                {status}
            </div>
            {number.into_option().map(|number| view! { <p class="person-number"><Ltr text=number /></p> })}
            {(!facts.is_empty()).then(|| view! { <dl class="facts">{facts}</dl> })}
        </div>
    }
}

/// A paper: what it is, a note (kind, size, day), its state, and the link that opens it.
#[component]
pub fn DocumentCard(
    #[prop(into)] title: String,
    #[prop(optional, into)] note: Words,
    #[prop(optional)] icon: Option<Glyph>,
    #[prop(optional)] status: Option<AnyView>,
    #[prop(optional, into)] href: Words,
    /// Words of the link, e.g. "Open".
    #[prop(optional, into)]
    action: Words,
) -> impl IntoView {
    let hidden = format!(" {title}");
    let link = href.into_option().zip(action.into_option()).map(|(href, action)| {
        view! {
            // A file, not a page of the application: the browser fetches it itself.
            <a class="link" href=href rel="external">
                {action}
                <span class="visually-hidden">{hidden}</span>
            </a>
        }
    });
    view! {
        <div class="card document">
            <Icon icon=icon.unwrap_or(lu::LuFileText) />
            <div class="document-body">
                <p class="document-title">{title}</p>
                {note.into_option().map(|note| view! { <p class="document-note">{note}</p> })}
                <div class="document-foot">{status}{link}</div>
            </div>
        </div>
    }
}
