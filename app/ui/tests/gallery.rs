//! What the design system writes, in both languages.
#![cfg(feature = "ssr")]

use i18n::Locale;
use leptos::prelude::*;
use ui::gallery::{CommitteeGallery, Gallery, OfficeGallery};

fn render<V: IntoView + 'static>(locale: Locale, view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| {
        i18n::provide_locale(locale);
        view().into_view().to_html()
    })
}

/// One tag a line, so that a change shows where it is.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<")
}

#[tokio::test]
async fn the_gallery_is_as_reviewed() {
    let _ = any_spawner::Executor::init_tokio();
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let pages = [
            ("public", render(locale, || view! { <Gallery /> })),
            ("office", render(locale, || view! { <OfficeGallery /> })),
            ("committee", render(locale, || view! { <CommitteeGallery /> })),
        ];
        for (area, html) in pages {
            insta::assert_snapshot!(format!("{area}_{tag}"), lines(&html));
            if let Ok(folder) = std::env::var("UI_GALLERY_DIR") {
                let file = std::path::Path::new(&folder).join(format!("{area}-{tag}.html"));
                std::fs::write(file, document(locale, &html)).expect("the folder can be written");
            }
        }
    }
}

/// A whole page around the markup, with the style sheet beside it: for looking at.
fn document(locale: Locale, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Gallery</title>\
         <link rel=\"stylesheet\" href=\"/main.css\"></head><body>{body}</body></html>",
        i18n::language_tag(locale),
        i18n::direction(locale),
    )
}

/// Ids, `for` and `aria` references agree on every page of the gallery.
#[tokio::test]
async fn references_lead_somewhere() {
    let _ = any_spawner::Executor::init_tokio();
    for html in [
        render(Locale::ar, || view! { <Gallery /> }),
        render(Locale::ar, || view! { <OfficeGallery /> }),
        render(Locale::ar, || view! { <CommitteeGallery /> }),
    ] {
        let mut ids = attributes(&html, "id");
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "an id stands twice in {ids:?}");
        for name in ["for", "aria-describedby", "aria-labelledby"] {
            for value in attributes(&html, name) {
                for id in value.split(' ') {
                    assert!(ids.binary_search(&id).is_ok(), "{name}={id} leads nowhere");
                }
            }
        }
    }
}

fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
