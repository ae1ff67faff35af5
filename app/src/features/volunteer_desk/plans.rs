//! The opportunities, as the coordinator plans them.

use domain::views::{OpportunityCard, PlanList};
use i18n::{gregorian, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonLink, Column, DataTable, EmptyState, PageHead, Tag, Tone, lu};

use super::api;
use crate::{
    features::office::screen::{InOffice, load_frame},
    public::PageTitle,
};

/// `/office/volunteers/opportunities`.
#[component]
pub fn PlansPage() -> impl IntoView {
    let plans = Resource::new(|| (), |()| api::plans());
    let show = |list: PlanList| view! { <PlansView list/> }.into_any();
    view! { <InOffice frame=load_frame() data=plans view=show/> }
}

#[component]
pub(super) fn PlansView(list: PlanList) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, volunteer.desk.opportunities);
    let actions = list.may_plan.then(|| {
        let href = localised(locale, "/office/volunteers/opportunities/new");
        view! { <ButtonLink label=td_string!(locale, volunteer.plan.new) href icon=lu::LuPlus/> }
    });
    let body = if list.cards.is_empty() {
        view! { <EmptyState title=td_string!(locale, volunteer.plan.none) icon=lu::LuHandHeart/> }.into_any()
    } else {
        let columns = vec![
            Column::new(td_string!(locale, volunteer.desk.opportunity)),
            Column::new(td_string!(locale, volunteer.plan.state)),
            Column::new(td_string!(locale, volunteer.wanted)),
            Column::new(td_string!(locale, volunteer.list.next)),
        ];
        let rows = list.cards.into_iter().map(|card| view! { <Row card/> }).collect_view();
        view! { <DataTable id="opportunities" caption=title columns caption_hidden=true>{rows}</DataTable> }.into_any()
    };
    view! {
        <PageTitle title/>
        <PageHead
            title
            lead=td_string!(locale, volunteer.plan.lead)
            back_href=localised(locale, "/office/volunteers")
            back_label=td_string!(locale, volunteer.desk.title)
            actions=actions.into_any()
        />
        <div class="flow">{body}</div>
    }
}

#[component]
fn Row(card: OpportunityCard) -> impl IntoView {
    let locale = use_locale();
    let OpportunityCard { opportunity, left, shifts } = card;
    let href = localised(locale, &format!("/office/volunteers/opportunities/{}", opportunity.slug));
    let (label, tone) = if opportunity.open {
        (td_string!(locale, volunteer.plan.open), Tone::Green)
    } else {
        (td_string!(locale, volunteer.plan.closed), Tone::Grey)
    };
    let next = shifts.first().map(|shift| gregorian(locale, shift.plan.on));
    let wanted = td_string!(locale, volunteer.wanted_left, left = left, wanted = opportunity.wanted);
    view! {
        <tr class="queue-row">
            <th scope="row"><a class="queue-link" href=href>{pick(&opportunity.title, locale).to_owned()}</a></th>
            <td><Tag label tone/></td>
            <td>{wanted}</td>
            <td class="queue-moved">{next.unwrap_or_else(|| td_string!(locale, volunteer.list.no_shift).to_owned())}</td>
        </tr>
    }
}
