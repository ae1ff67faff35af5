//! Erasure (PDPL): what may go and what stays, and really letting it go.

use domain::{
    DocumentId, PersonId, Timestamp,
    application::Answers,
    privacy::erasable,
    request::StageKind,
    views::{ErasurePlan, TimelineKind},
};
use store::{Source, Tx, documents::Document, requests::Row};

use crate::{Ctx, Error, Result, requests};

/// What would go if the caller asked for erasure now.
pub async fn plan(ctx: &Ctx) -> Result<ErasurePlan> {
    Ok(Sorted::of(ctx.db(), super::person(ctx)?).await?.plan())
}

/// A person's rows, by whether they may go.
pub(super) struct Sorted {
    go: Vec<Row>,
    documents: Vec<Document>,
    kept: Vec<Row>,
    name: bool,
}

impl Sorted {
    pub async fn of(source: &impl Source, person: PersonId) -> Result<Self> {
        let known = store::people::find(source, person).await?.ok_or(Error::NotFound)?;
        let rows = store::requests::of_person(source, person).await?;
        let (open, kept): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| erasable(row.stage.kind()));
        // A document given with a draft may serve a received request, too: then it is part of that record.
        let used: Vec<DocumentId> =
            kept.iter().flat_map(|row| &row.answers.documents).map(|document| document.id).collect();
        let stays = |document: &Document| {
            used.contains(&document.given.id) || kept.iter().any(|row| document.request == Some(row.id))
        };
        let documents = store::documents::all_of_person(source, person).await?;
        Ok(Self {
            documents: documents.into_iter().filter(|document| !stays(document)).collect(),
            go: open.into_iter().filter(holds_something).collect(),
            name: kept.is_empty() && known.name.is_some(),
            kept,
        })
    }

    pub fn plan(&self) -> ErasurePlan {
        let references = |rows: &[Row]| rows.iter().map(|row| row.reference.clone()).collect();
        ErasurePlan {
            emptied: references(&self.go),
            documents: u32::try_from(self.documents.len()).unwrap_or(u32::MAX),
            kept: references(&self.kept),
            name: self.name,
        }
    }

    /// Erases what may go, in the caller's transaction. Gives the keys of the files to remove once it is committed.
    pub async fn erase(self, ctx: &Ctx, tx: &Tx, person: PersonId) -> Result<Vec<String>> {
        for row in self.go {
            empty(ctx, tx, row).await?;
        }
        let ids: Vec<DocumentId> = self.documents.iter().map(|document| document.given.id).collect();
        let files = store::documents::erase(tx, &ids).await?;
        if self.name {
            store::people::erase_name(tx, person, ctx.now()).await?;
        }
        Ok(files)
    }
}

/// Is anything of the person left in it? A draft is always one: it could be filled in again.
fn holds_something(row: &Row) -> bool {
    row.stage.kind() == StageKind::Draft || row.answers != Answers::default() || row.applicant_name.is_some()
}

/// Leaves of a request its reference, its programme and its days; a draft is withdrawn.
async fn empty(ctx: &Ctx, tx: &Tx, mut row: Row) -> Result<()> {
    if row.stage.kind() == StageKind::Draft {
        let now: Timestamp = ctx.now();
        requests::advance(&mut row, |stage| stage.withdraw(now))?;
        requests::leave(ctx, tx, &row, TimelineKind::Withdrawn).await?;
    }
    row.answers = Answers::default();
    row.applicant_name = None;
    row.updated_at = ctx.now();
    store::requests::save(tx, &row, row.version).await?;
    store::representations::erase(tx, row.id).await?;
    store::outbox::erase_of_request(tx, row.id).await?;
    Ok(())
}
