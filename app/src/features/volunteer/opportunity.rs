//! One opportunity: what one does there, where, when, and the way to join.

use domain::views::{OpportunitySheet, ShiftLine};
use i18n::{Label, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonLink, Notice, PageHead, SummaryList, SummaryRow};

use super::{
    address, api,
    when::{Left, When},
};
use crate::{
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn OpportunityPage() -> impl IntoView {
    let sheet = load(param("slug"), api::opportunity);
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=|sheet: OpportunitySheet| view! { <OpportunityView sheet/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn OpportunityView(sheet: OpportunitySheet) -> impl IntoView {
    let locale = use_locale();
    let OpportunitySheet { card, applied, .. } = sheet;
    let opportunity = card.opportunity;
    let title = pick(&opportunity.title, locale).to_owned();
    let join = if applied.is_some() {
        view! {
            <Notice title=td_string!(locale, volunteer.opportunity.applied)>
                <p><a href=localised(locale, "/volunteer/mine")>{td_string!(locale, volunteer.opportunity.mine)}</a></p>
            </Notice>
        }
        .into_any()
    } else {
        let href = localised(locale, &format!("{}/join", address(&opportunity.slug)));
        view! { <p><ButtonLink label=td_string!(locale, volunteer.opportunity.join) href/></p> }.into_any()
    };
    let skills: Vec<&str> = opportunity.skills.iter().map(|skill| skill.label(locale)).collect();
    let skills = skills.join(td_string!(locale, volunteer.list_comma));
    let wanted = td_string!(locale, volunteer.wanted_left, left = card.left, wanted = opportunity.wanted);
    view! {
        <PageTitle title=title.clone()/>
        <PageHead
            title
            caption=opportunity.audience.label(locale)
            lead=pick(&opportunity.work, locale).to_owned()
            back_href=localised(locale, "/volunteer")
        />
        <div class="flow-wide">
            <SummaryList>
                <SummaryRow
                    label=td_string!(locale, volunteer.place)
                    value=pick(&opportunity.place, locale).to_owned()
                />
                <SummaryRow label=td_string!(locale, volunteer.wanted) value=wanted/>
                {(!skills.is_empty())
                    .then(|| view! { <SummaryRow label=td_string!(locale, volunteer.skills) value=skills/> })}
            </SummaryList>
            <section class="flow" aria-labelledby="shifts">
                <h2 id="shifts">{td_string!(locale, volunteer.shifts)}</h2>
                <Shifts shifts=card.shifts/>
            </section>
            {join}
        </div>
    }
}

#[component]
fn Shifts(shifts: Vec<ShiftLine>) -> impl IntoView {
    if shifts.is_empty() {
        return view! { <p>{td_string!(use_locale(), volunteer.opportunity.no_shift)}</p> }.into_any();
    }
    let rows = shifts
        .into_iter()
        .map(|line| view! { <li class="shift"><p class="shift-when"><When plan=line.plan/></p><Left line/></li> })
        .collect_view();
    view! { <ul class="shifts">{rows}</ul> }.into_any()
}
