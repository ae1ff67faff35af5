//! Who makes the request for its applicant: told to both, ended by the applicant alone.

use domain::{Reference, representation::Representative, views::StatusSheet};
use i18n::{Label, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, SubmitButton};

use super::address;

#[component]
pub(super) fn Representation(sheet: StatusSheet) -> impl IntoView {
    let locale = use_locale();
    let (may_end, reference) = (sheet.may_change, sheet.reference);
    if sheet.on_behalf {
        return view! { <p class="hint">{td_string!(locale, track.status.on_behalf)}</p> }.into_any();
    }
    sheet.representative.map(|named| view! { <Named named reference may_end/> }).into_any()
}

#[component]
fn Named(named: Representative, reference: Reference, may_end: bool) -> impl IntoView {
    let locale = use_locale();
    let (name, capacity) = (named.name.to_string(), named.capacity.label(locale));
    let end = localised(locale, &format!("{}/end-representation", address(&reference)));
    view! {
        <section class="card flow" aria-labelledby="representative">
            <h2 id="representative">{td_string!(locale, track.status.representative)}</h2>
            <p>{td_string!(locale, track.status.representative_text, name = name, capacity = capacity)}</p>
            {may_end
                .then(|| {
                    view! {
                        <form method="post" action=end>
                            <SubmitButton
                                label=td_string!(locale, track.status.end_representation)
                                kind=ButtonKind::Secondary
                            />
                        </form>
                    }
                })}
        </section>
    }
    .into_any()
}
