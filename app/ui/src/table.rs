//! Tables of data.

use leptos::prelude::*;

use crate::{icon::Icon, lu, words::Words};

/// How a column is sorted now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    Ascending,
    Descending,
}

/// The head of one column.
#[derive(Clone, Debug)]
pub struct Column {
    label: String,
    numeric: bool,
    sort_href: Words,
    sorted: Option<Sorted>,
}

impl Column {
    /// A column of words.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false, sort_href: Words::default(), sorted: None }
    }

    /// A column of numbers, aligned at the end; its cells take the class `numeric`.
    #[must_use]
    pub fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    /// The address that sorts by this column, and how it is sorted now.
    #[must_use]
    pub fn sort(mut self, href: impl Into<Words>, sorted: Option<Sorted>) -> Self {
        self.sort_href = href.into();
        self.sorted = sorted;
        self
    }

    fn head(self) -> impl IntoView {
        let aria = self.sorted.map(|sorted| match sorted {
            Sorted::Ascending => "ascending",
            Sorted::Descending => "descending",
        });
        let icon = match self.sorted {
            Some(Sorted::Ascending) => lu::LuArrowUp,
            Some(Sorted::Descending) => lu::LuArrowDown,
            None => lu::LuArrowUpDown,
        };
        let label = self.label;
        let content = match self.sort_href.into_option() {
            Some(href) => view! { <a href=href>{label}<Icon icon=icon /></a> }.into_any(),
            None => label.into_any(),
        };
        view! { <th scope="col" class=self.numeric.then_some("numeric") aria-sort=aria>{content}</th> }
    }
}

/// A table with its caption; children are the rows (`<tr>`), the first cell of each a `<th scope="row">`.
#[component]
pub fn DataTable(
    /// Unique on the page; names the scrolling region.
    #[prop(into)]
    id: String,
    #[prop(into)] caption: String,
    columns: Vec<Column>,
    /// The caption repeats a heading: keep it for screen readers only.
    #[prop(optional)]
    caption_hidden: bool,
    children: Children,
) -> impl IntoView {
    let caption_id = format!("{id}-caption");
    let labelled_by = caption_id.clone();
    view! {
        <div class="data-scroll" id=id role="region" tabindex="0" aria-labelledby=labelled_by>
            <table class="data">
                <caption id=caption_id class=caption_hidden.then_some("visually-hidden")>{caption}</caption>
                <thead>
                    <tr>{columns.into_iter().map(Column::head).collect_view()}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}
