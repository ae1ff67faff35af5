//! `/my/documents`: the safe. One of a kind, the newest; what it replaced folds away behind it.

use domain::{
    NaiveDate,
    document::{DocumentKind, MediaType},
    views::{Safe, SafeDocument, Standing},
};
use i18n::{Label, Locale, date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Disclosure, DocumentCard, EmptyState, PageHead, Tag, Tone, lu};

use super::{api, data::day, days};
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// From so many days before its end a document's end is counted in days.
const SOON: i64 = 30;

#[component]
pub fn SafePage() -> impl IntoView {
    let safe = Resource::new(|| (), |()| api::documents());
    view! {
        <PublicPage><Loaded resource=safe view=|safe: Safe| view! { <SafeView safe/> }.into_any()/></PublicPage>
    }
}

#[component]
pub(super) fn SafeView(safe: Safe) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, mydata.safe.title);
    let shelves = shelves(safe.documents);
    let body = if shelves.is_empty() {
        view! {
            <EmptyState
                title=td_string!(locale, mydata.safe.empty)
                text=td_string!(locale, mydata.safe.empty_text)
                icon=lu::LuFolderOpen
            />
        }
        .into_any()
    } else {
        shelves
            .into_iter()
            .map(|(newest, older)| view! { <Shelf newest older today=safe.today/> })
            .collect_view()
            .into_any()
    };
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, mydata.safe.lead) back_href=localised(locale, "/my/requests")/>
        <div class="flow">{body}</div>
    }
}

/// The newest of each kind with those it replaced.
fn shelves(documents: Vec<SafeDocument>) -> Vec<(SafeDocument, Vec<SafeDocument>)> {
    let (older, newest): (Vec<_>, Vec<_>) = documents.into_iter().partition(|document| document.replaced);
    let of = |kind: DocumentKind| older.iter().filter(|document| document.kind == kind).cloned().collect();
    newest
        .into_iter()
        .map(|document| {
            let replaced = of(document.kind);
            (document, replaced)
        })
        .collect()
}

#[component]
fn Shelf(newest: SafeDocument, older: Vec<SafeDocument>, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    let expired = match newest.standing {
        Standing::Expired { since } => {
            let day = date_pair(locale, since);
            Some(view! { <p class="document-note">{td_string!(locale, mydata.safe.expired_on, day = day)}</p> })
        }
        _ => None,
    };
    let (name, count) = (newest.kind.label(locale), older.len());
    let older = older.into_iter().map(|document| view! { <Paper document today/> }).collect_view();
    let older = (count > 0).then(|| {
        view! { <Disclosure summary=td_string!(locale, mydata.safe.older, count = count)>{older}</Disclosure> }
    });
    view! {
        <section class="safe-shelf" aria-label=name>
            <Paper document=newest today/>
            {expired}
            {older}
        </section>
    }
    .into_any()
}

#[component]
fn Paper(document: SafeDocument, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    let at = localised(locale, &format!("/my/documents/{}", document.id));
    let (label, tone) = if document.replaced {
        (td_string!(locale, mydata.safe.replaced).to_owned(), Tone::Grey)
    } else {
        standing(locale, document.standing, today)
    };
    view! {
        <DocumentCard
            title=document.kind.label(locale)
            note=note(locale, &document)
            href=format!("{at}/1")
            action=td_string!(locale, mydata.safe.open)
            status=view! { <Tag label tone/> }.into_any()
        />
        <FurtherPages count=document.pages.count() at/>
    }
}

/// The pages after the first, each to be opened.
#[component]
fn FurtherPages(count: usize, at: String) -> impl IntoView {
    let locale = use_locale();
    let links = (2..=count)
        .map(|number| {
            let label = td_string!(locale, apply.documents.open_page, number = number);
            view! { <li><a class="link" href=format!("{at}/{number}") rel="external">{label}</a></li> }
        })
        .collect_view();
    (count > 1).then(|| view! { <ul class="further-pages">{links}</ul> })
}

/// What kind of file, how large, when it was issued and given.
fn note(locale: Locale, document: &SafeDocument) -> String {
    let kind = match document.pages.first().media {
        MediaType::Pdf => td_string!(locale, apply.documents.pdf),
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => td_string!(locale, apply.documents.picture),
    };
    let file = td_string!(locale, mydata.safe.note, kind = kind, size = document.pages.bytes().div_ceil(1024));
    let given = day(locale, document.given_at);
    let when = if let Some(issued) = document.issued_on {
        td_string!(locale, mydata.row.issued_on, day = date_pair(locale, issued), day2 = given)
    } else {
        td_string!(locale, mydata.row.given_on, day = given)
    };
    td_string!(locale, mydata.row.file, name = file, when = when)
}

/// Whether it still counts, in a word or two.
fn standing(locale: Locale, standing: Standing, today: NaiveDate) -> (String, Tone) {
    match standing {
        Standing::Lasting => (td_string!(locale, mydata.safe.lasting).to_owned(), Tone::Green),
        Standing::UnknownDate => (td_string!(locale, mydata.safe.unknown).to_owned(), Tone::Grey),
        Standing::Expired { .. } => (td_string!(locale, mydata.safe.expired).to_owned(), Tone::Red),
        Standing::Until { last } => match (last - today).num_days() {
            ..=0 => (td_string!(locale, mydata.safe.today).to_owned(), Tone::Sand),
            left @ 1..=SOON => (td_string!(locale, mydata.safe.soon, days = days(locale, left)), Tone::Sand),
            _ => (td_string!(locale, mydata.safe.until, day = date_pair(locale, last)), Tone::Green),
        },
    }
}
