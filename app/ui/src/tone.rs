//! The four tones: never alone, always with an icon and words.

/// What a colour means, everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Done, accepted, going well.
    Green,
    /// Waiting; the dates of the window.
    Sand,
    /// Neutral, not begun.
    #[default]
    Grey,
    /// Errors only.
    Red,
}

impl Tone {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Green => "tone-green",
            Self::Sand => "tone-sand",
            Self::Grey => "tone-grey",
            Self::Red => "tone-red",
        }
    }
}
