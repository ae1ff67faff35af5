//! What a person wrote never becomes markup.
#![cfg(feature = "ssr")]

use leptos::prelude::*;
use ui::{TextArea, TextField};

const ATTACK: &str = "</textarea><script>alert(1)</script>\" onfocus=\"alert(2)";

fn render<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    let _ = any_spawner::Executor::init_tokio();
    Owner::new().with(|| view().into_view().to_html())
}

#[tokio::test]
async fn the_text_area_holds_text() {
    let html = render(|| view! { <TextArea name="note" label="Note" value=ATTACK /> });
    assert!(!html.contains("<script>"), "{html}");
    assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
    assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
}

/// Nothing may stand between the tags but the value: the person would see it, and send it back.
#[tokio::test]
async fn the_text_area_adds_nothing() {
    let html = render(|| view! { <TextArea name="note" label="Note" value="line" /> });
    assert!(html.contains(">line</textarea>"), "{html}");
    let html = render(|| view! { <TextArea name="note" label="Note" /> });
    assert!(html.contains("></textarea>"), "{html}");
}

/// The reason the component exists: if this fails, Leptos escapes by itself and ours would escape twice.
#[tokio::test]
async fn the_bare_tag_is_still_unsafe() {
    let html = render(|| view! { <textarea>{ATTACK}</textarea> });
    assert!(html.contains("<script>"), "{html}");
}

#[tokio::test]
async fn attributes_hold_text() {
    let html = render(|| view! { <TextField name="name" label="Name" value=ATTACK /> });
    assert!(!html.contains("\" onfocus"), "{html}");
}
