//! The applicant appeals a rejection: a new panel, without anyone who voted before.

use domain::{
    Invalid, LongText, Reference,
    access::Action,
    document::{DocumentKind, GivenDocument, Pages},
    request::Stage,
    views::TimelineKind,
};
use store::{Tx, documents::NewDocument, pages::NewPage, requests::Row};

use super::own;
use crate::{
    Ctx, Error, Result,
    applications::pages,
    files::Attached,
    messages::Message,
    requests::{self, Move},
};

/// Files that may come with an appeal.
pub const MOST_PAPERS: usize = 5;

/// Appeals the rejection of the caller's request. The same grounds sent twice are one appeal, with the documents that
/// came first.
pub async fn appeal(ctx: &Ctx, reference: &Reference, grounds: LongText, files: Vec<Attached>) -> Result<()> {
    if files.len() > MOST_PAPERS {
        return Err(Error::field("files", Invalid::TooMany { max: MOST_PAPERS }));
    }
    if says_so_already(&own(ctx, ctx.db(), reference).await?, &grounds) {
        return Ok(());
    }
    requests::find(ctx, ctx.db(), reference, Action::Appeal).await?;
    let mut papers = Vec::with_capacity(files.len());
    for Attached { name, file } in files {
        // A file that came twice is one page.
        if papers.iter().all(|page: &NewPage| page.sha256 != file.sha256) {
            papers.push(pages::store(ctx, &name, file).await?);
        }
    }
    let keys: Vec<String> = papers.iter().map(|page| page.file_key.clone()).collect();
    let (caller, reference) = (ctx.clone(), reference.clone());
    let taken =
        ctx.db().write(move |tx| Box::pin(async move { take(&caller, tx, &reference, grounds, &papers).await })).await;
    if !matches!(taken, Ok(true)) {
        for key in keys {
            ctx.house().files.forget(&key).await;
        }
    }
    taken.map(|_| ())
}

fn says_so_already(row: &Row, grounds: &LongText) -> bool {
    matches!(&row.stage, Stage::Appealed(appealed) if appealed.grounds == *grounds)
}

/// `false`: this appeal came before.
async fn take(ctx: &Ctx, tx: &Tx, reference: &Reference, grounds: LongText, papers: &[NewPage]) -> Result<bool> {
    if says_so_already(&own(ctx, tx, reference).await?, &grounds) {
        return Ok(false);
    }
    let step = Move { reference, action: Action::Appeal, seen: None, leaves: Some(TimelineKind::Appealed) };
    let mut row = requests::begin(ctx, tx, &step).await?;
    let policy = requests::policy(tx, &row).await?;
    let papers = enter(ctx, tx, &row, papers).await?;
    requests::advance(&mut row, |stage| stage.appeal(grounds, papers, ctx.now(), &policy))?;
    let message = Message::AppealReceived { reference: reference.clone() };
    requests::finish(ctx, tx, &step, &mut row, Some(message)).await?;
    Ok(true)
}

/// Enters the files as the pages of one document.
async fn enter(ctx: &Ctx, tx: &Tx, row: &Row, papers: &[NewPage]) -> Result<Option<GivenDocument>> {
    let Some((first, more)) = papers.split_first() else { return Ok(None) };
    let kind = DocumentKind::AppealPaper;
    let new = NewDocument {
        person: row.person,
        request: Some(row.id),
        kind,
        issued_on: None,
        given_at: ctx.now(),
        first: first.clone(),
    };
    let id = store::documents::insert(tx, &new).await?;
    let mut pages = Pages::of(first.page());
    for page in more {
        pages.add(page.page()).map_err(|why| Error::field("files", why))?;
        store::pages::add(tx, id, page).await?;
    }
    Ok(Some(GivenDocument { id, kind, issued_on: None, pages, given_at: ctx.now() }))
}
