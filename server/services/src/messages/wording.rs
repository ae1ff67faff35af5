//! The association words its messages itself: what there is, one message, a change of it, and back to the product's words.

use domain::{
    StaffId,
    access::Actor,
    message::{self, Template, Weight},
    views::{MessageLine, MessageSheet},
};
use i18n::{Locale, date_pair, td_string};
use store::{Tx, wordings::Wording};

use super::{binding, product_words};
use crate::{
    Ctx, Error, Result,
    requests::{self, language_of},
};

/// Every message, in the reader's language.
pub async fn list(ctx: &Ctx) -> Result<Vec<MessageLine>> {
    require(ctx)?;
    let own = store::wordings::all(ctx.db()).await?;
    let line = |template: Template| {
        let mine: Vec<&Wording> = own.iter().filter(|wording| wording.template == template).collect();
        let here = mine.iter().find(|wording| wording.language == language_of(ctx.locale()));
        let words = here.map_or_else(|| product_words(template, ctx.locale()), |wording| wording.body.clone());
        let own = mine.iter().map(|wording| wording.language.slug().to_owned()).collect();
        MessageLine { template, weight: template.weight(), words, own }
    };
    Ok(Template::ALL.into_iter().map(line).collect())
}

/// One message in one language, to be worded.
pub async fn sheet(ctx: &Ctx, template: Template, language: &str) -> Result<MessageSheet> {
    require(ctx)?;
    let locale = locale(language)?;
    let own = store::wordings::find(ctx.db(), template, language_of(locale)).await?;
    Ok(MessageSheet {
        template,
        language: language.to_owned(),
        product: product_words(template, locale),
        version: own.as_ref().map_or(0, |own| own.version),
        changed_at: own.as_ref().map(|own| own.at),
        own: own.map(|own| own.body),
        samples: samples(ctx, template, locale),
        tail: tail(ctx, template, locale),
    })
}

/// Keeps a wording, if it is still the one that was seen that it changes.
pub async fn save(ctx: &Ctx, template: Template, language: &str, seen: i64, words: &str) -> Result<()> {
    let by = require(ctx)?;
    let language = language_of(locale(language)?);
    let body = message::wording(template, words).map_err(|why| Error::field("body", why))?;
    let wording = Wording { template, language, body, version: seen + 1, by, at: ctx.now() };
    let (ctx, db) = (ctx.clone(), ctx.db().clone());
    db.write(move |tx| {
        Box::pin(async move {
            store::wordings::put(tx, &wording).await?;
            note(&ctx, tx, &wording.template, wording.language.slug(), wording.version).await
        })
    })
    .await
}

/// Goes back to the product's own words.
pub async fn reset(ctx: &Ctx, template: Template, language: &str, seen: i64) -> Result<()> {
    require(ctx)?;
    let language = language_of(locale(language)?);
    let (ctx, db) = (ctx.clone(), ctx.db().clone());
    db.write(move |tx| {
        Box::pin(async move {
            store::wordings::remove(tx, template, language, seen).await?;
            note(&ctx, tx, &template, language.slug(), 0).await
        })
    })
    .await
}

async fn note(ctx: &Ctx, tx: &Tx, template: &Template, language: &str, version: i64) -> Result<()> {
    let detail = serde_json::json!({ "version": version });
    requests::audit_beside(ctx, tx, "WordMessage", &format!("message:{template}:{language}"), detail).await
}

/// Who may not word messages is told there is nothing to word.
fn require(ctx: &Ctx) -> Result<StaffId> {
    match ctx.actor() {
        Actor::Visitor => Err(Error::NotSignedIn),
        actor if message::may_word(actor) => actor.staff().ok_or(Error::NotFound),
        _ => Err(Error::NotFound),
    }
}

fn locale(language: &str) -> Result<Locale> {
    match language {
        "ar" => Ok(Locale::ar),
        "en" => Ok(Locale::en),
        _ => Err(Error::NotFound),
    }
}

fn samples(ctx: &Ctx, template: Template, locale: Locale) -> Vec<(String, String)> {
    let day = |days| date_pair(locale, ctx.today() + domain::TimeDelta::days(days));
    let sample = |name: &str| match name {
        "reference" => "234-679-ACD".to_owned(),
        "code" => SAMPLE_CODE.to_owned(),
        "earliest" => day(14),
        "latest" => day(28),
        _ => link(ctx, locale, "rate"),
    };
    template.placeholders().iter().map(|name| ((*name).to_owned(), sample(name))).collect()
}

const SAMPLE_CODE: &str = "246810";

/// A link as long as a real one.
fn link(ctx: &Ctx, locale: Locale, page: &str) -> String {
    let path = i18n::localised(locale, &format!("/{page}/00112233445566778899aabb"));
    format!("{}{path}", ctx.house().public_url)
}

/// The line the product adds to a message.
fn tail(ctx: &Ctx, template: Template, locale: Locale) -> Option<String> {
    match template.weight() {
        Weight::Code => Some(binding(ctx.house(), SAMPLE_CODE)),
        Weight::Courtesy => Some(td_string!(locale, messages.stop_line, link = link(ctx, locale, "stop"))),
        Weight::Prompt | Weight::Needed => None,
    }
}
