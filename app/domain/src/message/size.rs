//! How long a text message is, as networks count and charge.

/// The letters of the basic alphabet of text messages (GSM 03.38) beside plain Latin letters, digits and signs.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ ¤¡ÄÖÑÜ§¿äöñüà";
/// Those that take two places.
const DOUBLE: &str = "^{}\\[~]|€";

/// The size of a text message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Places taken; some letters take two.
    pub places: usize,
    /// Messages it is sent as, each of which costs.
    pub parts: usize,
}

impl Size {
    /// Arabic has 70 places in one message and 67 in each of several; plain Latin text 160 and 153.
    pub fn of(text: &str) -> Self {
        let plain: Option<usize> = text.chars().map(places).sum();
        let (places, alone, each) = match plain {
            Some(places) => (places, 160, 153),
            None => (text.encode_utf16().count(), 70, 67),
        };
        let parts = if places <= alone { usize::from(places > 0) } else { places.div_ceil(each) };
        Self { places, parts }
    }
}

fn places(letter: char) -> Option<usize> {
    let ascii = letter.is_ascii_alphanumeric() || "!\"#%&'()*+,-./:;<=>?".contains(letter);
    if ascii || BASIC.contains(letter) { Some(1) } else { DOUBLE.contains(letter).then_some(2) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(text: &str) -> (usize, usize) {
        let Size { places, parts } = Size::of(text);
        (places, parts)
    }

    #[test]
    fn arabic_fits_seventy_alone_and_sixty_seven_together() {
        assert_eq!(size(""), (0, 0));
        assert_eq!(size(&"س".repeat(70)), (70, 1));
        assert_eq!(size(&"س".repeat(71)), (71, 2));
        assert_eq!(size(&"س".repeat(134)), (134, 2));
        assert_eq!(size(&"س".repeat(135)), (135, 3));
        assert_eq!(size("😀"), (2, 1));
    }

    #[test]
    fn plain_latin_fits_more_until_one_letter_is_not() {
        assert_eq!(size(&"a".repeat(160)), (160, 1));
        assert_eq!(size(&"a".repeat(161)), (161, 2));
        assert_eq!(size(&"€".repeat(80)), (160, 1));
        assert_eq!(size(&format!("{}…", "a".repeat(70))), (71, 2));
    }
}
