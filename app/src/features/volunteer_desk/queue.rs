//! Applications to volunteer: those that wait first, each other standing a tab away.

use domain::{
    views::{VolunteerFilter, VolunteerLine, VolunteerQueue},
    volunteer::StandingKind,
};
use i18n::{Label, Locale, gregorian, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::{hooks::use_query_map, params::ParamsMap};
use ui::{
    ButtonKind, ButtonLink, Column, DataTable, EmptyState, Ltr, NavLink, PageHead, SubmitButton, Tabs, Tag, TextField,
    Toolbar, lu,
};

use super::api;
use crate::{
    features::{
        office::screen::{InOffice, load_frame},
        volunteer::tone,
    },
    public::PageTitle,
};

/// `/office/volunteers`.
#[component]
pub fn QueuePage() -> impl IntoView {
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(read));
    let queue =
        Resource::new(move || filter.get(), |filter| async move { Ok((filter.clone(), api::queue(filter).await?)) });
    let show = |(filter, queue)| view! { <QueueView filter queue/> }.into_any();
    view! { <InOffice frame=load_frame() data=queue view=show/> }
}

/// Reads the filter of the address: what waits, unless a standing is named or a name is looked for.
fn read(query: &ParamsMap) -> VolunteerFilter {
    let search = query.get("q").map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let standing = query.get("standing").and_then(|slug| StandingKind::from_slug(&slug));
    let waiting = Some(StandingKind::Received).filter(|_| search.is_none());
    VolunteerFilter { standing: standing.or(waiting), search }
}

fn address(locale: Locale, standing: StandingKind) -> String {
    format!("{}?standing={}", localised(locale, "/office/volunteers"), standing.slug())
}

#[component]
pub(super) fn QueueView(filter: VolunteerFilter, queue: VolunteerQueue) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, volunteer.desk.title);
    let tabs = StandingKind::ALL.map(|standing| {
        let link = NavLink::new(standing.label(locale), address(locale, standing));
        link.current(filter.standing == Some(standing)).count(queue.counts.get(&standing).copied().unwrap_or_default())
    });
    let actions = view! {
        <ButtonLink
            label=td_string!(locale, volunteer.desk.opportunities)
            href=localised(locale, "/office/volunteers/opportunities")
            kind=ButtonKind::Secondary
            icon=lu::LuCalendarDays
        />
    };
    let lines = if queue.lines.is_empty() {
        let text = td_string!(locale, volunteer.desk.empty_text);
        view! { <EmptyState title=td_string!(locale, volunteer.desk.empty) text/> }.into_any()
    } else {
        view! { <Lines lines=queue.lines/> }.into_any()
    };
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, volunteer.desk.lead) actions=actions.into_any()/>
        <div class="flow">
            <Search search=filter.search/>
            <Tabs label=td_string!(locale, volunteer.desk.standings) items=tabs.to_vec()/>
            {lines}
        </div>
    }
}

#[component]
fn Search(search: Option<String>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <form method="get" action=localised(locale, "/office/volunteers") role="search">
            <Toolbar label=td_string!(locale, volunteer.desk.search_label)>
                <TextField
                    name="q"
                    label=td_string!(locale, volunteer.desk.search)
                    kind="search"
                    value=search
                    autocomplete="off"
                />
                <SubmitButton
                    label=td_string!(locale, volunteer.desk.find)
                    kind=ButtonKind::Secondary
                    icon=lu::LuSearch
                />
            </Toolbar>
        </form>
    }
}

#[component]
fn Lines(lines: Vec<VolunteerLine>) -> impl IntoView {
    let locale = use_locale();
    let columns = vec![
        Column::new(td_string!(locale, volunteer.desk.name)),
        Column::new(td_string!(locale, volunteer.desk.opportunity)),
        Column::new(td_string!(locale, volunteer.desk.standing)),
        Column::new(td_string!(locale, volunteer.applied_at)),
    ];
    let rows = lines.into_iter().map(|line| view! { <Row line/> }).collect_view();
    let caption = td_string!(locale, volunteer.desk.title);
    view! { <DataTable id="volunteers" caption columns caption_hidden=true>{rows}</DataTable> }
}

#[component]
fn Row(line: VolunteerLine) -> impl IntoView {
    let locale = use_locale();
    let href = localised(locale, &format!("/office/volunteers/applications/{}", line.reference));
    view! {
        <tr class="queue-row">
            <th scope="row">
                <a class="queue-link" href=href>{line.name}</a>
                <span class="queue-reference"><Ltr text=line.reference.to_string()/></span>
            </th>
            <td>{pick(&line.title, locale).to_owned()}</td>
            <td><Tag label=line.standing.label(locale) tone=tone(line.standing)/></td>
            <td class="queue-moved">{gregorian(locale, domain::time::riyadh_date(line.at))}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_shown_first_and_a_name_is_looked_for_everywhere() {
        let filter = |pairs: &[(&str, &str)]| {
            let mut query = ParamsMap::new();
            for (name, value) in pairs {
                query.insert((*name).to_owned(), (*value).to_owned());
            }
            read(&query)
        };
        assert_eq!(filter(&[]).standing, Some(StandingKind::Received));
        assert_eq!(filter(&[("standing", "declined")]).standing, Some(StandingKind::Declined));
        assert_eq!(filter(&[("standing", "nowhere"), ("q", " ")]).standing, Some(StandingKind::Received));
        let search = filter(&[("q", " سارة ")]);
        assert_eq!((search.standing, search.search.as_deref()), (None, Some("سارة")));
    }
}
