//! A page is given with an application: a photo or a PDF, the first of its document or one more.

use domain::{
    DocumentId, NaiveDate, Reference,
    access::Action,
    document::{DocumentKind, GivenDocument, Pages},
    programme::ProgrammeSpec,
};
use store::{Tx, documents::NewDocument, pages::NewPage, requests::Row};

use super::{check, once::Once, pages};
use crate::{
    Ctx, Error, Result,
    files::Accepted,
    requests::{self, Move},
};

/// What comes with the file of a page.
#[derive(Clone, Debug)]
pub struct Sent {
    pub kind: DocumentKind,
    /// Of the document; heard with its first page.
    pub issued_on: Option<NaiveDate>,
    /// The document this page begins another in place of: one that is too old.
    pub instead_of: Option<DocumentId>,
    /// The name the file came with.
    pub name: String,
    /// Made for this file: sent again after a lost answer, it is one page. May be empty.
    pub once: String,
}

impl Sent {
    pub fn of(kind: DocumentKind, name: &str) -> Self {
        Self { kind, issued_on: None, instead_of: None, name: name.to_owned(), once: String::new() }
    }
}

/// Was the file with this key taken before? Then nobody needs to look into it again.
pub async fn page_came_before(ctx: &Ctx, key: &str) -> Result<bool> {
    let once = Once::new(ctx, PURPOSE, key)?;
    Ok(once.answered::<bool>(ctx.db()).await?.is_some())
}

const PURPOSE: &str = "page";

/// Adds a page behind the others, or begins a document with it. The file is stored and synced first; if no row names it
/// then, it is forgotten. A photo that is there already is not there twice. What was signed is void (H4).
pub async fn add_page(ctx: &Ctx, reference: &Reference, sent: &Sent, file: Accepted) -> Result<()> {
    let once = Once::new(ctx, PURPOSE, &sent.once)?;
    if once.answered::<bool>(ctx.db()).await?.is_some() {
        return Ok(());
    }
    let row = requests::find(ctx, ctx.db(), reference, Action::EditAnswers).await?;
    check_place(ctx, &row, &requests::programme(ctx.db(), &row).await?, sent)?;
    let page = pages::store(ctx, &sent.name, file).await?;
    let key = page.file_key.clone();
    let outcome = write(ctx, reference, sent, page, once.clone()).await;
    if !matches!(outcome, Ok(true)) {
        ctx.house().files.forget(&key).await;
    }
    once.settle(ctx, outcome).await.map(|_| ())
}

async fn write(ctx: &Ctx, reference: &Reference, sent: &Sent, page: NewPage, once: Once) -> Result<bool> {
    let (caller, reference, sent) = (ctx.clone(), reference.clone(), sent.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                if once.answered::<bool>(tx).await?.is_some() {
                    return Ok(false);
                }
                let stored = give(&caller, tx, &reference, &sent, &page).await?;
                once.remember(&caller, tx, &stored).await?;
                Ok(stored)
            })
        })
        .await
}

/// Enters the page. Gives whether there is one more now.
async fn give(ctx: &Ctx, tx: &Tx, reference: &Reference, sent: &Sent, page: &NewPage) -> Result<bool> {
    let step = Move { reference, action: Action::EditAnswers, seen: None, leaves: None };
    let mut row = requests::begin(ctx, tx, &step).await?;
    check_place(ctx, &row, &requests::programme(tx, &row).await?, sent)?;
    if begins(&row, sent) {
        begin(tx, &mut row, sent, page).await?;
    } else if !go_on(tx, &mut row, sent.kind, page).await? {
        return Ok(false);
    }
    requests::advance(&mut row, |stage| stage.edit(ctx.now()))?;
    requests::finish(ctx, tx, &step, &mut row, None).await?;
    Ok(true)
}

/// Does a document begin with this page: the first, or the first in place of one that is too old?
fn begins(row: &Row, sent: &Sent) -> bool {
    row.answers.document(sent.kind).is_none_or(|given| sent.instead_of == Some(given.id))
}

async fn begin(tx: &Tx, row: &mut Row, sent: &Sent, page: &NewPage) -> Result<()> {
    let new = NewDocument {
        person: row.person,
        request: Some(row.id),
        kind: sent.kind,
        issued_on: sent.issued_on,
        given_at: page.given_at,
        first: page.clone(),
    };
    let id = store::documents::insert(tx, &new).await?;
    row.answers.give(GivenDocument {
        id,
        kind: sent.kind,
        issued_on: sent.issued_on,
        pages: Pages::of(page.page()),
        given_at: page.given_at,
    });
    Ok(())
}

