//! Messages: summary of errors, notices, tags, nothing here.

use leptos::prelude::*;

use super::Part;
use crate::{ButtonKind, ButtonLink, EmptyState, ErrorSummary, Ltr, Notice, NoticeKind, Tag, Tone};
use i18n::{td_string, use_locale};

#[component]
pub(super) fn Messages() -> impl IntoView {
    let locale = use_locale();
    let errors = vec![
        ("mobile".to_owned(), td_string!(locale, ui.gallery.mobile_error).to_owned()),
        ("housing_wrong".to_owned(), td_string!(locale, ui.gallery.housing_error).to_owned()),
    ];
    view! {
        <Part title=td_string!(locale, ui.gallery.messages)>
            <ErrorSummary items=errors />
            <Notice title=td_string!(locale, ui.gallery.info_title)>
                <p>{td_string!(locale, ui.gallery.info_text)}</p>
            </Notice>
            <Notice kind=NoticeKind::Success title=td_string!(locale, ui.gallery.success_title)>
                <p>{td_string!(locale, ui.gallery.success_text)} " " <Ltr text="KB-7F3M-92QX" /></p>
            </Notice>
            <Notice kind=NoticeKind::Waiting title=td_string!(locale, ui.gallery.waiting_title)>
                <p>{td_string!(locale, ui.gallery.waiting_text)}</p>
            </Notice>
            <Notice kind=NoticeKind::Problem title=td_string!(locale, ui.gallery.problem_title)>
                <p>{td_string!(locale, ui.gallery.problem_text)}</p>
            </Notice>
            <div class="actions">
                <Tag label=td_string!(locale, ui.gallery.tag_accepted) tone=Tone::Green />
                <Tag label=td_string!(locale, ui.gallery.tag_waiting) tone=Tone::Sand />
                <Tag label=td_string!(locale, ui.gallery.tag_new) />
                <Tag label=td_string!(locale, ui.gallery.tag_late) tone=Tone::Red />
            </div>
            <EmptyState title=td_string!(locale, ui.gallery.empty_title) text=td_string!(locale, ui.gallery.empty_text)>
                <ButtonLink label=td_string!(locale, ui.gallery.nav_apply) href="#apply" kind=ButtonKind::Secondary />
            </EmptyState>
        </Part>
    }
}
