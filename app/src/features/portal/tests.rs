//! What the public pages write, in both languages.

use domain::{
    Halalas, NaiveDate,
    application::Group,
    document::{DocumentKind, DocumentRule},
    eligibility::Rule,
    programme::{Award, Bilingual, Opening, ProgrammeSpec, SupportKind},
    programme_filter::ProgrammeFilter,
    views::{Catalogue, ProgrammeSheet, Terms},
    window::{Window, WindowRule},
};
use i18n::Locale;
use leptos::prelude::*;

use super::{
    check::CheckView,
    check_all::CheckAllView,
    home::HomeView,
    programme::ProgrammeView,
    programmes::ProgrammesView,
    statements::{AccessibilityView, PrivacyView},
};
use crate::{
    form::{Refused, Values, use_form},
    public::tests::render,
};

fn both(ar: &str, en: &str) -> Bilingual {
    Bilingual { ar: ar.to_owned(), en: en.to_owned() }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

fn terms() -> Terms {
    Terms { floor: 14, promise: 30, appeal_days: 30, if_today: Window::open(today(), WindowRule::default()) }
}

fn programme(opening: Opening) -> ProgrammeSpec {
    ProgrammeSpec {
        slug: "rent-support".to_owned(),
        version: 1,
        support: SupportKind::Rent,
        name: both("سداد الإيجار", "Rent support"),
        summary: both("نعينك على إيجار بيتك.", "We help with your rent."),
        gives: both("إيجار ستة أشهر", "Six months of rent"),
        groups: vec![Group::Widow, Group::LowIncome],
        questions: Vec::new(),
        documents: vec![
            DocumentRule { kind: DocumentKind::FamilyRecord, valid_days: None },
            DocumentRule { kind: DocumentKind::IncomeProof, valid_days: Some(90) },
        ],
        eligibility: Rule::All(vec![
            Rule::PerHeadAtMost(Halalas::from_riyals(750)),
            Rule::Any(vec![Rule::ChildrenAtLeast(1), Rule::AgeAtLeast(60)]),
        ]),
        award: Award::Cash { amount: Halalas::from_riyals(6_000) },
        opening,
    }
}

fn sheet() -> ProgrammeSheet {
    ProgrammeSheet { programme: programme(Opening::Open), takes_applications: true, terms: terms() }
}

fn catalogue() -> Catalogue {
    let season = Opening::Season { from: today(), until: today() };
    Catalogue { open: vec![programme(Opening::Open)], closed: vec![programme(season)], terms: terms() }
}

/// A check that was answered, as the server shows it again.
fn answered(answers: &[(&str, &str)]) -> Refused {
    let values = Values(answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
    let problems = match super::check_form::read(&values) {
        Err(crate::form::Problem::Fields(problems)) => problems,
        _ => Vec::new(),
    };
    Refused { form: String::new(), values, problems, error: None }
}

fn check(locale: Locale, answers: &[(&str, &str)]) -> String {
    let refused = answered(answers);
    render(locale, move || {
        provide_context(refused);
        view! { <CheckView sheet=sheet() form=use_form("")/> }
    })
}

fn check_all(locale: Locale, answers: &[(&str, &str)]) -> String {
    let refused = answered(answers);
    render(locale, move || {
        provide_context(refused);
        view! { <CheckAllView catalogue=catalogue() form=use_form("")/> }
    })
}

fn list(locale: Locale, filter: ProgrammeFilter) -> String {
    render(locale, move || view! { <ProgrammesView catalogue=catalogue() filter/> })
}

const FIVE_AT_HOME: [(&str, &str); 4] = [("people", "5"), ("income", "3300"), ("rent", "1200"), ("debts", "300")];

#[tokio::test]
async fn the_public_pages_are_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let home = render(locale, || view! { <HomeView catalogue=catalogue()/> });
        insta::assert_snapshot!(format!("home_{tag}"), home);
        insta::assert_snapshot!(format!("programmes_{tag}"), list(locale, ProgrammeFilter::default()));
        let page = render(locale, || view! { <ProgrammeView sheet=sheet() form=use_form("")/> });
        insta::assert_snapshot!(format!("programme_{tag}"), page);
        insta::assert_snapshot!(format!("check_maybe_{tag}"), check(locale, &FIVE_AT_HOME));
        insta::assert_snapshot!(format!("check_all_{tag}"), check_all(locale, &FIVE_AT_HOME));
        let statements = render(locale, || view! { <PrivacyView/> <AccessibilityView/> });
        insta::assert_snapshot!(format!("statements_{tag}"), statements);
    }
}

#[tokio::test]
async fn an_unanswered_check_asks_and_judges_nothing() {
    let html = render(Locale::en, || view! { <CheckView sheet=sheet() form=use_form("")/> });
    assert!(html.contains("method=\"post\"") && html.contains("name=\"income\"") && html.contains("name=\"children\""));
    assert!(!html.contains("name=\"group\""), "no rule asks for it");
    assert!(!html.contains("outcome"));
}

#[tokio::test]
async fn a_no_says_why_and_what_to_do() {
    let answers = [("people", "2"), ("children", "1"), ("income", "9000"), ("rent", "0"), ("debts", "0")];
    let html = check(Locale::en, &answers);
    assert!(html.contains("not the best fit") && html.contains("SAR 4,500 per person"));
    assert!(html.contains("href=\"/en/programmes\"") && html.contains("/en/programmes/rent-support/carry"));
}

#[tokio::test]
async fn the_answers_go_on_hidden_and_never_in_an_address() {
    let html = check_all(Locale::en, &FIVE_AT_HOME);
    assert!(html.contains("<input type=\"hidden\" name=\"income\" value=\"3300\">"));
    assert!(!html.contains("income=") && !html.contains("method=\"get\""));
    assert!(html.contains("May be for you") && html.contains("under 18"), "what is still to be known is said");
}

#[tokio::test]
async fn what_cannot_be_read_is_said_and_kept() {
    let html = check(Locale::en, &[("age", "<b>forty</b>")]);
    assert!(html.contains("href=\"#age\"") && html.contains("&lt;b&gt;forty&lt;/b&gt;"));
    assert!(!html.contains("<b>forty"));
}

#[tokio::test]
async fn a_search_that_finds_nothing_says_what_to_do() {
    let filter = ProgrammeFilter { need: Some(SupportKind::Marriage), ..ProgrammeFilter::default() };
    let html = list(Locale::en, filter);
    assert!(html.contains("No open programme fits") && html.contains("href=\"/en/check\""));
    assert!(html.contains("href=\"/en/contact\"") && !html.contains("/en/programmes/rent-support"));
    let found = list(Locale::ar, ProgrammeFilter { words: "الايجار".to_owned(), ..ProgrammeFilter::default() });
    assert!(found.contains("/programmes/rent-support"));
}

/// What a beneficiary would receive is their own affair: no amount stands on a public page.
#[tokio::test]
async fn no_amount_of_an_award_is_public() {
    for locale in [Locale::ar, Locale::en] {
        let page = render(locale, || view! { <ProgrammeView sheet=sheet() form=use_form("")/> });
        assert!(!page.contains("6,000") && !page.contains("6000"));
    }
}

#[tokio::test]
async fn a_closed_programme_has_no_button() {
    let sheet = || ProgrammeSheet { programme: programme(Opening::Paused), takes_applications: false, terms: terms() };
    let page = render(Locale::ar, move || view! { <ProgrammeView sheet=sheet() form=use_form("")/> });
    assert!(!page.contains("/start"));
}
