//! The documents a programme asks for: what each is, what must show on it, and how fresh it must be (H2, H6).

use domain::document::{DocumentKind, DocumentRule};
use i18n::{Label, Locale, td_string, use_locale};
use leptos::prelude::*;

use super::rules::counted_days;

#[component]
pub(super) fn Papers(documents: Vec<DocumentRule>) -> impl IntoView {
    let locale = use_locale();
    let rows = documents.into_iter().map(|rule| view! { <Paper rule/> }).collect_view();
    view! {
        <section class="flow" aria-labelledby="papers">
            <h2 id="papers">{td_string!(locale, portal.programme.documents)}</h2>
            <p>{td_string!(locale, portal.programme.documents_text)}</p>
            <ul class="papers">{rows}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Paper(rule: DocumentRule) -> impl IntoView {
    let locale = use_locale();
    let validity = rule.valid_days.map_or_else(
        || td_string!(locale, portal.programme.always).to_owned(),
        |days| td_string!(locale, portal.programme.fresh, days = counted_days(locale, days)),
    );
    let (what, shows) = about(locale, rule.kind);
    view! {
        <li class="paper">
            <p class="paper-name">{rule.kind.label(locale)}</p>
            <p>{what}</p>
            <p class="paper-note">{td_string!(locale, portal.programme.shows)} " " {shows}</p>
            <p class="paper-note">{validity}</p>
        </li>
    }
    .into_any()
}

/// What a document is and where it comes from, and what must be readable on it, by the example of nobody's.
fn about(locale: Locale, kind: DocumentKind) -> (&'static str, &'static str) {
    match kind {
        DocumentKind::FamilyRecord => {
            (td_string!(locale, portal.paper.family_record), td_string!(locale, portal.paper.family_record_shows))
        }
        DocumentKind::NationalId => {
            (td_string!(locale, portal.paper.national_id), td_string!(locale, portal.paper.national_id_shows))
        }
        DocumentKind::DeathCertificate => (
            td_string!(locale, portal.paper.death_certificate),
            td_string!(locale, portal.paper.death_certificate_shows),
        ),
        DocumentKind::SupportDeed => {
            (td_string!(locale, portal.paper.support_deed), td_string!(locale, portal.paper.support_deed_shows))
        }
        DocumentKind::HeirsDeed => {
            (td_string!(locale, portal.paper.heirs_deed), td_string!(locale, portal.paper.heirs_deed_shows))
        }
        DocumentKind::CustodyDeed => {
            (td_string!(locale, portal.paper.custody_deed), td_string!(locale, portal.paper.custody_deed_shows))
        }
        DocumentKind::GuardianshipDeed => (
            td_string!(locale, portal.paper.guardianship_deed),
            td_string!(locale, portal.paper.guardianship_deed_shows),
        ),
        DocumentKind::DivorceDeed => {
            (td_string!(locale, portal.paper.divorce_deed), td_string!(locale, portal.paper.divorce_deed_shows))
        }
        DocumentKind::AppealPaper => {
            (td_string!(locale, portal.paper.appeal_paper), td_string!(locale, portal.paper.appeal_paper_shows))
        }
        DocumentKind::Lease => (td_string!(locale, portal.paper.lease), td_string!(locale, portal.paper.lease_shows)),
        DocumentKind::IncomeProof => {
            (td_string!(locale, portal.paper.income_proof), td_string!(locale, portal.paper.income_proof_shows))
        }
        DocumentKind::SchoolLetter => {
            (td_string!(locale, portal.paper.school_letter), td_string!(locale, portal.paper.school_letter_shows))
        }
        DocumentKind::MedicalReport => {
            (td_string!(locale, portal.paper.medical_report), td_string!(locale, portal.paper.medical_report_shows))
        }
        DocumentKind::BankCertificate => {
            (td_string!(locale, portal.paper.bank_certificate), td_string!(locale, portal.paper.bank_certificate_shows))
        }
        DocumentKind::ElectricityBill => {
            (td_string!(locale, portal.paper.electricity_bill), td_string!(locale, portal.paper.electricity_bill_shows))
        }
    }
}
