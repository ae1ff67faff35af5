//! What a person reads of their own data, in both languages.

use domain::{
    DocumentId, LongText, NaiveDate, Reference, Timestamp,
    access::Role,
    application::Answers,
    document::{DocumentKind, MediaType, Page, Pages},
    privacy::{ConsentChange, Holding, Purpose, Verdict, Want},
    programme::Bilingual,
    request::StageKind,
    views::{
        DataRequest, ErasurePlan, HeldMessage, HeldRequest, MessageWishes, MyData, Opening, Safe, SafeDocument,
        Standing, TimelineEntry, TimelineKind,
    },
};
use i18n::Locale;
use leptos::prelude::*;

use super::{correct::CorrectView, data::MyDataView, erase::EraseView, safe::SafeView};
use crate::{form::use_form, public::tests::render};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a date")
}

fn at(date: u32) -> Timestamp {
    day(date).and_hms_opt(9, 0, 0).expect("a time").and_utc()
}

fn reference() -> Reference {
    Reference::from_entropy([7; 16])
}

fn document(id: i64, kind: DocumentKind, standing: Standing, replaced: bool) -> SafeDocument {
    SafeDocument {
        id: DocumentId(id),
        kind,
        name: "<script>.pdf".to_owned(),
        pages: Pages::of(Page { media: MediaType::Pdf, bytes: 2_048, sha256: "0".repeat(64) }),
        issued_on: Some(day(1)),
        given_at: at(2),
        standing,
        replaced,
    }
}

fn data() -> MyData {
    MyData {
        name: Some("سارة محمد علي السالم".to_owned()),
        national_id_masked: "1•••••9940".to_owned(),
        mobile_masked: "05•••••567".to_owned(),
        born_on: NaiveDate::from_ymd_opt(1985, 3, 14),
        known_since: at(1),
        wishes: MessageWishes::default(),
        requests: vec![HeldRequest {
            reference: reference(),
            questions: Vec::new(),
            programme: Bilingual { ar: "سداد الإيجار".to_owned(), en: "Rent support".to_owned() },
            stage: StageKind::BeforeCommittee,
            started_at: at(1),
            signed_at: Some(at(2)),
            answers: Answers::default(),
            timeline: vec![TimelineEntry { kind: TimelineKind::Submitted, at: at(2), by: None }],
        }],
        documents: vec![document(1, DocumentKind::IncomeProof, Standing::Lasting, false)],
        messages: vec![
            HeldMessage { at: at(3), body: Some("استلمنا طلبك".to_owned()) },
            HeldMessage { at: at(2), body: None },
        ],
        openings: vec![Opening { on: day(4), role: Some(Role::RelationsOfficer), reference: Some(reference()) }],
        consents: vec![ConsentChange { purpose: Purpose::News, given: true, at: at(5) }],
        asked: vec![DataRequest {
            reference: Reference::from_entropy([9; 16]),
            want: Want::Correct { holding: Holding::Identity },
            words: LongText::parse("اسم عائلتي السلمي").ok(),
            received_at: at(5),
            due_on: day(30),
            answer: None,
        }],
        today: day(6),
    }
}

fn page(locale: Locale, data: MyData) -> String {
    render(locale, move || view! { <MyDataView data consents=use_form("consents") wishes=use_form("wishes")/> })
}

fn safe() -> Safe {
    let documents = vec![
        document(4, DocumentKind::IncomeProof, Standing::Until { last: day(20) }, false),
        document(3, DocumentKind::Lease, Standing::Expired { since: day(1) }, false),
        document(2, DocumentKind::IncomeProof, Standing::Expired { since: day(1) }, true),
    ];
    Safe { documents, today: day(6) }
}

#[tokio::test]
async fn the_pages_of_ones_data_are_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        insta::assert_snapshot!(format!("data_{tag}"), page(locale, data()));
        insta::assert_snapshot!(format!("safe_{tag}"), render(locale, || view! { <SafeView safe=safe()/> }));
        let plan = ErasurePlan {
            emptied: vec![Reference::from_entropy([8; 16])],
            documents: 2,
            kept: vec![reference()],
            name: false,
        };
        let erase = render(locale, || view! { <EraseView plan waiting=false form=use_form("")/> });
        insta::assert_snapshot!(format!("erase_{tag}"), erase);
    }
}

#[tokio::test]
async fn what_was_refused_says_why() {
    let mut data = data();
    let reason = LongText::parse("الاسم كما في هويتك").expect("words");
    data.asked[0].answer = Some((at(6), Verdict::Refused { reason }));
    assert!(page(Locale::ar, data).contains("الاسم كما في هويتك"));
}

#[tokio::test]
async fn a_switch_says_what_it_does() {
    let html = page(Locale::en, data());
    assert!(html.contains("I withdraw my consent: News of programmes"));
    assert!(html.contains("I agree: Sharing your data with partner bodies"));
    assert_eq!(html.matches(r#"name="given" value="yes""#).count(), 2);
}

#[tokio::test]
async fn names_of_files_and_words_are_never_markup() {
    assert!(!page(Locale::ar, data()).contains("<script>"));
    let view = || view! { <CorrectView holding=Holding::Documents data=data() form=use_form("")/> };
    let html = render(Locale::ar, view);
    assert!(!html.contains("<script>.pdf") && html.contains("/my/data/correct/documents"));
}

#[tokio::test]
async fn without_anything_to_erase_nothing_can_be_asked() {
    let none =
        render(Locale::en, || view! { <EraseView plan=ErasurePlan::default() waiting=false form=use_form("")/> });
    assert!(!none.contains("<form"));
    let plan = ErasurePlan { documents: 1, ..ErasurePlan::default() };
    let waiting = render(Locale::en, || view! { <EraseView plan waiting=true form=use_form("")/> });
    assert!(!waiting.contains("<form"));
}
