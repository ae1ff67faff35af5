//! Writing an article: both languages, a preview, and publishing it as a new version.

use domain::{
    knowledge::{Kind, Slug, State},
    views::{DeskSheet, Preview},
};
use i18n::{Label, localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{ButtonKind, Disclosure, ErrorSummary, Ltr, Notice, NoticeKind, PageHead, SubmitButton, lu};

use super::{
    address, api,
    article::edition_words,
    desk::StateTags,
    editor_address,
    editor_fields::{Fields, Stored},
    prose::Prose,
};
use crate::{
    AppError,
    features::office::screen::{InOffice, load_frame},
    form::{FormView, use_form},
    loaded::param,
    public::PageTitle,
};

/// The value of the button that only shows what was typed.
pub(super) const PREVIEW: &str = "preview";
/// The value of the button that puts it before everybody.
pub(super) const PUBLISH: &str = "publish";

/// `/office/knowledge/:slug`.
#[component]
pub fn EditorPage() -> impl IntoView {
    let (form, withdrawal) = (use_form("article"), use_form("withdraw"));
    let slug = param::<Slug>("slug");
    let typed = to_preview(&form);
    let sheet = Resource::new(
        move || slug.get(),
        move |slug| {
            let typed = typed.clone();
            async move { Ok((api::sheet(slug?).await?, previewed(typed).await?)) }
        },
    );
    let done = use_query_map().with_untracked(|query| query.get("done")).unwrap_or_default();
    let show = move |(sheet, preview)| {
        let (form, withdrawal) = (form.clone(), withdrawal.clone());
        view! { <EditorView sheet preview form withdrawal done=done.clone()/> }.into_any()
    };
    view! { <InOffice frame=load_frame() data=sheet view=show/> }
}

/// `/office/knowledge/new?kind=…`.
#[component]
pub fn NewArticlePage() -> impl IntoView {
    let form = use_form("new");
    let asked = use_query_map().with_untracked(|query| query.get("kind")).unwrap_or_default();
    let kind = Kind::from_slug(&form.value("kind", asked)).unwrap_or(Kind::Faq);
    let typed = to_preview(&form);
    let preview = Resource::new(
        || (),
        move |()| {
            let typed = typed.clone();
            async move { previewed(typed).await }
        },
    );
    let show = move |preview| view! { <NewArticleView kind preview form=form.clone()/> }.into_any();
    view! { <InOffice frame=load_frame() data=preview view=show/> }
}

/// What was typed into both texts, where the preview was asked for.
fn to_preview(form: &FormView) -> Option<(String, String)> {
    let typed = form.typed().filter(|typed| typed.get("act") == PREVIEW)?;
    Some((typed.get("body_ar").to_owned(), typed.get("body_en").to_owned()))
}

async fn previewed(typed: Option<(String, String)>) -> Result<Option<Preview>, AppError> {
    // Asked even for nothing, so that only those who may write see the form.
    let asked = typed.is_some();
    let (ar, en) = typed.unwrap_or_default();
    let preview = api::preview_text(ar, en).await?;
    Ok(asked.then_some(preview))
}

#[component]
pub(super) fn NewArticleView(kind: Kind, preview: Option<Preview>, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, knowledge.editor.new, kind = kind.label(locale));
    let once = form.once.clone();
    let refused = !form.summary().is_empty();
    view! {
        <PageTitle title=title.clone() refused/>
        <ErrorSummary items=form.summary()/>
        <PageHead
            title
            back_href=localised(locale, "/office/knowledge")
            back_label=td_string!(locale, knowledge.editor.back)
        />
        <div class="flow-wide editor">
            {preview.map(|preview| view! { <Seen preview form=form.clone()/> })}
            <form class="flow step-form" method="post" action=localised(locale, "/office/knowledge/new")>
                <input type="hidden" name="once" value=once/>
                <input type="hidden" name="kind" value=kind.slug()/>
                <Fields kind stored=Stored::default() form=form.clone() with_slug=true/>
                <Buttons may_publish=false/>
            </form>
        </div>
    }
}

#[component]
pub(super) fn EditorView(
    sheet: DeskSheet,
    preview: Option<Preview>,
    form: FormView,
    withdrawal: FormView,
    done: String,
) -> impl IntoView {
    let locale = use_locale();
    let slug = sheet.line.slug.clone();
    let kind = sheet.draft.nature.kind();
    let stale = [&form, &withdrawal].into_iter().any(|form| form.error_of_all() == Some(&AppError::Conflict));
    let problems = if stale {
        view! { <Stale sheet=sheet.clone()/> }.into_any()
    } else {
        view! { <ErrorSummary items=form.summary().into_iter().chain(withdrawal.summary()).collect()/> }.into_any()
    };
    let published = sheet.line.state == State::Published;
    let stored = Stored::of(&sheet);
    let refused = stale || !form.summary().is_empty();
    view! {
        <PageTitle title=sheet.line.title.clone() refused/>
        {problems}
        <PageHead
            title=sheet.line.title.clone()
            caption=kind.label(locale)
            back_href=localised(locale, "/office/knowledge")
            back_label=td_string!(locale, knowledge.editor.back)
        />
        <div class="flow-wide editor">
            <Standing sheet=sheet.clone() done/>
            {preview.map(|preview| view! { <Seen preview form=form.clone()/> })}
            <form class="flow step-form" method="post" action=localised(locale, &editor_address(&slug))>
                <input type="hidden" name="version" value=sheet.version.to_string()/>
                <input type="hidden" name="kind" value=kind.slug()/>
                <Fields kind stored form=form.clone()/>
                <Buttons may_publish=true/>
            </form>
            {published.then(|| view! { <Withdraw slug version=sheet.version/> })}
        </div>
    }
}

