//! A matter as who wrote it reads it: where it stands, until when it is answered, the answer, and whether it was one.

use domain::{rating::Standing, views::MatterSheet, voice::Stage};
use i18n::{Label, Locale, date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{
    ButtonKind, ButtonLink, Choice, ErrorSummary, Notice, NoticeKind, PageHead, RadioGroup, SubmitButton, SummaryList,
    SummaryRow, Tag, TextArea, Tone, ltr,
};

use super::{api, talk::Talk};
use crate::{
    form::{FormView, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

/// `/contact/:reference`.
#[component]
pub fn MatterPage() -> impl IntoView {
    let sheet = load(param("reference"), api::sheet);
    let form = use_form("settle");
    let show = move |sheet: MatterSheet| view! { <MatterView sheet form=form.clone()/> }.into_any();
    view! { <PublicPage><Loaded resource=sheet view=show/></PublicPage> }
}

#[component]
pub fn MatterView(sheet: MatterSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = sheet.subject.to_string();
    let caption = td_string!(locale, voice.matter.caption, kind = sheet.kind.label(locale));
    let back = sheet.known.then(|| localised(locale, "/my/contact"));
    let closed = sheet.stage == Stage::Closed;
    view! {
        <PageTitle title=title.clone() refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead
            title
            caption=format!("{caption} {}", ltr(&sheet.reference))
            back_href=back
            back_label=td_string!(locale, voice.mine.title)
            actions=view! { <Tag label=sheet.stage.label(locale) tone=stage_tone(sheet.stage)/> }.into_any()
        />
        <div class="flow-wide">
            <Standing sheet=sheet.clone()/>
            <section class="flow" aria-labelledby="talk">
                <h2 id="talk">{td_string!(locale, voice.matter.talk)}</h2>
                <Talk said=sheet.said.clone()/>
                {(sheet.files > 0)
                    .then(|| view! {
                        <p class="hint">{td_string!(locale, voice.matter.files, count = sheet.files)}</p>
                    })}
            </section>
            {sheet.may_settle.then(|| view! { <Settle sheet=sheet.clone() form/> })}
            <Rate sheet=sheet.clone()/>
            {closed
                .then(|| view! {
                    <p>
                        <ButtonLink
                            label=td_string!(locale, voice.matter.again)
                            href=localised(locale, "/contact")
                            kind=ButtonKind::Secondary
                        />
                    </p>
                })}
        </div>
    }
}

/// Where it stands in plain words, and the day we promised.
#[component]
fn Standing(sheet: MatterSheet) -> impl IntoView {
    let locale = use_locale();
    let day = date_pair(locale, sheet.due_on);
    let promised = day.clone();
    let promise = (sheet.stage.is_open() && !sheet.late).then(|| {
        view! {
            <SummaryList>
                <SummaryRow label=td_string!(locale, voice.matter.due) value=promised/>
            </SummaryList>
            <p class="hint">{td_string!(locale, voice.matter.due_text)}</p>
        }
    });
    view! {
        <section class="flow">
            <p>{stage_words(locale, sheet.stage)}</p>
            {promise}
            {sheet
                .late
                .then(|| view! {
                    <Notice kind=NoticeKind::Waiting title=td_string!(locale, voice.matter.late_title)>
                        <p>{td_string!(locale, voice.matter.late_text, day = day)}</p>
                    </Notice>
                })}
        </section>
    }
    .into_any()
}

/// "Was this answered?"
#[component]
fn Settle(sheet: MatterSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let choices = vec![
        Choice::new("yes", td_string!(locale, voice.matter.yes)),
        Choice::new("no", td_string!(locale, voice.matter.no)),
    ];
    view! {
        <form class="card flow" method="post" action=localised(locale, &format!("/contact/{}/settle", sheet.reference))>
            <input type="hidden" name="version" value=sheet.version.to_string()/>
            <RadioGroup
                name="verdict"
                legend=td_string!(locale, voice.matter.settle)
                choices
                value=form.value("verdict", "")
                error=form.error("verdict")
            />
            <TextArea
                name="words"
                label=td_string!(locale, voice.matter.more)
                hint=td_string!(locale, voice.matter.more_hint)
                value=form.value("words", "")
                error=form.error("words")
                optional=true
            />
            <SubmitButton label=td_string!(locale, voice.matter.send)/>
        </form>
    }
    .into_any()
}

/// Rating the answer is a right of who wrote (D6c).
#[component]
fn Rate(sheet: MatterSheet) -> impl IntoView {
    let locale = use_locale();
    match sheet.rating {
        Standing::Closed => return ().into_any(),
        Standing::Given { level } => {
            let words = td_string!(locale, voice.matter.rated, level = level.label(locale));
            return view! { <Notice kind=NoticeKind::Success><p>{words}</p></Notice> }.into_any();
        }
        Standing::Open => {}
    }
    let href = localised(locale, &format!("/contact/{}/rate", sheet.reference));
    view! {
        <section class="card flow" aria-labelledby="rate">
            <h2 id="rate">{td_string!(locale, voice.matter.rate_title)}</h2>
            <p>{td_string!(locale, voice.matter.rate_text)}</p>
            <p><ButtonLink label=td_string!(locale, voice.matter.rate) href kind=ButtonKind::Secondary/></p>
        </section>
    }
    .into_any()
}

fn stage_words(locale: Locale, stage: Stage) -> &'static str {
    match stage {
        Stage::Received => td_string!(locale, voice.matter.received),
        Stage::InHand => td_string!(locale, voice.matter.in_hand),
        Stage::Answered => td_string!(locale, voice.matter.answered),
        Stage::Closed => td_string!(locale, voice.matter.closed),
    }
}

/// The tone of a stage's tag.
pub fn stage_tone(stage: Stage) -> Tone {
    match stage {
        Stage::Received | Stage::InHand => Tone::Sand,
        Stage::Answered => Tone::Green,
        Stage::Closed => Tone::Grey,
    }
}
