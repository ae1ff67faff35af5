//! The one ornament: eight-pointed stars.

use std::fmt::Write as _;

use leptos::prelude::*;

/// Side of the square that holds one star, in drawing units.
const TILE: u32 = 48;

/// A lattice of khatam stars, thinning out towards the inline start; pure ornament.
///
/// `rows` gives the number of stars in each row, counted from the inline end.
#[component]
pub fn Khatam(#[prop(default = &[7, 5, 2])] rows: &'static [u32]) -> impl IntoView {
    let columns = rows.iter().copied().max().unwrap_or(0);
    let lines = u32::try_from(rows.len()).unwrap_or(0);
    let view_box = format!("0 0 {} {}", columns * TILE, lines * TILE);
    view! {
        <svg class="khatam" viewBox=view_box aria-hidden="true">
            <path d=lattice(rows, columns) />
        </svg>
    }
}

/// The mark of the product: one star with its inner octagon.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="-26 -26 52 52" fill="none" stroke="currentColor" stroke-width="3" stroke-linejoin="round" aria-hidden="true">
            <path d="M-17-17h34v34h-34z" />
            <path d="M0-24l24 24-24 24-24-24z" />
        </svg>
    }
}

/// Two squares to a star, the tips of neighbours touching.
fn lattice(rows: &[u32], columns: u32) -> String {
    let mut path = String::new();
    let mut top = 0;
    for stars in rows {
        for column in (columns - stars)..columns {
            let (x, y) = (column * TILE, top);
            // Writing to a string cannot fail.
            let _ = write!(path, "M{} {}h34v34h-34zM{} {y}l24 24-24 24-24-24z", x + 7, y + 7, x + 24);
        }
        top += TILE;
    }
    path
}