/// What the last step did, where the article stands, and its versions.
#[component]
fn Standing(sheet: DeskSheet, done: String) -> impl IntoView {
    let locale = use_locale();
    let DeskSheet { line, editions, .. } = sheet;
    let (title, text) = match done.as_str() {
        "save" => (Some(td_string!(locale, knowledge.editor.saved)), td_string!(locale, knowledge.editor.saved_text)),
        "publish" => (Some(td_string!(locale, knowledge.editor.published)), ""),
        "withdraw" => (Some(td_string!(locale, knowledge.editor.withdrawn)), ""),
        _ => (None, ""),
    };
    let done = title.map(|title| {
        view! { <Notice kind=NoticeKind::Success title>{(!text.is_empty()).then(|| view! { <p>{text}</p> })}</Notice> }
    });
    let see = (line.state == State::Published).then(|| {
        let href = localised(locale, &address(&line.slug));
        view! { <a class="link" href=href>{td_string!(locale, knowledge.editor.see)}</a> }
    });
    let versions = editions.into_iter().map(|edition| view! { <li>{edition_words(edition, locale)}</li> });
    let versions: Vec<_> = versions.collect();
    view! {
        {done}
        <p class="standing">
            <StateTags state=line.state changed=line.changed/>
            <Ltr text=format!("/help/{}", line.slug)/>
            {see}
        </p>
        {(versions.len() > 1).then(|| view! {
            <Disclosure summary=td_string!(locale, knowledge.editor.editions)>
                <ul class="plain-list">{versions}</ul>
            </Disclosure>
        })}
    }
}

/// The texts as readers will see them; the form below still holds what was typed.
#[component]
fn Seen(preview: Preview, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let (title_ar, title_en) = (form.value("title_ar", ""), form.value("title_en", ""));
    let english = (!preview.en.is_empty()).then(|| {
        view! {
            <div class="previewed" lang="en" dir="ltr">
                <p class="previewed-title">{title_en}</p>
                <Prose blocks=preview.en/>
            </div>
        }
    });
    view! {
        <section class="flow" aria-labelledby="preview">
            <h2 id="preview" tabindex="-1" data-focus="">{td_string!(locale, knowledge.editor.previewed)}</h2>
            <p>{td_string!(locale, knowledge.editor.previewed_text)}</p>
            <div class="previewed" lang="ar" dir="rtl">
                <p class="previewed-title">{title_ar}</p>
                <Prose blocks=preview.ar/>
            </div>
            {english}
        </section>
    }
}

#[component]
fn Buttons(may_publish: bool) -> impl IntoView {
    let locale = use_locale();
    let save_kind = if may_publish { ButtonKind::Secondary } else { ButtonKind::Primary };
    view! {
        <div class="actions">
            <SubmitButton
                label=td_string!(locale, knowledge.editor.preview)
                kind=ButtonKind::Secondary
                icon=lu::LuEye
                name="act"
                value=PREVIEW
            />
            <SubmitButton label=td_string!(locale, knowledge.editor.save) kind=save_kind name="act" value="save"/>
            {may_publish.then(|| view! {
                <SubmitButton label=td_string!(locale, knowledge.editor.publish) name="act" value=PUBLISH/>
            })}
        </div>
    }
}

#[component]
fn Withdraw(slug: Slug, version: i64) -> impl IntoView {
    let locale = use_locale();
    let action = localised(locale, &format!("{}/withdraw", editor_address(&slug)));
    view! {
        <Disclosure summary=td_string!(locale, knowledge.editor.withdraw_title)>
            <p>{td_string!(locale, knowledge.editor.withdraw_text)}</p>
            <form method="post" action=action>
                <input type="hidden" name="version" value=version.to_string()/>
                <SubmitButton label=td_string!(locale, knowledge.editor.withdraw) kind=ButtonKind::Danger/>
            </form>
        </Disclosure>
    }
}

/// A colleague was faster: what is saved now, beside what was typed, which the form still holds.
#[component]
fn Stale(sheet: DeskSheet) -> impl IntoView {
    let locale = use_locale();
    let saved = [Some(sheet.draft.ar), sheet.draft.en].into_iter().flatten().map(|words| {
        view! {
            <div class="previewed">
                <p class="previewed-title">{words.title.to_string()}</p>
                <p class="quoted">{words.body.to_string()}</p>
            </div>
        }
    });
    view! {
        <div class="problems flow" role="alert" tabindex="-1" data-focus="">
            <Notice kind=NoticeKind::Waiting title=td_string!(locale, knowledge.editor.stale)>
                <p>{td_string!(locale, knowledge.editor.stale_text)}</p>
            </Notice>
            <Disclosure summary=td_string!(locale, knowledge.editor.stale_now)>{saved.collect_view()}</Disclosure>
        </div>
    }
}
