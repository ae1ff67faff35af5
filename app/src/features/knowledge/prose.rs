//! A text of blocks, rendered by components: there is no HTML in it, so none can get out of it.

use domain::{
    knowledge::{Block, Span},
    search::Piece,
};
use i18n::{Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Icon, lu};

/// Several blocks. `anchors` gives numbered clauses their anchor and a link to copy: at most one text a page has them.
#[component]
pub fn Prose(
    blocks: Vec<Block>,
    #[prop(optional)] only_arabic: bool,
    #[prop(optional)] anchors: bool,
) -> impl IntoView {
    let locale = use_locale();
    let (lang, dir) = arabic(only_arabic);
    view! { <div class="prose flow" lang=lang dir=dir>{all(locale, blocks, anchors)}</div> }
}

/// Language and direction of a text that is in Arabic on a page that may not be.
pub fn arabic(only_arabic: bool) -> (Option<&'static str>, Option<&'static str>) {
    let tag = only_arabic.then(|| (i18n::language_tag(Locale::ar), i18n::direction(Locale::ar)));
    tag.unzip()
}

fn all(locale: Locale, blocks: Vec<Block>, anchors: bool) -> AnyView {
    blocks.into_iter().map(|block| one(locale, block, anchors)).collect_view().into_any()
}

fn one(locale: Locale, block: Block, anchors: bool) -> AnyView {
    let anchor = block.anchor().filter(|_| anchors);
    match block {
        Block::Heading { level, clause, text } => {
            let link = anchor.clone().zip(clause).map(|(anchor, clause)| view! { <Copy anchor clause/> });
            let words = spans(locale, text);
            match level {
                2 => view! { <h2 id=anchor>{words}{link}</h2> }.into_any(),
                3 => view! { <h3 id=anchor>{words}{link}</h3> }.into_any(),
                _ => view! { <h4 id=anchor>{words}{link}</h4> }.into_any(),
            }
        }
        Block::Paragraph { text } => view! { <p>{spans(locale, text)}</p> }.into_any(),
        Block::List { first, items } => {
            let items = items.into_iter().map(|item| view! { <li>{all(locale, item, anchors)}</li> }).collect_view();
            match first {
                Some(first) => view! { <ol start=first.to_string()>{items}</ol> }.into_any(),
                None => view! { <ul>{items}</ul> }.into_any(),
            }
        }
        Block::Quote { blocks } => view! { <blockquote>{all(locale, blocks, anchors)}</blockquote> }.into_any(),
    }
}

/// The link of a clause, to copy.
#[component]
fn Copy(anchor: String, clause: String) -> impl IntoView {
    let label = td_string!(use_locale(), knowledge.article.clause, clause = clause);
    view! {
        <a class="clause-link" href=format!("#{anchor}") aria-label=label><Icon icon=lu::LuLink/></a>
    }
}

fn spans(locale: Locale, text: Vec<Span>) -> AnyView {
    text.into_iter().map(|span| one_span(locale, span)).collect_view().into_any()
}

fn one_span(locale: Locale, span: Span) -> AnyView {
    match span {
        Span::Text(text) => text.into_any(),
        Span::Strong(text) => view! { <strong>{spans(locale, text)}</strong> }.into_any(),
        Span::Emphasis(text) => view! { <em>{spans(locale, text)}</em> }.into_any(),
        Span::Break => view! { <br/> }.into_any(),
        Span::Link { to, text } => {
            let elsewhere = !to.starts_with(['/', '#']);
            // A link within the site stays in the reader's language.
            let href = if to.starts_with('/') { localised(locale, &to) } else { to };
            view! { <a class="link" href=href rel=elsewhere.then_some("external noopener")>{spans(locale, text)}</a> }
                .into_any()
        }
    }
}

/// A text with what was looked for marked in it.
#[component]
pub fn Marked(pieces: Vec<Piece>) -> impl IntoView {
    let mark = |piece: Piece| {
        if piece.hit { view! { <mark>{piece.text}</mark> }.into_any() } else { piece.text.into_any() }
    };
    pieces.into_iter().map(mark).collect_view()
}
