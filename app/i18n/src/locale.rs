//! The locale of a page, which its address decides.

use leptos::prelude::{provide_context, use_context};

use crate::Locale;

/// The locale of the page being rendered; Arabic where nothing else was said.
pub fn use_locale() -> Locale {
    use_context::<Locale>().unwrap_or(Locale::ar)
}

/// Fixes the locale for everything rendered below.
pub fn provide_locale(locale: Locale) {
    provide_context(locale);
}

/// `rtl` or `ltr`, for the `dir` attribute.
pub fn direction(locale: Locale) -> &'static str {
    match locale {
        Locale::ar => "rtl",
        Locale::en => "ltr",
    }
}

/// The language tag for the `lang` attribute.
pub fn language_tag(locale: Locale) -> &'static str {
    match locale {
        Locale::ar => "ar",
        Locale::en => "en",
    }
}

/// Splits an address path into its locale and the path every locale shares.
pub fn split_locale(path: &str) -> (Locale, &str) {
    match path.strip_prefix("/en") {
        Some("") => (Locale::en, "/"),
        Some(rest) if rest.starts_with('/') => (Locale::en, rest),
        _ => (Locale::ar, path),
    }
}

/// The address of a shared path (it begins with `/`) in a locale.
pub fn localised(locale: Locale, path: &str) -> String {
    match (locale, path) {
        (Locale::ar, _) => path.to_owned(),
        (Locale::en, "/") => "/en".to_owned(),
        (Locale::en, _) => format!("/en{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_decides_the_locale() {
        assert_eq!(split_locale("/en"), (Locale::en, "/"));
        assert_eq!(split_locale("/en/track"), (Locale::en, "/track"));
        assert_eq!(split_locale("/enquiry"), (Locale::ar, "/enquiry"));
        assert_eq!(split_locale("/"), (Locale::ar, "/"));
    }

    #[test]
    fn localised_paths_split_back() {
        for path in ["/", "/track", "/programmes/food-basket"] {
            for locale in [Locale::ar, Locale::en] {
                assert_eq!(split_locale(&localised(locale, path)), (locale, path));
            }
        }
    }
}
