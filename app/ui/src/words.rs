//! Text that may be absent.

/// Optional text of a component; takes `&str`, `String` and options of both. Empty text counts as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Option<String>);

impl Words {
    /// Whether there is anything to show.
    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }

    /// The text, if there is any.
    pub fn as_deref(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// The text, if there is any.
    pub fn into_option(self) -> Option<String> {
        self.0
    }

    /// The text, or another in its place.
    pub fn or(self, other: impl Into<String>) -> String {
        self.0.unwrap_or_else(|| other.into())
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(Some(text).filter(|text| !text.is_empty()))
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl<T: Into<Words>> From<Option<T>> for Words {
    fn from(text: Option<T>) -> Self {
        text.map_or_else(Self::default, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_text_is_absent() {
        assert!(!Words::from("").is_some());
        assert!(!Words::from(None::<String>).is_some());
        assert_eq!(Words::from(Some("x")).as_deref(), Some("x"));
    }
}
