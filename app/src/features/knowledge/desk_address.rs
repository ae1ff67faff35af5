//! The filter of the editor's list in the address of the page.

use domain::{
    knowledge::{Kind, State},
    views::DeskFilter,
};
use leptos_router::params::ParamsMap;

/// Reads the filter; what does not parse is as if it were not there.
pub fn read(query: &ParamsMap) -> DeskFilter {
    DeskFilter {
        kind: query.get("kind").and_then(|kind| Kind::from_slug(&kind)),
        state: query.get("state").and_then(|state| State::from_slug(&state)),
        search: query.get("q").map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_read_and_nonsense_left_out() {
        let mut query = ParamsMap::new();
        query.insert("kind", "guide".to_owned());
        query.insert("state", "lost".to_owned());
        query.insert("q", " نص ".to_owned());
        let search = Some("نص".to_owned());
        assert_eq!(read(&query), DeskFilter { kind: Some(Kind::Guide), state: None, search });
        assert_eq!(read(&ParamsMap::new()), DeskFilter::default());
    }
}
