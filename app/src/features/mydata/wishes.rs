//! How the person wishes to be written to: the language, and everything or only what is necessary.

use domain::views::{MyData, Tongue};
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Choice, RadioGroup, SubmitButton, ltr};

use crate::form::FormView;

#[component]
pub(super) fn Wishes(data: MyData, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let languages = vec![
        Choice::new("ar", td_string!(locale, mydata.wish.arabic)),
        Choice::new("en", td_string!(locale, mydata.wish.english)),
    ];
    let which = vec![
        Choice::new("all", td_string!(locale, mydata.wish.all)).hint(td_string!(locale, mydata.wish.all_text)),
        Choice::new("necessary", td_string!(locale, mydata.wish.necessary))
            .hint(td_string!(locale, mydata.wish.necessary_text)),
    ];
    let language = if data.wishes.language == Tongue::English { "en" } else { "ar" };
    let kept = if data.wishes.necessary_only { "necessary" } else { "all" };
    // Digits stay in their order within Arabic words.
    let mobile = ltr(&data.mobile_masked);
    view! {
        <section class="flow" aria-labelledby="wishes">
            <h2 id="wishes">{td_string!(locale, mydata.wish.title)}</h2>
            <p>{td_string!(locale, mydata.wish.lead, mobile = mobile)}</p>
            <form class="flow" method="post" action=localised(locale, &format!("{}/messages", super::DATA))>
                <RadioGroup
                    name="language"
                    legend=td_string!(locale, mydata.wish.language)
                    choices=languages
                    value=form.value("language", language)
                    error=form.error("language")
                />
                <RadioGroup
                    name="which"
                    legend=td_string!(locale, mydata.wish.which)
                    choices=which
                    value=form.value("which", kept)
                    error=form.error("which")
                />
                <SubmitButton label=td_string!(locale, mydata.wish.save) kind=ButtonKind::Secondary/>
            </form>
        </section>
    }
    .into_any()
}
