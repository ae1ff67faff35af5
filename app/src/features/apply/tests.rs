//! What the pages of an application write, in both languages.

use domain::{
    DocumentId, Halalas, Iban, Invalid, LongText, NaiveDate, PersonName, Reference, ShortText, Timestamp,
    application::{Answers, Group, Identity, Need, Section, Urgency},
    document::{DocumentKind, DocumentRule, GivenDocument, MediaType, Page, Pages},
    eligibility::Rule,
    household::{Debt, DebtKind, Household, Income, IncomeKind, Kinship, Livelihood, Member, Tenure},
    name::NamePart,
    programme::{Award, Bilingual, Opening, ProgrammeSpec, SupportKind},
    request::{Applicant, Gap, StageKind},
    self_check::Told,
    signature::{Mark, Signature},
    views::{ApplicationSheet, Reusable},
    window::{Window, WindowRule},
};
use i18n::Locale;
use leptos::prelude::*;

use super::{
    check::CheckView, code::CodeView, declare::DeclareView, documents::DocumentsView, done::DoneView,
    household::HouseholdView, identity::IdentityView, livelihood::LivelihoodView, need::NeedView, step::Step,
    tasks::TasksView,
};
use crate::{
    form::{Refused, Values, use_form},
    public::tests::render,
};

