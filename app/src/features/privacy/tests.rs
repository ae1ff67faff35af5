//! What the privacy officer reads, in both languages.

use domain::{
    LongText, Mobile, NaiveDate, NationalId, Reference,
    privacy::{Verdict, Want},
    views::{DataRequest, ErasurePlan, PrivacyCase, PrivacyLine, PrivacyQueue},
};
use i18n::Locale;
use leptos::prelude::*;

use super::{case::PrivacyCaseView, queue::PrivacyQueueView};
use crate::{form::use_form, public::tests::render};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a date")
}

fn request() -> DataRequest {
    DataRequest {
        reference: Reference::from_entropy([7; 16]),
        want: Want::Erase,
        words: LongText::parse("<b>لم أعد أحتاج</b>").ok(),
        received_at: day(1).and_hms_opt(9, 0, 0).expect("a time").and_utc(),
        due_on: day(30),
        answer: None,
    }
}

fn case() -> PrivacyCase {
    PrivacyCase {
        request: request(),
        name: "سارة محمد علي السالم".to_owned(),
        national_id: NationalId::parse("1058529940").expect("an ID"),
        mobile: Mobile::parse("0501234567").expect("a mobile"),
        plan: ErasurePlan {
            emptied: vec![Reference::from_entropy([8; 16])],
            documents: 2,
            kept: vec![Reference::from_entropy([9; 16])],
            name: false,
        },
        may_answer: true,
        version: 1,
        today: day(27),
    }
}

#[tokio::test]
async fn the_officers_pages_are_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let lines = vec![PrivacyLine { request: request(), name: String::new() }];
        let queue = PrivacyQueue { lines, today: day(27) };
        insta::assert_snapshot!(format!("queue_{tag}"), render(locale, || view! { <PrivacyQueueView queue/> }));
        let page = render(locale, || view! { <PrivacyCaseView case=case() form=use_form("")/> });
        assert!(page.contains("&lt;b&gt;") && !page.contains("<b>"));
        insta::assert_snapshot!(format!("case_{tag}"), page);
    }
}

#[tokio::test]
async fn what_was_answered_or_is_only_read_has_no_form() {
    let answered = || {
        let reason = LongText::parse("السجل محفوظ").expect("words");
        let answer = Some((request().received_at, Verdict::Refused { reason }));
        PrivacyCase { request: DataRequest { answer, ..request() }, may_answer: false, ..case() }
    };
    let read_only = || PrivacyCase { may_answer: false, ..case() };
    let page = render(Locale::en, move || view! { <PrivacyCaseView case=answered() form=use_form("")/> });
    assert!(!page.contains("<form") && page.contains("السجل محفوظ"));
    let page = render(Locale::en, move || view! { <PrivacyCaseView case=read_only() form=use_form("")/> });
    assert!(!page.contains("<form") && page.contains("privacy officer"));
}
