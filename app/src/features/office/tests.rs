//! What the back office shows, in both languages.

use domain::{access::Action, request::Stage, views::QueueFilter};
use i18n::Locale;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;

use super::{
    give_back::ReturnView,
    matching::MatchView,
    queue::QueueView,
    refer::ReferView,
    request::RequestView,
    samples::{frame, queue, sheet, submitted, under_study},
    screen::Frame,
    study::StudyStep,
};
use crate::{
    AppError,
    form::{Refused, Values, use_form},
};

/// Renders a view in the frame of the office. `WISAL_VIEWS` names a folder to look at the pages in.
fn render<V: IntoView + 'static>(locale: Locale, name: &str, view: impl Fn() -> V + Send + 'static) -> String {
    let _ = any_spawner::Executor::init_tokio();
    let html = Owner::new().with(|| {
        i18n::provide_locale(locale);
        provide_meta_context();
        let page = view().into_any();
        view! { <Frame frame=frame() path="/office".to_owned() search=String::new()>{page}</Frame> }
            .into_view()
            .to_html()
    });
    if let Ok(folder) = std::env::var("WISAL_VIEWS") {
        let (tag, dir) = (i18n::language_tag(locale), i18n::direction(locale));
        let page = format!(
            "<!doctype html><html lang=\"{tag}\" dir=\"{dir}\"><meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"main.css\">{html}"
        );
        std::fs::write(format!("{folder}/{name}-{tag}.html"), page).expect("the folder can be written");
    }
    html
}

/// One tag a line, so that a change shows where it is.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<")
}

fn officer() -> Vec<Action> {
    vec![Action::View, Action::Match, Action::Return]
}

#[tokio::test]
async fn the_queue() {
    for locale in [Locale::ar, Locale::en] {
        let html = render(locale, "queue", || view! { <QueueView filter=QueueFilter::default() queue=queue()/> });
        insta::assert_snapshot!(format!("queue_{}", i18n::language_tag(locale)), lines(&html));
    }
}

#[tokio::test]
async fn a_request() {
    for locale in [Locale::ar, Locale::en] {
        let html = render(locale, "request", || {
            view! { <RequestView sheet=sheet(Stage::Submitted(submitted()), officer()) form=use_form("act")/> }
        });
        insta::assert_snapshot!(format!("request_{}", i18n::language_tag(locale)), lines(&html));
    }
}

#[tokio::test]
async fn the_match() {
    for locale in [Locale::ar, Locale::en] {
        let html = render(locale, "match", || {
            view! { <MatchView sheet=sheet(Stage::Submitted(submitted()), officer()) form=use_form("match")/> }
        });
        insta::assert_snapshot!(format!("match_{}", i18n::language_tag(locale)), lines(&html));
        assert!(html.contains(r#"name="field" value="iban""#) && html.contains(r#"name="suspect" value="12""#));
    }
}

#[tokio::test]
async fn the_study_and_the_referral() {
    let allowed = || vec![Action::View, Action::RecordStudy, Action::Refer];
    for locale in [Locale::ar, Locale::en] {
        let html = render(locale, "study", move || {
            view! { <StudyStep sheet=sheet(under_study(), allowed()) form=use_form("study")/> }
        });
        insta::assert_snapshot!(format!("study_{}", i18n::language_tag(locale)), lines(&html));
        let html = render(locale, "refer", move || {
            view! { <ReferView sheet=sheet(under_study(), allowed()) form=use_form("refer")/> }
        });
        assert!(!html.contains(r#"name="session""#), "nothing goes up without a study");
    }
}

fn typed() -> Values {
    let pairs = [("gaps", "section:need"), ("words", "اكتب رقم <b>العقد</b></textarea>"), ("version", "8")];
    Values(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec())
}

#[tokio::test]
async fn a_stale_form_keeps_what_was_typed_and_says_what_happened() {
    let refused = || Refused {
        form: "return".to_owned(),
        values: typed(),
        problems: Vec::new(),
        error: Some(AppError::Conflict),
    };
    let html = render(Locale::ar, "stale", move || {
        provide_context(refused());
        view! { <ReturnView sheet=sheet(Stage::Submitted(submitted()), officer()) form=use_form("return")/> }
    });
    assert!(html.contains("هند الحربي") && html.contains("&lt;/textarea&gt;"));
    assert!(html.contains(r#"name="version" value="9""#), "the next try starts from what is shown");

    let html = render(Locale::ar, "over", move || {
        provide_context(refused());
        view! { <ReturnView sheet=sheet(under_study(), vec![Action::View]) form=use_form("return")/> }
    });
    assert!(!html.contains("<form method=\"post\" action=\"/office/requests"), "the step is over");
    assert!(html.contains("&lt;b&gt;العقد"), "what was typed is still there to copy");
}
