//! The share per head, with every figure it was made of.

use domain::{Halalas, household::NetPerHead};
use i18n::{td_string, use_locale};
use leptos::prelude::*;
use ui::Ltr;

use super::words::riyals;

/// `(incomes − rent − instalments) ÷ people`, line by line.
#[component]
pub fn NetExplained(net: NetPerHead) -> impl IntoView {
    let locale = use_locale();
    view! {
        <dl class="net">
            <Line sign="" label=td_string!(locale, apply.net.incomes) amount=net.incomes/>
            <Line sign="−" label=td_string!(locale, apply.net.rent) amount=net.rent/>
            <Line sign="−" label=td_string!(locale, apply.net.debts) amount=net.debts/>
            <Line sign="=" label=td_string!(locale, apply.net.net) amount=net.net/>
            <div class="net-line">
                <dt><span class="net-sign" aria-hidden="true">"÷"</span>{td_string!(locale, apply.net.people)}</dt>
                <dd><Ltr text=net.people.to_string()/></dd>
            </div>
            <div class="net-line net-result">
                <dt><span class="net-sign" aria-hidden="true">"="</span>{td_string!(locale, apply.net.per_head)}</dt>
                <dd>{riyals(locale, net.per_head)}</dd>
            </div>
        </dl>
    }
}

#[component]
fn Line(sign: &'static str, label: &'static str, amount: Halalas) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="net-line">
            <dt><span class="net-sign" aria-hidden="true">{sign}</span>{label}</dt>
            <dd>{riyals(locale, amount)}</dd>
        </div>
    }
}
