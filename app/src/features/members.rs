//! The members of a household, a line each, the same for the applicant and for staff.

use domain::household::{Health, Household, Member, Residence, Schooling};
use i18n::{Label, Locale, date_pair, td_string, use_locale};
use leptos::prelude::*;

/// Everyone beside the applicant, or `nobody`.
#[component]
pub fn Members(household: Household, nobody: &'static str) -> impl IntoView {
    let locale = use_locale();
    if household.members.is_empty() {
        return nobody.into_any();
    }
    let lines = household.members.iter().map(|member| view! { <li>{line(locale, member)}</li> }).collect_view();
    view! { <ul class="plain-list">{lines}</ul> }.into_any()
}

/// "Name – daughter, born …, primary school": what is as usual goes without saying.
fn line(locale: Locale, member: &Member) -> String {
    let schooling = (member.schooling != Schooling::default()).then(|| member.schooling.label(locale));
    let health = (member.health != Health::default()).then(|| member.health.label(locale));
    let residence = (member.residence != Residence::default()).then(|| member.residence.label(locale));
    let born = date_pair(locale, member.born_on);
    let facts = [member.kinship.label(locale), &born].into_iter().chain(schooling).chain(health).chain(residence);
    let comma = td_string!(locale, dates.comma);
    format!("{} – {}", member.name, facts.collect::<Vec<_>>().join(&format!("{comma} ")))
}
