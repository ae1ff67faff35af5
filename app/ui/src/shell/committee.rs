//! The frame of a committee session.

use leptos::prelude::*;

use super::SkipLink;
use crate::page_head::BackLink;

/// Brief above, documents in place, the vote at the bottom where thumbs are.
#[component]
pub fn CommitteeShell(
    /// Names the session: committee, number, day.
    #[prop(into)]
    title: String,
    #[prop(into)] back_href: String,
    #[prop(into)] back_label: String,
    /// Who votes, and whether the tablet is connected.
    #[prop(optional)]
    status: Option<AnyView>,
    #[prop(optional)] banner: Option<AnyView>,
    /// The one-page brief of the request.
    #[prop(optional)]
    brief: Option<AnyView>,
    /// The vote bar.
    #[prop(optional)]
    vote: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="committee">
            <SkipLink />
            {banner}
            <header class="committee-bar">
                <BackLink href=back_href label=back_label />
                <p class="committee-title">{title}</p>
                <div class="committee-end">{status}</div>
            </header>
            <main id="main" class="committee-main" tabindex="-1">
                <div class="committee-case">
                    {brief.map(|brief| view! { <div class="committee-brief">{brief}</div> })}
                    {children()}
                </div>
                {vote.map(|vote| view! { <div class="committee-vote"><div>{vote}</div></div> })}
            </main>
        </div>
    }
    .into_any()
}
