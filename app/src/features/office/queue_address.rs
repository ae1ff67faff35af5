//! A queue's filter in the address of the page, so that every list can be linked.

use domain::{request::StageKind, views::QueueFilter};
use i18n::{Locale, localised};
use leptos_router::params::ParamsMap;

/// The stage of the tab "all".
const ALL: &str = "all";

/// Reads the filter; what does not parse is as if it were not there.
pub fn read(query: &ParamsMap) -> QueueFilter {
    let stage = query.get("stage").unwrap_or_default();
    QueueFilter {
        stage: StageKind::from_slug(&stage),
        all: stage == ALL,
        search: query.get("q").map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
        after: query.get("after").and_then(|after| after.parse().ok()),
    }
}

/// The value of `stage` for a filter; empty for the reader's own work.
pub fn stage(filter: &QueueFilter) -> &'static str {
    match filter.stage {
        Some(stage) => stage.slug(),
        None if filter.all => ALL,
        None => "",
    }
}

/// The address of the queue with this filter.
pub fn address(locale: Locale, filter: &QueueFilter) -> String {
    let mut query = ParamsMap::new();
    let stage = stage(filter);
    if !stage.is_empty() {
        query.insert("stage", stage.to_owned());
    }
    if let Some(text) = &filter.search {
        query.insert("q", text.clone());
    }
    if let Some(after) = filter.after {
        query.insert("after", after.to_string());
    }
    format!("{}{}", localised(locale, "/office"), query.to_query_string())
}

#[cfg(test)]
mod tests {
    use domain::{Timestamp, views::QueueCursor};

    use super::*;

    #[test]
    fn a_filter_reads_back_from_its_address() {
        let after = Some(QueueCursor { updated_at: Timestamp::from_timestamp_nanos(1_795_000_000_000_000_001), id: 9 });
        let filters = [
            QueueFilter::default(),
            QueueFilter { all: true, ..QueueFilter::default() },
            QueueFilter { stage: Some(StageKind::Matched), after, ..QueueFilter::default() },
            QueueFilter { search: Some("نورة & سالم".to_owned()), ..QueueFilter::default() },
        ];
        for filter in filters {
            let mut query = ParamsMap::new();
            let pairs = [("stage", Some(stage(&filter).to_owned())), ("q", filter.search.clone())];
            for (name, value) in pairs {
                if let Some(value) = value.filter(|value| !value.is_empty()) {
                    query.insert(name, value);
                }
            }
            if let Some(after) = filter.after {
                query.insert("after", after.to_string());
            }
            assert_eq!(read(&query), filter);
        }
    }

    #[test]
    fn an_address_carries_only_what_was_chosen() {
        assert_eq!(address(Locale::ar, &QueueFilter::default()), "/office");
        let filter = QueueFilter { stage: Some(StageKind::Submitted), ..QueueFilter::default() };
        assert_eq!(address(Locale::en, &filter), "/en/office?stage=submitted");
    }

    #[test]
    fn nonsense_is_left_out() {
        let mut query = ParamsMap::new();
        query.insert("stage", "nowhere".to_owned());
        query.insert("after", "yesterday".to_owned());
        query.insert("q", "  ".to_owned());
        assert_eq!(read(&query), QueueFilter::default());
    }
}
