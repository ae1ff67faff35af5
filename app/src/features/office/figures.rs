//! The net monthly income per head, with every figure it is made of, and the score that follows from it.

use domain::{
    Halalas,
    household::NetPerHead,
    study::{Score, ScorePart},
};
use i18n::{Label, td_string, use_locale};
use leptos::prelude::*;
use ui::{Column, DataTable, Ltr};

/// An amount in riyals.
#[component]
pub fn Riyals(amount: Halalas) -> impl IntoView {
    let locale = use_locale();
    view! { <span class="riyals"><Ltr text=amount.to_string()/>" "{td_string!(locale, ui.riyals)}</span> }
}

/// `(incomes − rent − instalments) ÷ people`, line by line.
#[component]
pub fn Figures(net: NetPerHead) -> impl IntoView {
    let locale = use_locale();
    view! {
        <dl class="sum">
            <div><dt>{td_string!(locale, office.figures.incomes)}</dt><dd><Riyals amount=net.incomes/></dd></div>
            <div><dt>{td_string!(locale, office.figures.rent)}</dt><dd><Riyals amount=net.rent/></dd></div>
            <div><dt>{td_string!(locale, office.figures.debts)}</dt><dd><Riyals amount=net.debts/></dd></div>
            <div class="sum-line"><dt>{td_string!(locale, office.figures.net)}</dt><dd><Riyals amount=net.net/></dd></div>
            <div><dt>{td_string!(locale, office.figures.people)}</dt><dd><Ltr text=net.people.to_string()/></dd></div>
            <div class="sum-line sum-total">
                <dt>{td_string!(locale, office.figures.per_head)}</dt>
                <dd><Riyals amount=net.per_head/></dd>
            </div>
        </dl>
    }
}

/// The points, part by part, and what they come to.
#[component]
pub fn ScoreTable(score: Score, #[prop(into)] id: String, #[prop(into)] caption: String) -> impl IntoView {
    let locale = use_locale();
    let columns = vec![
        Column::new(td_string!(locale, office.score.part)),
        Column::new(td_string!(locale, office.score.points)).numeric(),
    ];
    let rows = score
        .parts
        .iter()
        .map(|part| {
            view! {
                <tr>
                    <th scope="row">{part_words(part)}</th>
                    <td class="numeric">{part.points()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <DataTable id caption columns>
            {rows}
            <tr class="score-total">
                <th scope="row">{format!("{} – {}", td_string!(locale, office.score.total), score.band.label(locale))}</th>
                <td class="numeric">{score.points}</td>
            </tr>
        </DataTable>
    }
}

/// What the points of a part are given for.
pub fn part_words(part: &ScorePart) -> String {
    let locale = use_locale();
    match part {
        ScorePart::PerHead { share, .. } => {
            td_string!(locale, office.score.per_head, amount = share.to_string()).to_string()
        }
        ScorePart::Children { children, .. } => {
            td_string!(locale, office.score.children, count = *children).to_string()
        }
        ScorePart::Tenure { tenure, .. } => {
            td_string!(locale, office.score.tenure, tenure = tenure.label(locale)).to_string()
        }
        ScorePart::Housing { housing, .. } => {
            td_string!(locale, office.score.housing, housing = housing.label(locale)).to_string()
        }
        ScorePart::Health { group, .. } => {
            td_string!(locale, office.score.group, group = group.label(locale)).to_string()
        }
    }
}
