//! What people and staff read of messages to the association, in both languages.

use domain::{
    Invalid, NaiveDate,
    views::{ContactTerms, MatterFilter},
    voice::{Kind, PromiseRule, Stage},
};
use i18n::{Locale, language_tag};
use leptos::prelude::*;

use super::{
    contact::ContactView,
    desk::DeskView,
    folder::{FolderView, Forms},
    follow::FollowView,
    matter::MatterView,
    mine::MyMattersView,
    proposals::ProposalsView,
    samples::{cards, folder, proposals, queue, reference, sheet},
    sent::SentView,
};
use crate::{
    AppError,
    form::{Refused, Values, use_form},
    public::tests::render,
};

/// One view in both languages, as it was reviewed.
fn reviewed<V: IntoView + 'static>(name: &str, view: impl Fn() -> V + Copy + Send + 'static) {
    for locale in [Locale::ar, Locale::en] {
        insta::assert_snapshot!(format!("{name}_{}", language_tag(locale)), render(locale, view));
    }
}

fn terms() -> ContactTerms {
    ContactTerms { promise: PromiseRule::default(), known: false }
}

fn refused(form: &str, typed: &[(&str, &str)], problems: &[(&str, Invalid)], error: Option<AppError>) -> Refused {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Refused {
        form: form.to_owned(),
        values: Values(typed.iter().map(owned).collect()),
        problems: problems.iter().map(|(name, why)| ((*name).to_owned(), why.clone())).collect(),
        error,
    }
}

#[tokio::test]
async fn writing() {
    reviewed("contact", || view! { <ContactView terms=terms() form=use_form("") kind=Some(Kind::Proposal)/> });
}

#[tokio::test]
async fn a_refused_message_keeps_every_word() {
    let html = render(Locale::ar, || {
        let typed = [("words", "قلت </textarea><script>"), ("kind", "complaint"), ("anonymous", "yes")];
        provide_context(refused("", &typed, &[("subject", Invalid::Missing)], None));
        view! { <ContactView terms=terms() form=use_form("") kind=None/> }
    });
    assert!(html.contains("قلت &lt;/textarea&gt;&lt;script&gt;") && html.contains(r##"href="#subject""##));
    assert!(html.contains(">الموضوع في سطر: "), "the summary names the field");
    assert_eq!(html.matches(" checked").count(), 2, "the kind and the wish not to be known");
}

#[tokio::test]
async fn the_code_is_shown_once() {
    let code = || Some("K7TM-4QXA".to_owned());
    let due = NaiveDate::from_ymd_opt(2026, 12, 1);
    reviewed("sent", move || view! { <SentView reference=reference() terms=terms() code=code() due/> });
    let again = render(Locale::ar, || view! { <SentView reference=reference() terms=terms() code=None due=None/> });
    assert!(again.contains(reference().as_str()) && !again.contains("K7TM"));
}

#[tokio::test]
async fn coming_back() {
    reviewed("follow", || view! { <FollowView form=use_form("follow")/> });
    reviewed("mine", || view! { <MyMattersView matters=cards()/> });
}

#[tokio::test]
async fn an_answer_and_the_question_whether_it_was_one() {
    reviewed("answered", || view! { <MatterView sheet=sheet(Stage::Answered, false) form=use_form("settle")/> });
    let late = render(Locale::ar, || view! { <MatterView sheet=sheet(Stage::InHand, true) form=use_form("settle")/> });
    assert!(late.contains("نعتذر") && !late.contains("name=\"verdict\""));
}

#[tokio::test]
async fn what_others_proposed() {
    reviewed("proposals", || view! { <ProposalsView proposals=proposals()/> });
}

#[tokio::test]
async fn the_desk() {
    reviewed("desk", || view! { <DeskView filter=MatterFilter::default() queue=queue()/> });
}

#[tokio::test]
async fn a_matter_on_the_desk() {
    reviewed("folder", || view! { <FolderView folder=folder(false) forms=Forms::of_page()/> });
    reviewed("decided", || view! { <FolderView folder=folder(true) forms=Forms::of_page()/> });
}

#[tokio::test]
async fn an_answer_that_came_too_late_is_still_there_to_copy() {
    let html = render(Locale::ar, || {
        let typed = [("words", "نركبها <b>قريبًا</b>"), ("decision", "adopted")];
        provide_context(refused("answer", &typed, &[], Some(AppError::Conflict)));
        view! { <FolderView folder=folder(true) forms=Forms::of_page()/> }
    });
    assert!(html.contains("نركبها &lt;b&gt;") && html.contains("تغيّرت هذه الرسالة"));
    let open = render(Locale::ar, || {
        provide_context(refused("answer", &[("words", "نركبها قريبًا")], &[], Some(AppError::Conflict)));
        view! { <FolderView folder=folder(false) forms=Forms::of_page()/> }
    });
    assert_eq!(open.matches("نركبها قريبًا").count(), 1, "in the form it was typed in");
}
