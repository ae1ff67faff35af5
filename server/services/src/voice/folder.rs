//! A matter on one page, for those who answer it.

use domain::{
    PersonName, Reference,
    time::riyadh_date,
    views::{MatterEntry, MatterFileLine, MatterFolder, MatterStep, Writer},
    voice::{Act, Event, Sender, may},
};
use store::voice::Row;

use super::{about, find, queue::names, staff};
use crate::{Ctx, Error, Result};

/// Everything about a matter that the reader may see.
pub async fn folder(ctx: &Ctx, reference: &Reference) -> Result<MatterFolder> {
    let me = staff(ctx)?;
    let row = find(ctx, ctx.db(), reference, Act::View).await?;
    let about = about(ctx, ctx.db(), &row).await?;
    let published = store::voice::of_matter(ctx.db(), row.id).await?;
    Ok(MatterFolder {
        kind: row.matter.kind(),
        subject: row.matter.subject().clone(),
        stage: row.matter.stage(),
        writer: writer(ctx, &row.sender).await?,
        entries: entries(ctx, &row).await?,
        files: files(ctx, &row).await?,
        due_on: riyadh_date(row.due_at),
        late: row.matter.stage().is_open() && row.due_at < ctx.now(),
        handler: row.matter.handler(),
        publication: published.map(|published| published.text),
        allowed: Act::ALL.into_iter().filter(|act| may(ctx.actor(), *act, about)).collect(),
        version: row.version,
        about: row.about,
        reference: row.reference,
        me,
    })
}

async fn writer(ctx: &Ctx, sender: &Sender) -> Result<Writer> {
    Ok(match sender {
        Sender::Person { person } => {
            let person = store::people::find(ctx.db(), *person).await?.ok_or(Error::NotFound)?;
            Writer::Person { name: person.name.as_ref().map(PersonName::full), mobile: person.mobile }
        }
        Sender::Visitor { name, mobile } => {
            Writer::Visitor { name: name.as_ref().map(ToString::to_string), mobile: mobile.clone() }
        }
        Sender::Anonymous => Writer::Anonymous,
    })
}

async fn entries(ctx: &Ctx, row: &Row) -> Result<Vec<MatterEntry>> {
    let names = names(ctx).await?;
    let entry = |entry: &domain::voice::Entry| {
        let (step, by) = match entry.event.clone() {
            Event::Said { words } => (MatterStep::Said { words }, None),
            Event::Taken { by } => (MatterStep::Taken, Some(by)),
            Event::Answered { by, words, decision } => (MatterStep::Answered { words, decision }, Some(by)),
            Event::Settled => (MatterStep::Settled, None),
        };
        MatterEntry { at: entry.at, step, by: by.and_then(|by| names.get(&by).cloned()) }
    };
    Ok(row.matter.log().iter().map(entry).collect())
}

async fn files(ctx: &Ctx, row: &Row) -> Result<Vec<MatterFileLine>> {
    let files = store::voice::files(ctx.db(), row.id).await?;
    let line = |file: store::voice::File| MatterFileLine {
        id: file.id,
        name: file.name,
        media: file.media,
        bytes: file.bytes,
    };
    Ok(files.into_iter().map(line).collect())
}