/// One page more. `false` where it is there already.
async fn go_on(tx: &Tx, row: &mut Row, kind: DocumentKind, page: &NewPage) -> Result<bool> {
    let Some(given) = row.answers.document(kind) else { return Ok(false) };
    let mut all = given.pages.clone();
    if !all.add(page.page()).map_err(|why| Error::field("file", why))? {
        return Ok(false);
    }
    let id = pages::own(tx, row, kind).await?;
    store::pages::add(tx, id, page).await?;
    if let Some(given) = row.answers.document_mut(kind) {
        given.pages = all;
    }
    Ok(true)
}

/// May this page be given now?
fn check_place(ctx: &Ctx, row: &Row, programme: &ProgrammeSpec, sent: &Sent) -> Result<()> {
    pages::check_open(&row.stage, sent.kind)?;
    let rule = check::rule(programme, sent.kind)?;
    if begins(row, sent) { check::issued(rule, sent.issued_on, ctx.today()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use domain::{Invalid, TimeDelta, application::Section, request::Gap};

    use super::*;
    use crate::{
        applications::{remove_document, remove_page},
        testing::{World, pdf},
    };

    const PAPER: DocumentKind = DocumentKind::FamilyRecord;

    fn plain(kind: DocumentKind) -> Sent {
        Sent::of(kind, "x.pdf")
    }

    async fn hashes(world: &World, reference: &Reference) -> Vec<String> {
        let answers = world.row(reference).await.answers;
        answers
            .document(PAPER)
            .map_or_else(Vec::new, |given| given.pages.iter().map(|page| page.sha256.clone()).collect())
    }

    #[tokio::test]
    async fn pages_follow_each_other_and_none_is_there_twice() {
        let world = World::new().await;
        let reference = world.started().await;
        for content in ["one", "two", "one"] {
            world.give(&reference, PAPER, content).await;
        }
        assert_eq!(hashes(&world, &reference).await, [pdf("one").sha256, pdf("two").sha256]);
        assert_eq!(world.stored_files(), 2, "the one that came twice is stored once");
        remove_document(&world.beneficiary(), &reference, PAPER).await.expect("taken back");
        remove_document(&world.beneficiary(), &reference, PAPER).await.expect("twice is once");
        assert!(hashes(&world, &reference).await.is_empty());
    }

    #[tokio::test]
    async fn a_file_sent_again_with_its_key_is_one_page_whatever_became_of_it() {
        let world = World::new().await;
        let reference = world.started().await;
        let ctx = world.beneficiary();
        let sent = Sent { once: "0a".repeat(16), ..plain(PAPER) };
        world.give(&reference, PAPER, "another").await;
        for _ in 0..2 {
            add_page(&ctx, &reference, &sent, pdf("one")).await.expect("taken");
        }
        assert!(page_came_before(&ctx, &sent.once).await.expect("known"));
        assert!(!page_came_before(&world.stranger(), &sent.once).await.expect("not theirs"));
        assert_eq!(hashes(&world, &reference).await.len(), 2);
        // The answer was lost, the page is taken out in another tab, and the first tab tries again.
        remove_page(&ctx, &reference, PAPER, &pdf("one").sha256).await.expect("taken out");
        add_page(&ctx, &reference, &sent, pdf("one")).await.expect("taken before");
        assert_eq!(hashes(&world, &reference).await, [pdf("another").sha256]);
    }

    #[tokio::test]
    async fn two_tries_at_the_same_time_are_one_page() {
        let world = World::new().await;
        let reference = world.started().await;
        let ctx = world.beneficiary();
        let sent = Sent { once: "0b".repeat(16), ..plain(PAPER) };
        let (one, two) =
            tokio::join!(add_page(&ctx, &reference, &sent, pdf("one")), add_page(&ctx, &reference, &sent, pdf("one")));
        assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
        assert_eq!((hashes(&world, &reference).await.len(), world.stored_files()), (1, 1));
    }

    #[tokio::test]
    async fn ten_pages_and_no_more() {
        let world = World::new().await;
        let reference = world.started().await;
        for number in 0..Pages::MOST {
            world.give(&reference, PAPER, &number.to_string()).await;
        }
        let more = add_page(&world.beneficiary(), &reference, &plain(PAPER), pdf("more")).await;
        assert!(matches!(more, Err(Error::Field { field: "file", why: Invalid::TooManyPages { max: 10 } })));
        assert_eq!(world.stored_files(), Pages::MOST);
    }

    #[tokio::test]
    async fn a_newer_document_begins_in_place_of_the_old_one() {
        let world = World::new().await;
        let reference = world.drafted().await;
        let ctx = world.beneficiary();
        let kind = DocumentKind::IncomeProof;
        let old = world.row(&reference).await.answers.document(kind).expect("given").id;
        let issued_on = Some(ctx.today() - TimeDelta::days(3));
        let sent = Sent { instead_of: Some(old), issued_on, ..plain(kind) };
        for content in ["new, page one", "new, page two"] {
            add_page(&ctx, &reference, &sent, pdf(content)).await.expect("given");
        }
        let given = world.row(&reference).await.answers.document(kind).cloned().expect("given");
        assert_eq!((given.pages.count(), given.issued_on), (2, issued_on));
        let former = store::documents::find(ctx.db(), old).await.expect("read").expect("on record");
        assert_eq!((former.given.pages.count(), former.replaced_by), (1, Some(given.id)));
    }

    #[tokio::test]
    async fn one_page_more_voids_the_signature() {
        let world = World::new().await;
        let reference = world.signed().await;
        world.give(&reference, PAPER, "the back").await;
        assert!(world.row(&reference).await.stage.signature().is_none());
    }

    #[tokio::test]
    async fn nothing_is_left_of_a_refused_document() {
        let world = World::new().await;
        let reference = world.started().await;
        let ctx = world.beneficiary();
        let unasked = add_page(&ctx, &reference, &plain(DocumentKind::DivorceDeed), pdf("x")).await;
        assert!(matches!(unasked, Err(Error::Field { field: "file", why: Invalid::Choice })));
        let undated = add_page(&ctx, &reference, &plain(DocumentKind::IncomeProof), pdf("x")).await;
        assert!(matches!(undated, Err(Error::Field { field: "issued", why: Invalid::Missing })));
        let tomorrow = Some(ctx.today() + TimeDelta::days(1));
        let early =
            add_page(&ctx, &reference, &Sent { issued_on: tomorrow, ..plain(DocumentKind::IncomeProof) }, pdf("x"))
                .await;
        assert!(matches!(early, Err(Error::Field { field: "issued", why: Invalid::DateInFuture })));
        let theirs = add_page(&world.stranger(), &reference, &plain(PAPER), pdf("x")).await;
        assert!(matches!(theirs, Err(Error::NotFound)));
        assert_eq!(world.stored_files(), 0);
        assert_eq!(world.row(&reference).await.version, 1);
    }

    #[tokio::test]
    async fn a_request_that_was_sent_takes_no_more_documents() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let files = world.stored_files();
        let late = add_page(&world.beneficiary(), &reference, &plain(PAPER), pdf("x")).await;
        assert!(matches!(late, Err(Error::NotNow(_))));
        assert_eq!(world.stored_files(), files);
    }

    #[tokio::test]
    async fn of_a_returned_request_only_the_paper_asked_for_changes() {
        let world = World::new().await;
        let reference = world.submitted().await;
        world.give_back(&reference, vec![Gap::Document { kind: PAPER }]).await;
        let ctx = world.beneficiary();
        let day = Some(ctx.today());
        let other =
            add_page(&ctx, &reference, &Sent { issued_on: day, ..plain(DocumentKind::IncomeProof) }, pdf("x")).await;
        assert!(matches!(other, Err(Error::Forbidden(Action::EditAnswers))));
        add_page(&ctx, &reference, &plain(PAPER), pdf("x")).await.expect("asked for");
    }

    #[tokio::test]
    async fn asking_for_the_documents_asks_for_each_of_them() {
        let world = World::new().await;
        let reference = world.submitted().await;
        world.give_back(&reference, vec![Gap::Section { section: Section::Documents }]).await;
        add_page(&world.beneficiary(), &reference, &plain(PAPER), pdf("x")).await.expect("asked for");
    }
}
