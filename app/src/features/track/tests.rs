//! What an applicant reads, in both languages.

use domain::{
    LongText, NaiveDate, Reference, ShortText, Timestamp,
    committee::Outcome,
    document::DocumentKind,
    programme::Bilingual,
    rating::{Level, Standing},
    request::{Applicant, Gap, IssuedAnswer, StageKind},
    views::{MyRequest, RatingAbout, RatingSheet, StatusSheet, TimelineEntry, TimelineKind},
    window::{Window, WindowRule},
};
use i18n::Locale;
use leptos::prelude::*;

use super::{
    appeal::AppealView,
    mine::MyRequestsView,
    rate::{NotYet, RateView, Thanks},
    status::StatusView,
};
use crate::{
    form::use_form,
    public::{Face, Reader, tests::render},
};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a date")
}

fn at(date: u32) -> Timestamp {
    day(date).and_hms_opt(9, 0, 0).expect("a time").and_utc()
}

fn programme() -> Bilingual {
    Bilingual { ar: "سداد الإيجار".to_owned(), en: "Rent support".to_owned() }
}

fn seen(stage: StageKind) -> Applicant {
    Applicant {
        stage,
        submitted_at: Some(at(1)),
        window: Some(Window::open(day(1), WindowRule::default())),
        gaps: Vec::new(),
        gap_words: None,
        complete_by: None,
        answer: None,
        file_number: None,
    }
}

fn sheet(seen: Applicant, today: u32, told: &[(TimelineKind, u32)]) -> StatusSheet {
    StatusSheet {
        reference: Reference::from_entropy([7; 16]),
        programme: programme(),
        programme_slug: "rent-support".to_owned(),
        applicant_name: "سارة محمد علي السالم".to_owned(),
        seen,
        timeline: told.iter().map(|(kind, date)| TimelineEntry { kind: *kind, at: at(*date), by: None }).collect(),
        today: day(today),
        may_change: true,
        on_behalf: false,
        representative: None,
        rating: Standing::Closed,
    }
}

fn waiting() -> StatusSheet {
    let told = [(TimelineKind::Submitted, 1), (TimelineKind::Matched, 3), (TimelineKind::Referred, 8)];
    sheet(seen(StageKind::BeforeCommittee), 10, &told)
}

fn rejected() -> StatusSheet {
    let outcome = Outcome::Rejected {
        reason: LongText::parse("صافي دخل الفرد أعلى من حد البرنامج.").expect("words"),
        clause: ShortText::parse("دليل الدعم 4-2").expect("a clause"),
    };
    let answer = IssuedAnswer {
        outcome,
        number: "1448-0017".to_owned(),
        issued_at: at(15),
        appeal_until: NaiveDate::from_ymd_opt(2026, 12, 15),
    };
    let seen = Applicant { answer: Some(answer), ..seen(StageKind::Rejected) };
    sheet(seen, 20, &[(TimelineKind::Submitted, 1), (TimelineKind::AnswerIssued, 15)])
}

fn status(locale: Locale, sheet: StatusSheet) -> String {
    render(locale, move || view! { <StatusView sheet/> })
}

#[tokio::test]
async fn the_status_pages_are_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        insta::assert_snapshot!(format!("status_waiting_{tag}"), status(locale, waiting()));
        insta::assert_snapshot!(format!("status_rejected_{tag}"), status(locale, rejected()));
        let mine = MyRequest {
            reference: Reference::from_entropy([7; 16]),
            programme: programme(),
            seen: seen(StageKind::BeforeCommittee),
            updated_at: at(8),
            on_behalf_of: None,
        };
        let list = render(locale, move || view! { <MyRequestsView requests=vec![mine]/> });
        insta::assert_snapshot!(format!("mine_{tag}"), list);
        let rating = RatingSheet {
            about: RatingAbout::Service { programme: programme() },
            on: day(20),
            standing: Standing::Open,
        };
        let page = render(locale, move || {
            view! { <RateView sheet=rating form=use_form("") action="/rate/secret".to_owned()/> }
        });
        insta::assert_snapshot!(format!("rate_{tag}"), page);
    }
}

#[tokio::test]
async fn only_who_signed_in_is_led_to_their_data() {
    let page = |reader: Reader| {
        render(Locale::en, move || {
            provide_context(Face { reader, ..Face::default() });
            view! { <MyRequestsView requests=Vec::new()/> }
        })
    };
    assert!(
        page(Reader::Beneficiary).contains("/en/my/documents") && page(Reader::Beneficiary).contains("/en/my/data")
    );
    assert!(!page(Reader::Tracker).contains("/my/data"));
}

#[tokio::test]
async fn every_stage_has_one_title_and_its_words() {
    for locale in [Locale::ar, Locale::en] {
        for stage in StageKind::ALL {
            let html = status(locale, sheet(seen(stage), 10, &[(TimelineKind::Submitted, 1)]));
            assert_eq!(html.matches("<h1").count(), 1, "{stage:?}");
        }
    }
}

#[tokio::test]
async fn a_return_lists_what_is_missing_and_leads_there() {
    let words = LongText::parse("</blockquote><script>alert(1)</script>").ok();
    let gaps = vec![Gap::Document { kind: DocumentKind::IncomeProof }];
    let html = status(Locale::ar, sheet(Applicant { gaps, gap_words: words, ..seen(StageKind::Returned) }, 5, &[]));
    assert!(html.contains("إثبات الدخل") && html.contains("href=\"/apply/"));
    assert!(!html.contains("<script>"));
}

#[tokio::test]
async fn a_rejection_can_be_appealed_by_its_applicant_in_time_only() {
    assert!(status(Locale::en, rejected()).contains("/appeal"));
    let follower = StatusSheet { may_change: false, ..rejected() };
    assert!(!status(Locale::en, follower).contains("/appeal"));
    let late = StatusSheet { today: NaiveDate::from_ymd_opt(2026, 12, 16).expect("a date"), ..rejected() };
    assert!(!status(Locale::en, late.clone()).contains("/appeal"));
    let page = render(Locale::en, move || view! { <AppealView sheet=late form=use_form("")/> });
    assert!(!page.contains("<form"));
}

#[tokio::test]
async fn past_the_promise_we_say_so() {
    let mut late = waiting();
    late.today = NaiveDate::from_ymd_opt(2026, 12, 2).expect("a date");
    assert!(status(Locale::en, late).contains("We are late"));
    assert!(!status(Locale::en, waiting()).contains("We are late"));
}

#[tokio::test]
async fn the_window_is_shown_while_an_answer_is_awaited() {
    let shown = |sheet| status(Locale::en, sheet).contains("window-svg");
    assert!(shown(waiting()) && !shown(rejected()));
    assert!(!shown(sheet(seen(StageKind::Withdrawn), 10, &[(TimelineKind::Submitted, 1)])));
}

#[tokio::test]
async fn who_asked_again_is_told_that_an_answer_comes_first() {
    let html = render(Locale::ar, || view! { <NotYet/> });
    assert!(html.contains("نعدّ لك ردًّا آخر") && !html.contains("<form"));
}

#[tokio::test]
async fn after_rating_there_are_thanks() {
    let html = render(Locale::ar, || view! { <Thanks level=Level::Good/> });
    assert!(html.contains("شكرًا لك") && html.contains("جيدة"));
}
