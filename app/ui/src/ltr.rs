//! Left-to-right islands.

use domain::Reference;
use leptos::prelude::*;

/// Identity numbers, phones, IBANs and references: read left to right wherever they stand.
#[component]
pub fn Ltr(#[prop(into)] text: String) -> impl IntoView {
    view! { <bdi dir="ltr">{text}</bdi> }
}

/// The same inside a text, where no element can stand.
pub fn ltr(text: impl std::fmt::Display) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Words in which references may stand: each is read left to right, in one piece.
pub fn with_references(text: &str) -> AnyView {
    let mut parts = Vec::new();
    let mut plain = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
        if !Reference::parse(word).is_ok_and(|reference| reference.as_str() == word) {
            plain.push_str(piece);
            continue;
        }
        if !plain.is_empty() {
            parts.push(std::mem::take(&mut plain).into_any());
        }
        parts.push(view! { <Ltr text=word/> }.into_any());
        plain.push_str(&piece[word.len()..]);
    }
    if parts.is_empty() {
        return plain.into_any();
    }
    if !plain.is_empty() {
        parts.push(plain.into_any());
    }
    parts.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_reference_stays_in_one_piece_and_nothing_else_changes() {
        let render = |text: &str| Owner::new().with(|| with_references(text).to_html());
        let reference = Reference::from_entropy([7; 16]);
        let html = render(&format!("وقّعت الطلب {reference}، ثم 12-3"));
        assert!(html.contains(&format!("<bdi dir=\"ltr\">{reference}</bdi>")), "{html}");
        assert!(html.contains("وقّعت الطلب ") && html.contains("، ثم 12-3"), "{html}");
        assert!(!render("بلا رقم").contains("<bdi"));
    }
}
