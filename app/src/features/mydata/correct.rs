//! "This is wrong": what is held under one subject, and the person's words about it.

use domain::{privacy::Holding, views::MyData};
use i18n::{Label, localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{ErrorSummary, PageHead, SubmitButton, TextArea};

use super::{api, held::Rows};
use crate::{
    AppError,
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn CorrectPage() -> impl IntoView {
    let params = use_params_map();
    let holding = Memo::new(move |_| Holding::from_slug(&params.read().get("holding").unwrap_or_default()));
    let data = Resource::new(
        move || holding.get(),
        |holding| async move { Ok((holding.ok_or(AppError::NotFound)?, api::sheet().await?)) },
    );
    let form = use_form("");
    let show = move |(holding, data)| view! { <CorrectView holding data form=form.clone()/> }.into_any();
    view! { <PublicPage><Loaded resource=data view=show/></PublicPage> }
}

#[component]
pub(super) fn CorrectView(holding: Holding, data: MyData, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, mydata.correct.title);
    let action = localised(locale, &format!("{}/correct/{}", super::DATA, holding.slug()));
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead
            title
            lead=td_string!(locale, mydata.correct.lead)
            caption=holding.label(locale)
            back_href=localised(locale, super::DATA)
            back_label=td_string!(locale, mydata.back)
        />
        <div class="flow">
            <h2>{td_string!(locale, mydata.correct.now)}</h2>
            <Rows holding data/>
            <p>{td_string!(locale, mydata.correct.open)}</p>
            <form class="flow" method="post" action=action novalidate=true>
                <input type="hidden" name="once" value=form.once.clone()/>
                <TextArea
                    name="words"
                    label=td_string!(locale, mydata.correct.words)
                    hint=td_string!(locale, mydata.correct.hint)
                    value=form.value("words", "")
                    error=form.error("words")
                    rows=5
                />
                <SubmitButton label=td_string!(locale, mydata.correct.send)/>
            </form>
        </div>
    }
}
