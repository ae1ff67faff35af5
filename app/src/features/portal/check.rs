//! The self-check: a page that is answered by its address, stores nothing, and says what to do next.

use domain::{Invalid, application::Group, programme::ProgrammeSpec, views::ProgrammeSheet};
use i18n::{Label, Locale, invalid, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Choice, Disclosure, ErrorSummary, MoneyField, PageHead, SelectField, SubmitButton, TextField, Width};

use super::{
    api,
    check_form::{Question, Told, group_slug, questions, read},
    programmes::address,
    result::Outcome,
};
use crate::{
    form::{Problem, Values, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn CheckPage() -> impl IntoView {
    let sheet = load(param::<String>("slug"), api::programme);
    let query = use_query_map();
    let once = use_form("").once;
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=move |sheet: ProgrammeSheet| {
                    let asked = Asked::of(query.read().clone().into_iter());
                    view! { <CheckView sheet asked once=once.clone()/> }.into_any()
                }
            />
        </PublicPage>
    }
}

/// What the address says: nothing yet, or answers, or answers that cannot be read.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    values: Values,
    problems: Vec<(String, Invalid)>,
    told: Option<Told>,
}

impl Asked {
    pub(super) fn of<K: ToString, V: ToString>(query: impl Iterator<Item = (K, V)>) -> Self {
        let values = Values(query.map(|(name, value)| (name.to_string(), value.to_string())).collect());
        if !values.has("asked") {
            return Self { values, ..Self::default() };
        }
        match read(&values) {
            Ok(told) => Self { values, told: Some(told), problems: Vec::new() },
            Err(Problem::Fields(problems)) => Self { values, told: None, problems },
            Err(Problem::App(_)) => Self { values, ..Self::default() },
        }
    }

    fn value(&self, name: &str) -> String {
        self.values.get(name).to_owned()
    }

    fn error(&self, locale: Locale, name: &str) -> Option<String> {
        self.problems.iter().find(|(field, _)| field == name).map(|(_, why)| invalid(locale, why))
    }

    fn summary(&self, locale: Locale) -> Vec<(String, String)> {
        self.problems.iter().map(|(field, why)| (field.clone(), invalid(locale, why))).collect()
    }
}

#[component]
pub(super) fn CheckView(sheet: ProgrammeSheet, asked: Asked, once: String) -> impl IntoView {
    let locale = use_locale();
    let ProgrammeSheet { programme, takes_applications, .. } = sheet;
    let page = address(&programme.slug);
    let caption = pick(&programme.name, locale).to_owned();
    let told = asked.told.clone();
    let again = told.is_some();
    let refused = !asked.problems.is_empty();
    let title = td_string!(locale, portal.check.title);
    let slug = programme.slug.clone();
    let explanation = told.as_ref().map(|told| programme.eligibility.explain(&told.facts));
    let net = told.and_then(|told| told.net);
    let asking = view! { <Questions programme asked=asked.clone()/> }.into_any();
    view! {
        <PageTitle title=format!("{title} {caption}") refused/>
        <ErrorSummary items=asked.summary(locale)/>
        <PageHead title lead=td_string!(locale, portal.check.lead) caption back_href=localised(locale, &page)/>
        {explanation.map(|explanation| view! { <Outcome slug explanation net takes_applications once/> })}
        {if again {
            view! { <Disclosure summary=td_string!(locale, portal.check.again)>{asking}</Disclosure> }.into_any()
        } else {
            asking
        }}
    }
}

/// The form; sent with GET, so that the answer is nowhere but in the address.
#[component]
fn Questions(programme: ProgrammeSpec, asked: Asked) -> impl IntoView {
    let locale = use_locale();
    let action = localised(locale, &format!("{}/check", address(&programme.slug)));
    let fields = questions(&programme.eligibility)
        .into_iter()
        .map(|question| match question {
            Question::Group => group_field(locale, &asked),
            Question::Age => number_field("age", td_string!(locale, portal.check.age), locale, &asked),
            Question::People => number_field("people", td_string!(locale, portal.check.people), locale, &asked),
            Question::Children => number_field("children", td_string!(locale, portal.check.children), locale, &asked),
            Question::Money => view! { <Money asked=asked.clone()/> }.into_any(),
        })
        .collect_view();
    view! {
        <form class="flow" method="get" action=action>
            <input type="hidden" name="asked" value="1"/>
            <p>{td_string!(locale, portal.check.blank)}</p>
            {fields}
            <SubmitButton label=td_string!(locale, portal.check.submit)/>
        </form>
    }
    .into_any()
}

fn group_field(locale: Locale, asked: &Asked) -> AnyView {
    let choices = Group::ALL.map(|group| Choice::new(group_slug(group), group.label(locale))).to_vec();
    view! {
        <SelectField
            name="group"
            label=td_string!(locale, portal.check.group)
            choices
            empty=td_string!(locale, portal.check.unknown)
            value=asked.value("group")
            error=asked.error(locale, "group")
        />
    }
    .into_any()
}

fn number_field(name: &'static str, label: &'static str, locale: Locale, asked: &Asked) -> AnyView {
    view! {
        <TextField
            name
            label
            value=asked.value(name)
            error=asked.error(locale, name)
            inputmode="numeric"
            autocomplete="off"
            ltr=true
            width=Width::Four
        />
    }
    .into_any()
}

#[component]
fn Money(asked: Asked) -> impl IntoView {
    let locale = use_locale();
    let field = |name: &'static str, label: &'static str, hint: &'static str| {
        view! { <MoneyField name label hint value=asked.value(name) error=asked.error(locale, name)/> }
    };
    view! {
        {field("income", td_string!(locale, portal.check.income), td_string!(locale, portal.check.income_hint))}
        {field("rent", td_string!(locale, portal.check.rent), td_string!(locale, portal.check.rent_hint))}
        {field("debts", td_string!(locale, portal.check.debts), td_string!(locale, portal.check.debts_hint))}
    }
    .into_any()
}