fn both(ar: &str, en: &str) -> Bilingual {
    Bilingual { ar: ar.to_owned(), en: en.to_owned() }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn today() -> NaiveDate {
    day(2026, 11, 22)
}

fn at() -> Timestamp {
    Timestamp::from_timestamp(1_795_327_200, 0).expect("a moment")
}

pub(super) fn programme() -> ProgrammeSpec {
    ProgrammeSpec {
        slug: "rent-support".to_owned(),
        version: 1,
        support: SupportKind::Rent,
        name: both("سداد الإيجار", "Rent support"),
        summary: both("نعينك على إيجار بيتك.", "We help with your rent."),
        gives: both("إيجار ستة أشهر", "Six months of rent"),
        groups: vec![Group::Widow],
        questions: Vec::new(),
        documents: vec![
            DocumentRule { kind: DocumentKind::FamilyRecord, valid_days: None },
            DocumentRule { kind: DocumentKind::IncomeProof, valid_days: Some(90) },
        ],
        eligibility: Rule::All(vec![Rule::PerHeadAtMost(Halalas::from_riyals(750))]),
        award: Award::Cash { amount: Halalas::from_riyals(6_000) },
        opening: Opening::Open,
    }
}

fn part(text: &str) -> NamePart {
    NamePart::parse(text).expect("a name")
}

fn paper(id: i64, kind: DocumentKind, issued_on: Option<NaiveDate>) -> GivenDocument {
    let pages = Pages::of(Page { media: MediaType::Pdf, bytes: 430_000, sha256: "0".repeat(64) });
    GivenDocument { id: DocumentId(id), kind, issued_on, pages, given_at: at() }
}

/// A PDF, and a photo of what it leaves out.
fn two_pages() -> Pages {
    let mut pages = paper(1, DocumentKind::FamilyRecord, None).pages;
    pages.add(Page { media: MediaType::Jpeg, bytes: 180_000, sha256: "1".repeat(64) }).expect("a page");
    pages
}

/// A widow with two children in a rented home; her proof of income is too old.
fn answers() -> Answers {
    let name = PersonName {
        own: part("سارة"),
        father: Some(part("محمد")),
        grandfather: Some(part("علي")),
        family: part("السالم"),
    };
    let member = |name: &str, kinship, born_on| Member::new(ShortText::parse(name).expect("a name"), kinship, born_on);
    Answers {
        identity: Some(Identity {
            name,
            born_on: day(1985, 3, 14),
            group: Group::Widow,
            city: ShortText::parse("مكة المكرمة").expect("a city"),
            address: None,
        }),
        household: Some(Household {
            members: vec![
                member("نورة", Kinship::Daughter, day(2015, 6, 1)),
                member("خالد", Kinship::Son, day(2019, 1, 20)),
            ],
            tenure: Tenure::Rented,
        }),
        livelihood: Some(Livelihood {
            incomes: vec![Income { kind: IncomeKind::SocialSecurity, monthly: Halalas::from_riyals(2_500) }],
            rent: Halalas::from_riyals(1_200),
            debts: vec![Debt { kind: DebtKind::Bank, monthly: Halalas::from_riyals(300) }],
        }),
        need: Some(Need {
            words: LongText::parse("تأخر إيجار البيت شهرين.\n</textarea><script>alert(1)</script>").expect("words"),
            urgency: Urgency::ThisMonth,
            iban: Some(Iban::parse("SA0380000000608010167519").expect("an IBAN")),
            replies: domain::question::Replies::default(),
        }),
        documents: vec![
            GivenDocument { pages: two_pages(), ..paper(1, DocumentKind::FamilyRecord, None) },
            paper(2, DocumentKind::IncomeProof, Some(day(2026, 5, 1))),
        ],
    }
}

fn step(stage: StageKind, answers: Answers) -> Step {
    let window = Window::open(today(), WindowRule::default());
    let received = (stage != StageKind::Draft).then_some(window);
    Step {
        sheet: ApplicationSheet {
            reference: Reference::from_entropy([7; 16]),
            programme: programme(),
            seen: Applicant {
                stage,
                submitted_at: received.map(|_| at()),
                window: received,
                gaps: Vec::new(),
                gap_words: None,
                complete_by: None,
                answer: None,
                file_number: None,
            },
            answers,
            signature: None,
            touched: false,
            version: 7,
            national_id_masked: "1•••••9940".to_owned(),
            mobile_masked: "05•••••567".to_owned(),
            today: today(),
            unfinished: Vec::new(),
            window_if_today: window,
            reusable: Vec::new(),
            representative: None,
            told: Told::default(),
        },
        back: String::new(),
    }
}

fn complete() -> Step {
    step(StageKind::Draft, answers())
}

fn signed() -> Step {
    let mut step = complete();
    let mark = Mark::Typed { name: ShortText::parse("سارة محمد علي السالم").expect("a name") };
    step.sheet.signature = Some(Signature::over(step.answers(), mark, at()));
    step
}

fn returned() -> Step {
    let mut step = step(StageKind::Returned, answers());
    step.sheet.seen.gaps =
        vec![Gap::Section { section: Section::Livelihood }, Gap::Document { kind: DocumentKind::IncomeProof }];
    step.sheet.seen.gap_words = LongText::parse("دخلك في الإثبات غير ما كتبت. صحّحه وأرفق إثباتًا أحدث.").ok();
    step
}

fn values(pairs: &[(&str, &str)]) -> Values {
    Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

/// What a page writes after its form was refused.
fn refused(values: Values, problems: &[(&str, Invalid)], view: impl Fn() -> AnyView + Send + 'static) -> String {
    let problems = problems.iter().map(|(field, why)| ((*field).to_owned(), why.clone())).collect();
    let refused = Refused { form: String::new(), values, problems, error: None };
    render(Locale::ar, move || {
        provide_context(refused.clone());
        view()
    })
}

#[tokio::test]
async fn the_pages_are_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let new = || step(StageKind::Draft, Answers::default());
        insta::assert_snapshot!(format!("tasks_new_{tag}"), render(locale, move || view! { <TasksView step=new()/> }));
        insta::assert_snapshot!(
            format!("tasks_returned_{tag}"),
            render(locale, || view! { <TasksView step=returned()/> })
        );
        insta::assert_snapshot!(format!("check_{tag}"), render(locale, || view! { <CheckView step=complete()/> }));
        let declare = render(locale, || view! { <DeclareView step=complete() form=use_form("")/> });
        insta::assert_snapshot!(format!("declare_{tag}"), declare);
        let papers = render(locale, || view! { <DocumentsView step=complete() form=use_form("")/> });
        insta::assert_snapshot!(format!("documents_{tag}"), papers);
        let done = render(locale, || view! { <DoneView step=step(StageKind::Submitted, answers())/> });
        insta::assert_snapshot!(format!("done_{tag}"), done);
        let livelihood = render(locale, || view! { <LivelihoodView step=complete() form=use_form("")/> });
        insta::assert_snapshot!(format!("livelihood_{tag}"), livelihood);
    }
}

