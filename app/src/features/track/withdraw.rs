//! Withdrawing a request: said plainly, confirmed once.

use domain::views::StatusSheet;
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, ErrorSummary, Notice, NoticeKind, PageHead, SubmitButton};

use super::{address, api};
use crate::{
    form::{FormView, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn WithdrawPage() -> impl IntoView {
    let sheet = load(param("reference"), api::status);
    let form = use_form("");
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=move |sheet: StatusSheet| view! { <WithdrawView sheet form=form.clone()/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
fn WithdrawView(sheet: StatusSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, track.withdraw.title);
    let page = address(&sheet.reference);
    let back = localised(locale, &page);
    let body = if sheet.may_withdraw() {
        view! {
            <p>{td_string!(locale, track.withdraw.text)}</p>
            <p>{td_string!(locale, track.withdraw.text_later)}</p>
            <form class="actions" method="post" action=localised(locale, &format!("{page}/withdraw"))>
                <input type="hidden" name="seen" value=sheet.seen.stage.slug()/>
                <SubmitButton label=td_string!(locale, track.withdraw.yes) kind=ButtonKind::Danger/>
                <ButtonLink label=td_string!(locale, track.withdraw.no) href=back.clone() kind=ButtonKind::Secondary/>
            </form>
        }
        .into_any()
    } else {
        view! { <Notice kind=NoticeKind::Problem title=td_string!(locale, track.withdraw.not_now)/> }.into_any()
    };
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title back_href=back/>
        <div class="flow">{body}</div>
    }
}
