//! Checking a certificate by its QR code: that it is real, and nothing that names anybody.

use domain::views::CertificateCheck;
use i18n::{date_pair, duration, td_string, use_locale};
use leptos::prelude::*;
use ui::{Ltr, Notice, NoticeKind, PageHead, SummaryList, SummaryRow};

use super::api;
use crate::{
    AppError,
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn VerifyPage() -> impl IntoView {
    let token = param::<String>("token");
    let check = load(token, |token| async move {
        match api::check(token).await {
            Ok(check) => Ok(Some(check)),
            Err(AppError::NotFound) => Ok(None),
            Err(other) => Err(other),
        }
    });
    view! {
        <PublicPage>
            <Loaded
                resource=check
                view={|check: Option<CertificateCheck>| view! { <VerifyView check/> }.into_any()}
            />
        </PublicPage>
    }
}

/// `None`: no certificate has this code.
#[component]
pub(super) fn VerifyView(check: Option<CertificateCheck>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, volunteer.verify.title);
    let body = match check {
        None => view! {
            <Notice kind=NoticeKind::Problem title=td_string!(locale, volunteer.verify.unknown)>
                <p>{td_string!(locale, volunteer.verify.unknown_text)}</p>
            </Notice>
        }
        .into_any(),
        Some(check) => view! { <Valid check/> }.into_any(),
    };
    view! {
        <PageTitle title/>
        <PageHead title/>
        <div class="flow">{body}</div>
    }
}

#[component]
fn Valid(check: CertificateCheck) -> impl IntoView {
    let locale = use_locale();
    view! {
        <Notice kind=NoticeKind::Success title=td_string!(locale, volunteer.verify.valid)>
            <p>{td_string!(locale, volunteer.verify.valid_text)}</p>
        </Notice>
        <SummaryList>
            <SummaryRow label=td_string!(locale, volunteer.verify.number)><Ltr text=check.number/></SummaryRow>
            <SummaryRow label=td_string!(locale, volunteer.verify.initials) value=check.initials/>
            <SummaryRow label=td_string!(locale, volunteer.verify.hours) value=duration(locale, check.minutes)/>
            <SummaryRow label=td_string!(locale, volunteer.verify.from) value=date_pair(locale, check.from)/>
            <SummaryRow label=td_string!(locale, volunteer.verify.until) value=date_pair(locale, check.until)/>
            <SummaryRow label=td_string!(locale, volunteer.verify.issued) value=date_pair(locale, check.issued_on)/>
        </SummaryList>
    }
}
