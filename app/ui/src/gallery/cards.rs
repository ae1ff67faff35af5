//! Cards and explanations.

use leptos::prelude::*;

use super::Part;
use crate::{Disclosure, DocumentCard, Ltr, PersonCard, Tag, Tone, lu};
use i18n::{td_string, use_locale};

#[component]
pub(super) fn Cards() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Part title=td_string!(locale, ui.gallery.cards)>
            <Person />
            <Papers />
            <Disclosure summary=td_string!(locale, ui.gallery.more)>
                <p>{td_string!(locale, ui.gallery.more_text)}</p>
            </Disclosure>
            <Disclosure summary=td_string!(locale, ui.gallery.more) open=true>
                <p>{td_string!(locale, ui.gallery.more_text)}</p>
            </Disclosure>
        </Part>
    }
}

#[component]
pub(super) fn Person() -> impl IntoView {
    let locale = use_locale();
    let facts = vec![
        (td_string!(locale, ui.gallery.mobile).to_owned(), view! { <Ltr text="050 000 0000" /> }.into_any()),
        (td_string!(locale, ui.gallery.members).to_owned(), td_string!(locale, ui.gallery.members_value).into_any()),
        (td_string!(locale, ui.gallery.call_time).to_owned(), td_string!(locale, ui.gallery.call_value).into_any()),
    ];
    let status = view! { <Tag label=td_string!(locale, ui.gallery.tag_accepted) tone=Tone::Green /> }.into_any();
    view! {
        <PersonCard name=td_string!(locale, ui.gallery.person) href="#person" number="KB-7F3M-92QX" status=status facts=facts />
    }
}

#[component]
pub(super) fn Papers() -> impl IntoView {
    let locale = use_locale();
    let open = td_string!(locale, ui.gallery.open);
    let valid = view! { <Tag label=td_string!(locale, ui.gallery.doc_valid) tone=Tone::Green /> }.into_any();
    let expired = view! { <Tag label=td_string!(locale, ui.gallery.doc_expired) tone=Tone::Red /> }.into_any();
    view! {
        <div class="cards">
            <DocumentCard
                title=td_string!(locale, ui.gallery.doc_lease)
                note=td_string!(locale, ui.gallery.doc_note)
                status=valid
                href="#lease"
                action=open
            />
            <DocumentCard
                title=td_string!(locale, ui.gallery.doc_income)
                note=td_string!(locale, ui.gallery.doc_income_note)
                icon=lu::LuImage
                status=expired
                href="#income"
                action=open
            />
        </div>
    }
}
