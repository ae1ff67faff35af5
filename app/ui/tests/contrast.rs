//! Every pair of colours that carries words keeps its contrast, in the light and in the dark.
#![expect(clippy::expect_used, reason = "a broken style sheet must stop the test")]

use std::collections::BTreeMap;

type Palette = BTreeMap<String, [u8; 3]>;

/// Words of the body: at least 7 to 1.
const BODY: [(&str, &str); 10] = [
    ("ink", "paper"),
    ("ink", "raised"),
    ("ink", "sunken"),
    ("ink", "green-soft"),
    ("ink", "sand-soft"),
    ("ink", "red-soft"),
    ("ink", "grey-soft"),
    ("ink-2", "paper"),
    ("ink-2", "raised"),
    ("ink-2", "sunken"),
];

/// Labels, links, buttons: at least 4.5 to 1.
const LABELS: [(&str, &str); 20] = [
    ("ink-2", "grey-soft"),
    ("ink-2", "sand-soft"),
    ("ink-3", "paper"),
    ("ink-3", "raised"),
    ("ink-3", "sunken"),
    ("green-text", "paper"),
    ("green-text", "raised"),
    ("green-text", "sunken"),
    ("green-text", "green-soft"),
    ("green-deep", "paper"),
    ("sand-text", "paper"),
    ("sand-text", "raised"),
    ("sand-text", "sand-soft"),
    ("red-text", "paper"),
    ("red-text", "raised"),
    ("red-text", "red-soft"),
    ("on-green", "green"),
    ("on-green", "green-deep"),
    ("on-red", "red"),
    ("on-red", "red-deep"),
];

/// Borders of controls and the ring of the focus: at least 3 to 1.
const EDGES: [(&str, &str); 6] = [
    ("edge", "paper"),
    ("edge", "raised"),
    ("edge", "sunken"),
    ("green", "raised"),
    ("focus", "paper"),
    ("focus", "raised"),
];

#[test]
fn words_can_be_read() {
    let (light, dark) = palettes();
    for (theme, palette) in [("light", &light), ("dark", &dark)] {
        for (pairs, least) in [(&BODY[..], 7.0), (&LABELS[..], 4.5), (&EDGES[..], 3.0)] {
            for (front, ground) in pairs {
                let found = contrast(palette[*front], palette[*ground]);
                assert!(found >= least, "{theme}: {front} on {ground} is {found:.2}, must be {least}");
            }
        }
    }
}

#[test]
fn the_measure_knows_black_white_and_too_little() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.01);
    assert!(contrast([0xbb; 3], [255; 3]) < 3.0);
}

/// The colours of both themes; the dark one begins as the light one.
fn palettes() -> (Palette, Palette) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../style/tokens.css");
    let css = std::fs::read_to_string(file).expect("the tokens are there");
    let (light, rest) = css.split_once("@variant night").expect("a dark theme");
    let (dark, _) = rest.split_once("@media print").expect("a print theme");
    let mut both = (Palette::new(), Palette::new());
    both.0.extend(colours(light));
    both.1.clone_from(&both.0);
    both.1.extend(colours(dark));
    both
}

fn colours(css: &str) -> impl Iterator<Item = (String, [u8; 3])> {
    css.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        let number = u32::from_str_radix(value.strip_suffix(';')?, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some((name.to_owned(), [red, green, blue]))
    })
}

/// The contrast ratio of WCAG 2.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
}
