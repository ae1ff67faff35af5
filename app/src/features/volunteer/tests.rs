//! What volunteers read, in both languages.

use domain::{
    LongText, NaiveDate,
    views::{CertificateCheck, OpportunitySheet, VolunteerPage},
    volunteer::StandingKind,
};
use i18n::Locale;
use leptos::prelude::*;

use super::{
    join::JoinView,
    list::ListView,
    mine::MineView,
    opportunity::OpportunityView,
    samples::{card, page, reference, sheet},
    verify::VerifyView,
};
use crate::{form::use_form, public::tests::render};

fn check() -> CertificateCheck {
    let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).expect("a day");
    CertificateCheck {
        number: "V-1448-0004".to_owned(),
        initials: "س. م. ع. س.".to_owned(),
        minutes: 210,
        from: day(3),
        until: day(3),
        issued_on: day(5),
    }
}

#[tokio::test]
async fn the_pages_are_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let list = render(locale, || view! { <ListView cards=vec![card()]/> });
        insta::assert_snapshot!(format!("list_{tag}"), list);
        let one = render(locale, || view! { <OpportunityView sheet=sheet()/> });
        insta::assert_snapshot!(format!("opportunity_{tag}"), one);
        let join = render(locale, || view! { <JoinView sheet=sheet() form=use_form("join")/> });
        insta::assert_snapshot!(format!("join_{tag}"), join);
        let mine =
            render(locale, || view! { <MineView page=page() form=use_form("shift") received=Some(reference())/> });
        insta::assert_snapshot!(format!("mine_{tag}"), mine);
        let valid = render(locale, || view! { <VerifyView check=Some(check())/> });
        insta::assert_snapshot!(format!("verify_{tag}"), valid);
    }
}

#[tokio::test]
async fn a_full_shift_cannot_be_asked_for() {
    let html = render(Locale::ar, || view! { <JoinView sheet=sheet() form=use_form("join")/> });
    assert!(html.contains(r#"name="shifts" value="2""#) && !html.contains(r#"name="shifts" value="1""#));
    let page = render(Locale::ar, || view! { <MineView page=page() form=use_form("shift") received=None/> });
    assert!(page.contains("/shifts/3/take") && page.contains("/shifts/2/leave"));
    assert!(!page.contains("/shifts/4/take") && !page.contains("/shifts/1/leave"));
}

#[tokio::test]
async fn who_is_known_is_not_asked_again() {
    let known = || OpportunitySheet { me: Some("سارة".to_owned()), ..sheet() };
    let html = render(Locale::en, move || view! { <JoinView sheet=known() form=use_form("join")/> });
    assert!(!html.contains("name_own") && html.contains("Send the application"));
    let applied = move || OpportunitySheet { applied: Some(reference()), ..known() };
    let html = render(Locale::en, move || view! { <JoinView sheet=applied() form=use_form("join")/> });
    assert!(!html.contains("<form"));
}

#[tokio::test]
async fn a_reason_is_text_and_a_foreign_reference_is_no_news() {
    let declined = || {
        let mut page = page();
        page.applications[0].standing = StandingKind::Declined;
        page.applications[0].reason = LongText::parse("</p><script>alert(1)</script>").ok();
        page
    };
    let html = render(Locale::ar, move || {
        let other = domain::Reference::from_entropy([9; 16]);
        view! { <MineView page=declined() form=use_form("shift") received=Some(other)/> }
    });
    assert!(!html.contains("<script>") && !html.contains("وصلنا طلبك"));
    let nobody = VolunteerPage { applications: Vec::new(), certificates: Vec::new(), minutes: 0, ..page() };
    assert!(
        render(Locale::ar, move || view! { <MineView page=nobody form=use_form("") received=None/> })
            .contains("لا طلبات بعد")
    );
}

#[tokio::test]
async fn an_unknown_code_is_no_certificate() {
    let html = render(Locale::ar, || view! { <VerifyView check=None/> });
    assert!(html.contains("لا توجد شهادة") && !html.contains("صحيحة"));
}
