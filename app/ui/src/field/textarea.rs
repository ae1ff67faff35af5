//! Several lines of text: the only place of the tag in the project.

use leptos::prelude::*;

use super::frame::{Frame, described_by, invalid};
use crate::words::Words;

/// Several lines of text.
///
/// Leptos 0.8 writes the content of this tag to the page as it is, so the server escapes it here.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] optional: bool,
    #[prop(optional)] heading: bool,
    #[prop(default = 4)] rows: u32,
    #[prop(optional)] ltr: bool,
) -> impl IntoView {
    let described_by = described_by(&name, &hint, &error);
    let invalid = invalid(&error);
    view! {
        <Frame id=name.clone() label=label hint=hint error=error optional=optional heading=heading>
            <textarea
                class="control"
                id=name.clone()
                name=name
                rows=rows
                dir=ltr.then_some("ltr")
                aria-describedby=described_by
                aria-invalid=invalid
            >
                {content(value)}
            </textarea>
        </Frame>
    }
}

/// What stands between the tags: escaped where it becomes HTML, plain where the browser builds a text node.
fn content(value: Words) -> String {
    let text = value.or("");
    if cfg!(feature = "ssr") { escaped(&text) } else { text }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    // The parser drops a line break right after the opening tag.
    if text.starts_with('\n') || text.starts_with('\r') {
        html.push('\n');
    }
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(
            escaped("</textarea><script>alert(1)</script>&lt;"),
            "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;"
        );
    }

    #[test]
    fn a_leading_line_break_survives_the_parser() {
        assert_eq!(escaped("\nsecond line"), "\n\nsecond line");
    }
}