#[tokio::test]
async fn a_refused_name_keeps_what_was_typed_and_says_so_twice() {
    let typed = values(&[("name_own", "سَارة 1"), ("city", "جدة"), ("back", "check"), ("group", "widow")]);
    let page = refused(typed, &[("name_own", Invalid::NameCharacters)], || {
        view! { <IdentityView step=complete() form=use_form("")/> }.into_any()
    });
    assert!(page.contains(r#"value="سَارة 1""#) && page.contains(r#"value="جدة""#));
    assert!(page.contains(r#"name="back" value="check""#));
    assert_eq!(page.matches("اكتب الاسم بالحروف فقط").count(), 2);
    assert!(page.contains(r##"href="#name_own""##));
    // A stale version would be refused for ever: the page always carries the newest.
    assert!(page.contains(r#"name="version" value="7""#));
}

#[tokio::test]
async fn a_row_more_loses_nothing_and_the_first_button_saves() {
    let typed = values(&[
        ("tenure", "owned"),
        ("member_name", "نورة"),
        ("member_kinship", "daughter"),
        ("member_born", "غير معروف"),
        ("do", "add"),
    ]);
    let page = refused(typed, &[], || view! { <HouseholdView step=complete() form=use_form("")/> }.into_any());
    assert_eq!(page.matches(r#"name="member_name""#).count(), 2);
    assert!(page.contains("غير معروف") && page.contains(r#"id="member_name-2""#));
    assert!(!page.contains("error-summary"));
    let first = page.split("<button").nth(1).and_then(|rest| rest.split('>').next()).expect("a button");
    assert!(first.contains(r#"name="do" value="save""#));
}

#[tokio::test]
async fn every_refused_file_is_named_with_its_reason() {
    let html = render(Locale::en, || {
        let field = || "file_family_record".to_owned();
        provide_context(Refused {
            values: Values(["notes.txt", "a<b>.heic"].map(|name| ("refused".to_owned(), name.to_owned())).to_vec()),
            problems: vec![(field(), Invalid::FileType), (field(), Invalid::FileHeic)],
            ..Refused::default()
        });
        view! { <DocumentsView step=complete() form=use_form("")/> }
    });
    assert!(html.contains("notes.txt: Choose a picture or a PDF file."));
    assert!(html.contains("a&lt;b&gt;.heic: We cannot open HEIC photos."));
    assert!(html.contains(r#"capture="environment""#) && html.contains(" multiple"));
}

#[tokio::test]
async fn a_full_document_takes_no_more_pages() {
    let html = render(Locale::en, || {
        let mut step = complete();
        let given = step.sheet.answers.document_mut(DocumentKind::FamilyRecord).expect("given");
        for number in given.pages.count()..Pages::MOST {
            let page = Page { media: MediaType::Jpeg, bytes: 1, sha256: format!("{number:064}") };
            given.pages.add(page).expect("a page");
        }
        view! { <DocumentsView step form=use_form("")/> }
    });
    assert!(html.contains("Page 10 of 10") && !html.contains("file_family_record"));
}

#[tokio::test]
async fn a_document_given_before_is_offered_where_it_counts() {
    let page = |reusable: Vec<Reusable>| {
        render(Locale::ar, move || {
            let mut step = step(StageKind::Draft, Answers::default());
            step.sheet.reusable = reusable;
            view! { <DocumentsView step form=use_form("")/> }
        })
    };
    let offer = Reusable { document: DocumentId(41), kind: DocumentKind::IncomeProof, issued_on: None, given_at: at() };
    let html = page(vec![offer]);
    assert_eq!(html.matches("/documents/income_proof/use").count(), 1);
    assert!(html.contains(r#"name="document" value="41""#) && html.contains("استعمل إثبات الدخل الذي أرفقته"));
    assert!(!page(Vec::new()).contains("/use"));
}

#[tokio::test]
async fn own_words_are_never_markup() {
    let need = render(Locale::ar, || view! { <NeedView step=complete() form=use_form("")/> });
    let check = render(Locale::ar, || view! { <CheckView step=complete()/> });
    assert!(!need.contains("<script>alert") && !check.contains("<script>alert"));
    assert!(need.contains("مصرف الراجحي"));
}

#[tokio::test]
async fn the_figures_follow_what_was_typed() {
    let typed = values(&[("income_salary", "٣٬٠٠٠"), ("rent", "0"), ("debt_bank", "خطأ")]);
    let wrong = refused(typed, &[("debt_bank", Invalid::Amount)], || {
        view! { <LivelihoodView step=complete() form=use_form("")/> }.into_any()
    });
    // What cannot be read leaves the stored figures: (2,500 − 1,200 − 300) ÷ 3.
    assert!(wrong.contains("333.33") && wrong.contains("٣٬٠٠٠"));
}

#[tokio::test]
async fn without_a_signature_there_is_no_code_to_enter() {
    let page = |step: fn() -> Step| {
        render(Locale::ar, move || view! { <CodeView step=step() form=use_form("") again=use_form("again")/> })
    };
    assert!(page(signed).contains(r#"name="code""#));
    assert!(!page(complete).contains(r#"name="code""#));
}

#[tokio::test]
async fn of_a_returned_request_only_what_was_asked_for_is_offered() {
    let papers = render(Locale::ar, || view! { <DocumentsView step=returned() form=use_form("")/> });
    assert!(papers.contains("file_income_proof") && !papers.contains("file_family_record"));
    let check = render(Locale::ar, || view! { <CheckView step=returned()/> });
    assert!(check.contains("/livelihood?back=check") && !check.contains("/identity?back=check"));
}
