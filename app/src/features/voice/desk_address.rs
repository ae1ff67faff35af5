//! The desk's filter in the address of the page, so that every list can be linked.

use domain::{
    views::MatterFilter,
    voice::{Kind, Stage},
};
use i18n::{Locale, localised};
use leptos_router::params::ParamsMap;

const ALL: &str = "all";
const LATE: &str = "late";

/// Reads the filter; what does not parse is as if it were not there.
pub fn read(query: &ParamsMap) -> MatterFilter {
    let stage = query.get("stage").unwrap_or_default();
    MatterFilter {
        kind: query.get("kind").and_then(|kind| Kind::from_slug(&kind)),
        stage: Stage::from_slug(&stage),
        all: stage == ALL,
        late: stage == LATE,
        page: query.get("page").and_then(|page| page.parse().ok()).unwrap_or_default(),
    }
}

/// The address of the desk with this filter.
pub fn address(locale: Locale, filter: &MatterFilter) -> String {
    let mut query = ParamsMap::new();
    if let Some(kind) = filter.kind {
        query.insert("kind", kind.slug().to_owned());
    }
    let stage = match (filter.late, filter.stage) {
        (true, _) => LATE,
        (false, Some(stage)) => stage.slug(),
        (false, None) if filter.all => ALL,
        (false, None) => "",
    };
    if !stage.is_empty() {
        query.insert("stage", stage.to_owned());
    }
    if filter.page > 0 {
        query.insert("page", filter.page.to_string());
    }
    format!("{}{}", localised(locale, "/office/contact"), query.to_query_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_reads_back_from_its_address() {
        let filters = [
            MatterFilter::default(),
            MatterFilter { all: true, ..MatterFilter::default() },
            MatterFilter { late: true, kind: Some(Kind::Complaint), ..MatterFilter::default() },
            MatterFilter { stage: Some(Stage::Answered), page: 3, ..MatterFilter::default() },
        ];
        for filter in filters {
            let address = address(Locale::ar, &filter);
            let mut query = ParamsMap::new();
            for pair in address.split_once('?').map_or("", |(_, query)| query).split('&') {
                if let Some((name, value)) = pair.split_once('=') {
                    query.insert(name.to_owned(), value.to_owned());
                }
            }
            assert_eq!(read(&query), filter, "{address}");
        }
    }

    #[test]
    fn nonsense_is_left_out() {
        let mut query = ParamsMap::new();
        for (name, value) in [("kind", "rumour"), ("stage", "nowhere"), ("page", "-1")] {
            query.insert(name, value.to_owned());
        }
        assert_eq!(read(&query), MatterFilter::default());
        assert_eq!(address(Locale::en, &MatterFilter::default()), "/en/office/contact");
    }
}
