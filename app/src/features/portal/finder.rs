//! Finding a programme: the form above the list, and what its address says.

use domain::{
    application::Group,
    programme::{ProgrammeSpec, SupportKind},
    programme_filter::ProgrammeFilter,
};
use i18n::{Label, Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use serde::de::DeserializeOwned;
use ui::{ButtonKind, Choice, Disclosure, SelectField, SubmitButton, TextField};

use super::check_form::slug_of;

/// What an address asks for; what it says wrongly is not asked for.
pub(super) fn asked(query: &ParamsMap) -> ProgrammeFilter {
    let words = query.get("words").unwrap_or_default().chars().take(ProgrammeFilter::LONGEST).collect();
    ProgrammeFilter { need: choice(query, "need"), group: choice(query, "group"), words }
}

fn choice<T: DeserializeOwned>(query: &ParamsMap, name: &str) -> Option<T> {
    query.get(name).and_then(|slug| serde_json::from_value(slug.into()).ok())
}

/// The list of what is needed in that way.
pub(super) fn address_of_need(need: SupportKind) -> String {
    format!("/programmes?need={}", slug_of(&need))
}

/// The kinds of support that some programme gives, in the order they are offered.
pub(super) fn offered<'a>(programmes: impl Iterator<Item = &'a ProgrammeSpec>) -> Vec<SupportKind> {
    let given: Vec<SupportKind> = programmes.map(|programme| programme.support).collect();
    SupportKind::ALL.into_iter().filter(|need| given.contains(need)).collect()
}

/// What was chosen, in a line; or that something may be.
fn summary(locale: Locale, filter: &ProgrammeFilter) -> String {
    if filter.is_empty() {
        return td_string!(locale, portal.finder.look).to_owned();
    }
    let need = filter.need.map(|need| need.label(locale));
    let group = filter.group.map(|group| group.label(locale));
    let words = Some(filter.words.trim()).filter(|words| !words.is_empty());
    let chosen: Vec<&str> = [need, group, words].into_iter().flatten().collect();
    let separator = format!("{} ", td_string!(locale, dates.comma));
    td_string!(locale, portal.finder.chosen, what = chosen.join(&separator))
}

/// Folded until something is chosen: on a phone the programmes come first. Sent with GET: a list that was found can be
/// kept and passed on.
#[component]
pub(super) fn Finder(filter: ProgrammeFilter, needs: Vec<SupportKind>) -> impl IntoView {
    let locale = use_locale();
    // What was chosen stands in the list, even when no programme serves it.
    let needs = SupportKind::ALL
        .into_iter()
        .filter(|need| needs.contains(need) || filter.need == Some(*need))
        .map(|need| Choice::new(slug_of(&need), need.label(locale)))
        .collect();
    let groups = Group::ALL.map(|group| Choice::new(slug_of(&group), group.label(locale))).to_vec();
    let (summary, open) = (summary(locale, &filter), !filter.is_empty());
    view! {
        <Disclosure summary open>
            <form class="finder" method="get" action=localised(locale, "/programmes") role="search">
                <SelectField
                    name="need"
                    label=td_string!(locale, portal.finder.need)
                    choices=needs
                    empty=td_string!(locale, portal.finder.any_need)
                    value=filter.need.map(|need| slug_of(&need))
                />
                <SelectField
                    name="group"
                    label=td_string!(locale, portal.finder.group)
                    choices=groups
                    empty=td_string!(locale, portal.finder.any_group)
                    value=filter.group.map(|group| slug_of(&group))
                />
                <TextField name="words" label=td_string!(locale, portal.finder.words) value=filter.words autocomplete="off"/>
                <SubmitButton label=td_string!(locale, portal.finder.submit) kind=ButtonKind::Secondary/>
            </form>
        </Disclosure>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_said_in_a_line() {
        let filter = |words: &str| ProgrammeFilter { words: words.to_owned(), ..ProgrammeFilter::default() };
        assert_eq!(summary(Locale::en, &filter(" ")), "Search the programmes");
        let all = ProgrammeFilter { need: Some(SupportKind::Rent), group: Some(Group::Widow), ..filter("home ") };
        let (need, group) = (SupportKind::Rent.label(Locale::en), Group::Widow.label(Locale::en));
        assert_eq!(summary(Locale::en, &all), format!("You chose: {need}, {group}, home"));
    }

    #[test]
    fn an_address_reads_back_and_nonsense_asks_for_nothing() {
        let query: ParamsMap = [("need", "rent"), ("group", "widow"), ("words", "بيت")]
            .map(|(k, v)| (k, v.to_owned()))
            .into_iter()
            .collect();
        let filter = asked(&query);
        assert_eq!((filter.need, filter.group), (Some(SupportKind::Rent), Some(Group::Widow)));
        assert_eq!(address_of_need(SupportKind::FoodBasket), "/programmes?need=food_basket");
        let wrong: ParamsMap = [("need", "gold"), ("group", "")].map(|(k, v)| (k, v.to_owned())).into_iter().collect();
        assert!(asked(&wrong).is_empty());
    }
}
