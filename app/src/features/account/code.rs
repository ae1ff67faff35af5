//! The code that was sent to a phone: the second step of signing in and of following a request.

use domain::views::PendingSheet;
use i18n::{Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    ButtonKind, ButtonLink, CodeField, Disclosure, ErrorSummary, Ltr, Notice, NoticeKind, PageHead, SubmitButton,
};

use super::{api, next::NextField};
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// Where the code came from and goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    SignIn,
    Track,
    Volunteer,
    ForAnother,
}

impl Door {
    /// Where to begin again.
    fn start(self) -> &'static str {
        match self {
            Self::SignIn => "/sign-in",
            Self::Track => "/track",
            Self::Volunteer => "/volunteer/sign-in",
            Self::ForAnother => "/programmes",
        }
    }

    /// Where the code is entered.
    fn code(self) -> &'static str {
        match self {
            Self::SignIn => "/sign-in/code",
            Self::Track => "/track/code",
            Self::Volunteer => "/volunteer/sign-in/code",
            Self::ForAnother => "/for-another/code",
        }
    }

    /// The title of the page, and how to read the code.
    fn words(self, locale: Locale) -> (&'static str, &'static str) {
        match self {
            Self::SignIn | Self::Track | Self::Volunteer => {
                (td_string!(locale, account.code.title), td_string!(locale, account.code.hint))
            }
            Self::ForAnother => {
                (td_string!(locale, account.for_another.code_title), td_string!(locale, account.for_another.code_hint))
            }
        }
    }

    fn waits_for(self, sheet: &PendingSheet) -> bool {
        matches!(
            (self, sheet),
            (Self::SignIn, PendingSheet::Beneficiary { .. })
                | (Self::Track, PendingSheet::Tracker { .. })
                | (Self::Volunteer, PendingSheet::Volunteer { .. })
                | (Self::ForAnother, PendingSheet::Representative { .. })
        )
    }
}

#[component]
pub fn SignInCodePage() -> impl IntoView {
    view! { <CodePage door=Door::SignIn/> }
}

#[component]
pub fn TrackCodePage() -> impl IntoView {
    view! { <CodePage door=Door::Track/> }
}

#[component]
pub fn VolunteerCodePage() -> impl IntoView {
    view! { <CodePage door=Door::Volunteer/> }
}

#[component]
pub fn ForAnotherCodePage() -> impl IntoView {
    view! { <CodePage door=Door::ForAnother/> }
}

#[component]
fn CodePage(door: Door) -> impl IntoView {
    let sheet = Resource::new(|| (), |()| api::pending());
    let (form, again) = (use_form("code"), use_form("again"));
    let sent = use_query_map().with_untracked(|query| query.get("sent").is_some());
    let view = move |sheet: Option<PendingSheet>| match sheet.filter(|sheet| door.waits_for(sheet)) {
        Some(sheet) => view! { <CodeView door sheet form=form.clone() again=again.clone() sent/> }.into_any(),
        None => view! { <Over start=door.start()/> }.into_any(),
    };
    view! {
        <PublicPage>
            <Loaded resource=sheet view/>
        </PublicPage>
    }
}

/// `sent`: a new code has just been sent.
#[component]
pub fn CodeView(door: Door, sheet: PendingSheet, form: FormView, again: FormView, sent: bool) -> impl IntoView {
    let locale = use_locale();
    let (title, hint) = door.words(locale);
    let refused = form.was_refused() || again.was_refused();
    let problems = [form.summary(), again.summary()].concat();
    let path = door.code();
    let news = (sent && !refused).then(|| {
        view! { <Notice kind=NoticeKind::Success title=td_string!(locale, account.code.sent_again)/> }
    });
    view! {
        <PageTitle title refused/>
        <ErrorSummary items=problems/>
        <PageHead title back_href=localised(locale, door.start())/>
        <div class="flow">
            {news}
            <p><SentTo sheet/></p>
            <form method="post" action=localised(locale, path) novalidate=true class="flow">
                <NextField forms=vec![form.clone(), again.clone()]/>
                <CodeField
                    name="code"
                    label=td_string!(locale, account.code.label)
                    hint
                    error=form.error("code")
                />
                <SubmitButton label=td_string!(locale, account.code.go)/>
            </form>
            <NotArrived locale form=form.clone() again action=localised(locale, &format!("{path}/again"))/>
        </div>
    }
}

/// Whom the code was sent to, said so that nothing shows who is known here.
#[component]
fn SentTo(sheet: PendingSheet) -> impl IntoView {
    let locale = use_locale();
    match sheet {
        PendingSheet::Beneficiary { mobile_masked }
        | PendingSheet::Volunteer { mobile_masked }
        | PendingSheet::Representative { mobile_masked } => {
            view! { {td_string!(locale, account.code.sent_to)} " " <Ltr text=mobile_masked/> }.into_any()
        }
        PendingSheet::Tracker { reference } => {
            view! { {td_string!(locale, account.code.sent_for)} " " <Ltr text=reference.to_string()/> }.into_any()
        }
        PendingSheet::StaffCode | PendingSheet::StaffEnrol | PendingSheet::StaffPassword => ().into_any(),
    }
}

#[component]
fn NotArrived(locale: Locale, form: FormView, again: FormView, action: String) -> impl IntoView {
    view! {
        <Disclosure summary=td_string!(locale, account.code.not_arrived) open=again.was_refused()>
            <p>{td_string!(locale, account.code.not_arrived_text)}</p>
            <form method="post" action=action>
                <NextField forms=vec![form, again]/>
                <SubmitButton label=td_string!(locale, account.code.again) kind=ButtonKind::Secondary/>
            </form>
        </Disclosure>
    }
}

/// Nothing is half finished here any more.
#[component]
pub fn Over(start: &'static str) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.over.title);
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, account.over.text)/>
        <ButtonLink label=td_string!(locale, account.over.again) href=localised(locale, start)/>
    }
}
