//! The frame of the back office.

use leptos::prelude::*;

use super::{Brand, Identity, LanguageLink, SkipLink};
use crate::{icon::Icon, lu, nav::NavLink, words::Words};
use i18n::{td_string, use_locale};

/// A rail of sections at the inline start, who is signed in above, the work beside.
#[component]
pub fn OfficeShell(
    identity: Identity,
    #[prop(into)] home_href: String,
    #[prop(into)] other_language_href: String,
    /// The sections this person may open, with what waits in each.
    nav: Vec<NavLink>,
    /// Name of the person signed in.
    #[prop(into)]
    user: String,
    #[prop(optional, into)] role: Words,
    /// Where the sign-out form posts to.
    #[prop(into)]
    sign_out_action: String,
    #[prop(optional)] banner: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <SkipLink />
        {banner}
        <div class="office">
            <header class="office-bar">
                <Brand name=identity.name href=home_href />
                <div class="office-bar-end">
                    <LanguageLink href=other_language_href />
                    <SignedIn user=user role=role action=sign_out_action />
                </div>
            </header>
            <nav class="rail" aria-label=td_string!(locale, ui.office_nav)>
                <ul>{nav.into_iter().map(NavLink::item).collect_view()}</ul>
            </nav>
            <main id="main" class="office-main" tabindex="-1">{children()}</main>
        </div>
    }
    .into_any()
}

#[component]
fn SignedIn(user: String, role: Words, action: String) -> impl IntoView {
    let text = td_string!(use_locale(), ui.sign_out);
    view! {
        <p class="office-user">
            {user}
            {role.into_option().map(|role| view! { <span class="office-user-role">{role}</span> })}
        </p>
        <form method="post" action=action>
            <button type="submit" class="btn btn-quiet" data-once="">
                <Icon icon=lu::LuLogOut mirrored=true />
                <span class="office-sign-out">{text}</span>
            </button>
        </form>
    }
    .into_any()
}
