//! The opportunities that are open.

use domain::views::OpportunityCard;
use i18n::{Label, gregorian, localised, pick, td_string, use_locale, weekday};
use leptos::prelude::*;
use ui::{EmptyState, PageHead, lu};

use super::{address, api, when::hours};
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn ListPage() -> impl IntoView {
    let cards = Resource::new(|| (), |()| api::list());
    view! {
        <PublicPage>
            <Loaded resource=cards view={|cards: Vec<OpportunityCard>| view! { <ListView cards/> }.into_any()}/>
        </PublicPage>
    }
}

#[component]
pub(super) fn ListView(cards: Vec<OpportunityCard>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, volunteer.list.title);
    let body = if cards.is_empty() {
        let text = td_string!(locale, volunteer.list.none_text);
        view! { <EmptyState title=td_string!(locale, volunteer.list.none) text icon=lu::LuHandHeart/> }.into_any()
    } else {
        let cards = cards.into_iter().map(|card| view! { <Card card/> }).collect_view();
        view! { <ul class="cards programmes">{cards}</ul> }.into_any()
    };
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, volunteer.list.lead) back_href=localised(locale, "/")/>
        <div class="flow-wide">
            {body}
            <p>
                {td_string!(locale, volunteer.list.known)} " "
                <a class="link" href=localised(locale, "/volunteer/mine")>{td_string!(locale, volunteer.list.mine)}</a>
            </p>
        </div>
    }
}

#[component]
fn Card(card: OpportunityCard) -> impl IntoView {
    let locale = use_locale();
    let OpportunityCard { opportunity, left, shifts } = card;
    let next = shifts.first().map(|shift| {
        let day = format!("{} {}", weekday(locale, shift.plan.on), gregorian(locale, shift.plan.on));
        format!("{day}{} {}", td_string!(locale, dates.comma), hours(locale, &shift.plan))
    });
    let next = next.unwrap_or_else(|| td_string!(locale, volunteer.list.no_shift).to_owned());
    let wanted = td_string!(locale, volunteer.wanted_left, left = left, wanted = opportunity.wanted);
    view! {
        <li class="card programme">
            <p class="caption">{opportunity.audience.label(locale)}</p>
            <p class="card-title">
                <a href=localised(locale, &address(&opportunity.slug))>{pick(&opportunity.title, locale).to_owned()}</a>
            </p>
            <p>{pick(&opportunity.work, locale).to_owned()}</p>
            <dl class="facts">
                <dt>{td_string!(locale, volunteer.place)}</dt>
                <dd>{pick(&opportunity.place, locale).to_owned()}</dd>
                <dt>{td_string!(locale, volunteer.list.next)}</dt>
                <dd>{next}</dd>
                <dt>{td_string!(locale, volunteer.wanted)}</dt>
                <dd>{wanted}</dd>
            </dl>
        </li>
    }
    .into_any()
}
