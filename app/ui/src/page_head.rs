//! The head of a page.

use leptos::prelude::*;

use crate::{icon::Icon, khatam::Khatam, lu, words::Words};
use i18n::{td_string, use_locale};

/// One step back; "Back" unless told otherwise.
#[component]
pub fn BackLink(#[prop(into)] href: String, #[prop(optional, into)] label: Words) -> impl IntoView {
    let label = label.or(td_string!(use_locale(), ui.back));
    view! {
        <a class="back-link" href=href>
            <Icon icon=lu::LuArrowLeft mirrored=true />
            {label}
        </a>
    }
    .into_any()
}

/// Title of the page over the lattice; `caption` stands small above the title, `actions` beside it.
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: Words,
    #[prop(optional, into)] caption: Words,
    #[prop(optional, into)] back_href: Words,
    #[prop(optional, into)] back_label: Words,
    #[prop(optional)] actions: Option<AnyView>,
) -> impl IntoView {
    view! {
        <div class="page-head">
            <Khatam />
            {back_href.into_option().map(|href| view! { <BackLink href=href label=back_label /> })}
            <div class="page-head-row">
                <div class="page-head-text">
                    {caption.into_option().map(|caption| view! { <span class="caption">{caption}</span> })}
                    <h1>{title}</h1>
                    {lead.into_option().map(|lead| view! { <p class="lead">{lead}</p> })}
                </div>
                {actions.map(|actions| view! { <div class="actions">{actions}</div> })}
            </div>
        </div>
    }
    .into_any()
}
