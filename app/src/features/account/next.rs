//! Where somebody wanted to go before the door: an address of this site, or nowhere.

use i18n::split_locale;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::form::FormView;

/// Longest address that is carried along.
const LONGEST: usize = 512;
/// Going back to a door would be going in circles.
const DOORS: [&str; 6] =
    ["/sign-in", "/sign-out", "/track", "/contact/follow", "/volunteer/sign-in", "/office/sign-in"];

/// A shared path of this site, from what an address or a form says; anything else is ignored. Browsers take `//host`
/// and `/\host` for other sites, and drop tabs and line ends on the way.
pub fn safe(raw: &str) -> Option<&str> {
    let plain = raw.len() <= LONGEST && raw.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let (_, path) = split_locale(raw);
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    let ours =
        path.starts_with('/') && !bare.contains("//") && !bare.split('/').any(|part| part == "." || part == "..");
    let door = DOORS.iter().any(|door| bare == *door || bare.starts_with(&format!("{door}/")));
    (plain && ours && !door).then_some(path)
}

/// The path with `next` carried along.
#[cfg(feature = "ssr")]
pub fn carrying(path: &str, next: Option<&str>) -> String {
    match next {
        None => path.to_owned(),
        Some(next) => format!("{path}{}next={}", if path.contains('?') { '&' } else { '?' }, escaped(next)),
    }
}

/// Where somebody is let through to: by the form of this page that was refused, or by its address.
pub fn wanted(forms: &[FormView]) -> Option<String> {
    let next = match forms.iter().find(|form| form.was_refused()) {
        Some(refused) => refused.value("next", ""),
        None => use_query_map().with_untracked(|query| query.get("next")).unwrap_or_default(),
    };
    safe(&next).map(str::to_owned)
}

/// The hidden field that carries `next` on.
#[component]
pub fn NextField(forms: Vec<FormView>) -> impl IntoView {
    wanted(&forms).map(|next| view! { <input type="hidden" name="next" value=next/> })
}

/// What has a meaning in a query is written as `%XX`.
#[cfg(feature = "ssr")]
fn escaped(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'%' | b'&' | b'+' | b'#' | b'?' | b'=' => format!("%{byte:02X}"),
            other => char::from(other).to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_this_site_are_kept() {
        for path in ["/", "/my/requests", "/office?stage=matched&search=x", "/apply/333-333-333/need?back=check#iban"] {
            assert_eq!(safe(path), Some(path));
        }
        assert_eq!(safe("/en/my/requests"), Some("/my/requests"));
        assert_eq!(safe("/tracking"), Some("/tracking"));
    }

    #[test]
    fn other_sites_are_not() {
        for raw in [
            "",
            "my",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/en//evil.example",
            "///evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/\n/evil.example",
            "/a/..//evil.example",
            "/../evil",
            "/./x",
            "/a b",
            "/صفحة",
            " /my",
        ] {
            assert_eq!(safe(raw), None, "{raw:?}");
        }
        assert_eq!(safe(&format!("/{}", "a".repeat(LONGEST))), None);
    }

    #[test]
    fn doors_do_not_lead_to_doors() {
        for path in [
            "/sign-in",
            "/sign-in/code",
            "/en/sign-in",
            "/sign-out",
            "/track?x=1",
            "/volunteer/sign-in/code",
            "/office/sign-in/enrol",
        ] {
            assert_eq!(safe(path), None, "{path}");
        }
    }

    #[test]
    fn what_is_carried_stays_whole() {
        assert_eq!(carrying("/sign-in/code", None), "/sign-in/code");
        assert_eq!(carrying("/sign-in/code", Some("/a?b=c&d")), "/sign-in/code?next=/a%3Fb%3Dc%26d");
        assert_eq!(carrying("/sign-in/code?sent=1", Some("/a")), "/sign-in/code?sent=1&next=/a");
    }
}
