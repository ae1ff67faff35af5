//! The HTML document around the application.

use i18n::{Locale, direction, language_tag, localised};
use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::{App, root::locale_of_address};

/// The whole document, usable before the WASM is there.
///
/// Not with `HydrationScripts`: it has the WASM fetched while fonts and styles are, and provides the manifest by which
/// leptos adds preloads after a page was rendered, when another visitor's page may be the current one on the thread.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let locale = locale_of_address();
    let script = match locale {
        Locale::ar => "arabic",
        Locale::en => "latin",
    };
    let fonts = [script, "signs"]
        .into_iter()
        .flat_map(|part| [400, 600].map(|weight| format!("/fonts/sans-{part}-{weight}.woff2")))
        .map(|href| view! { <link rel="preload" href=href r#as="font" r#type="font/woff2" crossorigin="anonymous"/> })
        .collect_view();
    view! {
        <!DOCTYPE html>
        <html lang=language_tag(locale) dir=direction(locale)>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7"/>
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#141a17"/>
                {fonts}
                <link rel="stylesheet" href="/pkg/wisal.css"/>
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/apple-touch-icon.png"/>
                <link rel="manifest" href=localised(locale, "/manifest.webmanifest")/>
                // Leaving at once, and what works without a connection: small, and independent of the WASM.
                <script src="/frame.js" defer></script>
                <AutoReload options/>
                // The WASM, once the page is shown.
                <script type="module" src="/start.js"></script>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}
