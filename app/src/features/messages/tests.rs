//! What the pages of messages show, in both languages.

use domain::{
    message::{Template, placeholder},
    views::{MessageLine, MessageSheet, StopSheet},
};
use i18n::{Locale, language_tag};
use leptos::prelude::*;

use super::{edit::EditView, list::MessagesView, stop::StopView};
use crate::{form::use_form, public::tests::render};

fn line(template: Template, own: &[&str]) -> MessageLine {
    MessageLine {
        template,
        weight: template.weight(),
        words: format!("صدرت الإجابة على طلبك {}.", placeholder("reference")),
        own: own.iter().map(|language| (*language).to_owned()).collect(),
    }
}

fn sheet(own: Option<&str>) -> MessageSheet {
    MessageSheet {
        template: Template::Matched,
        language: "ar".to_owned(),
        product: format!("راجعنا بيانات طلبك {}.", placeholder("reference")),
        own: own.map(str::to_owned),
        version: i64::from(own.is_some()),
        changed_at: own.and_then(|_| "2026-11-22T06:00:00Z".parse().ok()),
        samples: vec![("reference".to_owned(), "234-679-ACD".to_owned())],
        tail: Some("لإيقاف مثل هذه الرسالة: https://wisal.example/stop/1-0".to_owned()),
    }
}

#[tokio::test]
async fn the_link_that_stops() {
    for locale in [Locale::ar, Locale::en] {
        for (name, stopped) in [("stop", false), ("stopped", true)] {
            let html = render(locale, move || {
                view! { <StopView sheet=StopSheet { stopped } token="1-0".to_owned()/> }
            });
            insta::assert_snapshot!(format!("{name}_{}", language_tag(locale)), html);
        }
    }
}

#[tokio::test]
async fn the_list() {
    for locale in [Locale::ar, Locale::en] {
        let html = render(locale, || {
            let lines = vec![line(Template::SignInCode, &[]), line(Template::Matched, &["ar"])];
            view! { <MessagesView lines/> }
        });
        insta::assert_snapshot!(format!("list_{}", language_tag(locale)), html);
    }
}

#[tokio::test]
async fn one_message() {
    for locale in [Locale::ar, Locale::en] {
        let own = "طلبك {{ reference }} مكتمل.";
        let html = render(locale, move || view! { <EditView sheet=sheet(Some(own)) form=use_form("")/> });
        assert!(html.contains("طلبك 234-679-ACD مكتمل."), "{html}");
        insta::assert_snapshot!(format!("edit_{}", language_tag(locale)), html);
    }
}
