//! What the doors write, in both languages.

use domain::{
    Invalid, Reference,
    views::{EnrolmentSheet, PendingSheet},
};
use i18n::Locale;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{components::Router, location::RequestUrl};

use super::{
    code::{CodeView, Door, Over},
    enrol::EnrolView,
    office::OfficeSignInView,
    office_code::OfficeCodeView,
    password::PasswordView,
    sign_in::SignInView,
    track::TrackView,
};
use crate::{
    AppError,
    form::{FormView, Refused, Values, use_form},
};

/// A view at an address, after a form of the page was refused or not; one tag a line.
fn render<V: IntoView + 'static>(
    locale: Locale,
    address: &str,
    refused: Option<Refused>,
    view: impl FnOnce() -> V + Send + 'static,
) -> String {
    drop(any_spawner::Executor::init_tokio());
    let address = RequestUrl::new(address);
    let html = Owner::new().with(|| {
        provide_meta_context();
        provide_context(address);
        i18n::provide_locale(locale);
        if let Some(refused) = refused {
            provide_context(refused);
        }
        view! { <Router>{view()}</Router> }.into_view().to_html()
    });
    html.replace("><", ">\n<")
}

fn refused(form: &str, values: &[(&str, &str)], problems: &[(&str, Invalid)], error: Option<AppError>) -> Refused {
    Refused {
        form: form.to_owned(),
        values: Values(values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()),
        problems: problems.iter().map(|(field, why)| ((*field).to_owned(), why.clone())).collect(),
        error,
    }
}

fn form(name: &str) -> FormView {
    use_form(name)
}

#[tokio::test]
async fn the_public_doors_are_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let sign_in =
            render(locale, "/sign-in?next=/my/requests", None, || view! { <SignInView form=form("sign_in")/> });
        insta::assert_snapshot!(format!("sign_in_{tag}"), sign_in);
        let track =
            render(locale, "/track", None, || view! { <TrackView form=form("track") reference=String::new()/> });
        insta::assert_snapshot!(format!("track_{tag}"), track);
        let wrong = refused("code", &[("next", "/my/requests")], &[("code", Invalid::CodeWrong { left: 3 })], None);
        let code = render(locale, "/sign-in/code", Some(wrong), || {
            let sheet = PendingSheet::Beneficiary { mobile_masked: "05••••4567".to_owned() };
            view! { <CodeView door=Door::SignIn sheet form=form("code") again=form("again") sent=false/> }
        });
        insta::assert_snapshot!(format!("code_wrong_{tag}"), code);
    }
}

#[tokio::test]
async fn the_office_doors_are_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let wrong = refused("office", &[("user_name", "noura")], &[("password", Invalid::Credentials)], None);
        let office =
            render(locale, "/office/sign-in", Some(wrong), || view! { <OfficeSignInView form=form("office")/> });
        insta::assert_snapshot!(format!("office_wrong_{tag}"), office);
        let enrol = render(locale, "/office/sign-in/enrol", None, || {
            let sheet = EnrolmentSheet {
                user_name: "noura".to_owned(),
                secret: "GEZDGNBVGY3TQOJQ".to_owned(),
                address: "otpauth://totp/Wisal:noura?secret=GEZDGNBVGY3TQOJQ&issuer=Wisal".to_owned(),
                qr_path: "M4 4h1v1h-1z".to_owned(),
                qr_side: 41,
                recovery: vec!["34679-ACDEF".to_owned(), "GHJKM-NPQRT".to_owned()],
            };
            view! { <EnrolView sheet form=form("enrol")/> }
        });
        insta::assert_snapshot!(format!("enrol_{tag}"), enrol);
    }
}

#[tokio::test]
async fn every_door_has_one_heading_and_says_when_to_come_back() {
    let too_many = |form: &str| Some(refused(form, &[], &[], Some(AppError::TooMany { seconds: 540 })));
    for locale in [Locale::ar, Locale::en] {
        let pages = [
            render(locale, "/sign-in", too_many("sign_in"), || view! { <SignInView form=form("sign_in")/> }),
            render(locale, "/track", too_many("track"), || {
                view! { <TrackView form=form("track") reference=String::new()/> }
            }),
            render(locale, "/track/code", too_many("again"), || {
                let sheet = PendingSheet::Tracker { reference: Reference::from_entropy([0; 16]) };
                view! { <CodeView door=Door::Track sheet form=form("code") again=form("again") sent=false/> }
            }),
            render(locale, "/office/sign-in", too_many("office"), || view! { <OfficeSignInView form=form("office")/> }),
            render(locale, "/office/sign-in/code", too_many("office_code"), || {
                view! { <OfficeCodeView form=form("office_code") recovery=form("recovery")/> }
            }),
            render(locale, "/office/sign-in/password", too_many("password"), || {
                view! { <PasswordView form=form("password")/> }
            }),
        ];
        for page in pages {
            assert_eq!(page.matches("<h1").count(), 1, "{page}");
            assert!(page.contains("error-summary") && page.contains("10"), "{page}");
        }
        let over = render(locale, "/sign-in/code", None, || view! { <Over start="/sign-in"/> });
        assert_eq!(over.matches("<h1").count(), 1);
    }
}

#[tokio::test]
async fn what_is_secret_is_never_filled_in_again() {
    let typed = refused("office", &[("user_name", "noura"), ("password", "four quiet words")], &[], None);
    let page = render(Locale::en, "/office/sign-in", Some(typed), || view! { <OfficeSignInView form=form("office")/> });
    assert!(page.contains("noura") && !page.contains("four quiet words"), "{page}");
}

#[tokio::test]
async fn an_address_of_another_site_is_not_carried_along() {
    let page = render(Locale::en, "/sign-in?next=//evil.example", None, || {
        view! { <SignInView form=form("sign_in")/> }
    });
    assert!(!page.contains("evil") && !page.contains("The page you wanted"), "{page}");
}
