//! The HTML document around the application.

use i18n::{direction, language_tag, td_string};
use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::{App, root::locale_of_address};

/// The whole document. WASM is fetched once the page is shown and idle: the page is usable before.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let locale = locale_of_address();
    view! {
        <!DOCTYPE html>
        <html lang=language_tag(locale) dir=direction(locale)>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="description" content=td_string!(locale, ui.description)/>
                <link rel="preload" href="/fonts/ibm-plex-sans-arabic-arabic-400-normal.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href="/pkg/wisal.css"/>
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                <AutoReload options=options.clone()/>
                <HydrationScripts options defer=true/>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}
