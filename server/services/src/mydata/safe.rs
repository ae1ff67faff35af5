//! The document safe: what the person gave once, across their requests, and whether it still counts (H2).

use std::collections::HashMap;

use domain::{
    DocumentId, PersonId,
    document::{DocumentKind, DocumentRule, MediaType, Validity},
    views::{Reusable, Safe, SafeDocument, Standing},
};
use store::{Source, documents::Document, requests::Row};

use crate::{Ctx, Error, Result, applications, requests};

/// The caller's documents.
pub async fn safe(ctx: &Ctx) -> Result<Safe> {
    Ok(Safe { documents: of_person(ctx, super::person(ctx)?).await?, today: ctx.today() })
}

/// The file of a page of one of the caller's own documents, by its number from 1.
pub async fn open_document(ctx: &Ctx, id: DocumentId, page: usize) -> Result<(MediaType, Vec<u8>)> {
    let person = super::person(ctx)?;
    let document = store::documents::find(ctx.db(), id).await?.filter(|document| document.person == person);
    let document = document.ok_or(Error::NotFound)?;
    let page = document.given.pages.number(page).ok_or(Error::NotFound)?;
    Ok((page.media, applications::file(ctx, &document, page).await?))
}

/// A person's documents, the newest first. One of a kind is the newest; the others were replaced by it.
pub(super) async fn of_person(ctx: &Ctx, person: PersonId) -> Result<Vec<SafeDocument>> {
    let rules = strictest(ctx).await?;
    let mut newest = Vec::new();
    let mut shelf = Vec::new();
    for document in store::documents::all_of_person(ctx.db(), person).await? {
        let kind = document.given.kind;
        let replaced = newest.contains(&kind);
        if !replaced {
            newest.push(kind);
        }
        shelf.push(shown(ctx, document, rules.get(&kind), replaced));
    }
    Ok(shelf)
}

fn shown(ctx: &Ctx, document: Document, rule: Option<&DocumentRule>, replaced: bool) -> SafeDocument {
    let name = document.original_name().to_owned();
    let given = document.given;
    let standing = rule.map_or(Standing::Lasting, |rule| match rule.validity(given.issued_on, ctx.today()) {
        Validity::UnknownDate => Standing::UnknownDate,
        Validity::Expired { since } => Standing::Expired { since },
        Validity::Valid => {
            let last = given.issued_on.and_then(|issued| rule.last_day(issued));
            last.map_or(Standing::Lasting, |last| Standing::Until { last })
        }
    });
    SafeDocument {
        id: given.id,
        kind: given.kind,
        name,
        pages: given.pages,
        issued_on: given.issued_on,
        given_at: given.given_at,
        standing,
        replaced,
    }
}

/// For every kind of document, the rule of the programme that limits its age most.
async fn strictest(ctx: &Ctx) -> Result<HashMap<DocumentKind, DocumentRule>> {
    let mut rules: HashMap<DocumentKind, DocumentRule> = HashMap::new();
    let programmes = store::programmes::current_all(ctx.db()).await?;
    for rule in programmes.into_iter().flat_map(|programme| programme.documents) {
        let kept = rules.entry(rule.kind).or_insert(rule);
        kept.valid_days = [kept.valid_days, rule.valid_days].into_iter().flatten().min();
    }
    Ok(rules)
}

/// What an application may take from the safe: for each document it lacks or has too old a one of, the newest that
/// counts today.
pub(crate) async fn reusable(ctx: &Ctx, row: &Row) -> Result<Vec<Reusable>> {
    let safe = store::documents::all_of_person(ctx.db(), row.person).await?;
    let programme = requests::programme(ctx.db(), row).await?;
    let wanting = programme.documents.iter().filter(|rule| {
        let given = row.answers.document(rule.kind);
        given.is_none_or(|given| matches!(rule.validity(given.issued_on, ctx.today()), Validity::Expired { .. }))
    });
    let offers = wanting.filter_map(|rule| {
        let counts = |document: &&Document| may_be_used(ctx, document, row.person, rule).is_ok();
        let given = &safe.iter().find(counts)?.given;
        Some(Reusable { document: given.id, kind: given.kind, issued_on: given.issued_on, given_at: given.given_at })
    });
    Ok(offers.collect())
}

/// The person's own document, of the kind asked for, that counts today; or why it cannot be used. Asked again at the
/// moment it is used.
pub(crate) async fn usable(
    ctx: &Ctx,
    source: &impl Source,
    person: PersonId,
    rule: &DocumentRule,
    id: DocumentId,
) -> Result<Document> {
    let document = store::documents::find(source, id).await?.ok_or(Error::NotFound)?;
    may_be_used(ctx, &document, person, rule)?;
    Ok(document)
}

fn may_be_used(ctx: &Ctx, document: &Document, person: PersonId, rule: &DocumentRule) -> Result<()> {
    if document.person != person || document.given.kind != rule.kind {
        return Err(Error::NotFound);
    }
    match rule.validity(document.given.issued_on, ctx.today()) {
        Validity::Valid => Ok(()),
        Validity::UnknownDate => Err(Error::field("issued", domain::Invalid::Missing)),
        Validity::Expired { .. } => Err(Error::field("issued", domain::Invalid::DateInPast)),
    }
}
