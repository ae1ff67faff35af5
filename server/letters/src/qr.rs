//! QR codes as SVG, one unit a module.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::LetterError;

/// More could not be scanned from a 24 mm square of plain paper.
const MOST_BYTES: usize = 300;

/// A black code with the four light modules around it that scanners need.
pub(crate) fn svg(text: &str) -> Result<String, LetterError> {
    let too_long = || LetterError::VerifyTooLong(text.len());
    if text.len() > MOST_BYTES {
        return Err(too_long());
    }
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| too_long())?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let start = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let width = x - start;
                // Writing to a string cannot fail.
                let _ = write!(path, "M{start} {y}h{width}v1h-{width}z");
            }
            x += 1;
        }
    }
    let whole = size + 8;
    Ok(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {whole} {whole}"><path d="{path}"/></svg>"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finder_patterns_are_drawn() {
        let svg = svg("https://example.org/v/1").expect("short enough");
        assert!(svg.contains("M0 0h7v1h-7z"), "{svg}");
    }

    #[test]
    fn a_text_too_long_to_scan_is_refused() {
        assert_eq!(svg(&"x".repeat(301)), Err(LetterError::VerifyTooLong(301)));
    }
}
