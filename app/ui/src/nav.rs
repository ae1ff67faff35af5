//! Links of navigation: site menu, rail and tabs.

use leptos::prelude::*;

use crate::icon::{Glyph, Icon};

/// One link of a menu.
#[derive(Clone)]
pub struct NavLink {
    label: String,
    href: String,
    current: bool,
    count: Option<u64>,
    icon: Option<Glyph>,
}

impl NavLink {
    /// A link with its words and address.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), current: false, count: None, icon: None }
    }

    /// Marks the page the reader is on.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    /// How many items wait there; nothing is shown for none.
    #[must_use]
    pub fn count(mut self, count: u64) -> Self {
        self.count = Some(count).filter(|count| *count > 0);
        self
    }

    /// The icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: Glyph) -> Self {
        self.icon = Some(icon);
        self
    }

    pub(crate) fn item(self) -> impl IntoView {
        let current = self.current.then_some("page");
        view! {
            <li>
                <a href=self.href aria-current=current>
                    {self.icon.map(|icon| view! { <Icon icon=icon /> })}
                    <span>{self.label}</span>
                    {self.count.map(|count| view! { " "<span class="count">{count}</span> })}
                </a>
            </li>
        }
    }
}

/// Tabs as links: each tab is a page with its own address.
#[component]
pub fn Tabs(
    /// Names the set for screen readers.
    #[prop(into)]
    label: String,
    items: Vec<NavLink>,
) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=label>
            <ul>{items.into_iter().map(NavLink::item).collect_view()}</ul>
        </nav>
    }
}
