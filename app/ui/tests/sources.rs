//! Rules of the sources that no compiler checks.
#![expect(clippy::expect_used, reason = "an unreadable source must stop the test")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every Rust source under `app/`, but not the tests of this crate, which speak of the forbidden.
fn sources() -> Vec<(PathBuf, String)> {
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    collect(&app, &mut found);
    assert!(found.len() > 40, "the sources were not found");
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            if path.ends_with("ui/tests") || path.ends_with("target") {
                continue;
            }
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a readable source");
            found.push((path, text));
        }
    }
}

/// The sources that break a rule, but for the one file allowed to.
fn offenders(allowed: &str, broken: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    sources()
        .into_iter()
        .filter(|(path, text)| !path.ends_with(allowed) && text.lines().any(|line| is_code(line) && broken(line)))
        .map(|(path, _)| path)
        .collect()
}

fn is_code(line: &str) -> bool {
    !line.trim_start().starts_with("//")
}

#[test]
fn only_one_component_writes_a_text_area() {
    let broken = |line: &str| line.contains("<textarea") || line.contains("textarea()");
    assert_eq!(offenders("ui/src/field/textarea.rs", broken), Vec::<PathBuf>::new());
}

#[test]
fn only_the_icon_writes_inner_html() {
    assert_eq!(offenders("ui/src/icon.rs", |line| line.contains("inner_html")), Vec::<PathBuf>::new());
}

#[test]
fn classes_know_no_left_and_right() {
    assert_eq!(offenders("nowhere", has_physical_class), Vec::<PathBuf>::new());
}

#[test]
fn style_sheets_know_no_left_and_right() {
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
    for entry in fs::read_dir(style).expect("the style sheets") {
        let path = entry.expect("a readable entry").path();
        if path.extension().is_some_and(|extension| extension == "css") {
            let css = fs::read_to_string(&path).expect("a readable style sheet");
            for line in css.lines().map(str::trim) {
                let property = line.split(':').next().unwrap_or_default();
                let physical = ["-left", "-right"].iter().any(|side| property.ends_with(side))
                    || matches!(property, "left" | "right")
                    || matches!(line, "text-align: left;" | "text-align: right;" | "float: left;" | "float: right;");
                assert!(!physical || !line.ends_with(';'), "{}: {line}", path.display());
            }
        }
    }
}

/// Nothing inline: the content policy refuses `style` attributes.
#[test]
fn no_inline_styles() {
    let broken = |line: &str| line.contains(" style=") || line.contains("style:");
    assert_eq!(offenders("nowhere", broken), Vec::<PathBuf>::new());
}

/// Utilities that name a side of the screen instead of a side of the text.
fn has_physical_class(line: &str) -> bool {
    line.split(|letter: char| letter == '"' || letter.is_whitespace()).any(|word| {
        let utility = word.rsplit(':').next().unwrap_or(word).trim_start_matches('-');
        [
            "ml-",
            "mr-",
            "pl-",
            "pr-",
            "left-",
            "right-",
            "rounded-l-",
            "rounded-r-",
            "rounded-tl",
            "rounded-tr",
            "rounded-bl",
            "rounded-br",
            "border-l-",
            "border-r-",
            "space-x-",
            "scroll-ml-",
            "scroll-mr-",
        ]
        .iter()
        .any(|prefix| utility.starts_with(prefix))
            || matches!(
                utility,
                "text-left"
                    | "text-right"
                    | "float-left"
                    | "float-right"
                    | "border-l"
                    | "border-r"
                    | "rounded-l"
                    | "rounded-r"
            )
    })
}

#[test]
fn the_search_finds_what_is_forbidden() {
    for bad in ["class=\"ml-4\"", "class=\"flex md:text-left\"", "class=\"-mr-2\""] {
        assert!(has_physical_class(bad), "{bad}");
    }
    for good in ["class=\"ms-4 text-start\"", "let html-left = 1", "copyright"] {
        assert!(!has_physical_class(good), "{good}");
    }
}
