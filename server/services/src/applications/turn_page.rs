//! A page is turned by a quarter: the picture is drawn anew, turned, and takes the place of the former.

use domain::{
    Reference,
    access::Action,
    document::{DocumentKind, MediaType},
};
use store::{Tx, pages::NewPage};

use super::{open_document, pages};
use crate::{
    Ctx, Error, Result,
    files::{self, Accepted},
    requests::{self, Move},
};

/// Turns a page by a quarter, the way a clock goes. The former picture stays on record. What was signed is void (H4). A
/// page that is not there any more was turned before: nothing changes.
pub async fn turn_page(ctx: &Ctx, reference: &Reference, kind: DocumentKind, sha256: &str) -> Result<()> {
    let row = requests::find(ctx, ctx.db(), reference, Action::EditAnswers).await?;
    pages::check_open(&row.stage, kind)?;
    let given = row.answers.document(kind);
    let Some((given, number)) = given.and_then(|given| Some((given, given.pages.position(sha256)?))) else {
        return Ok(());
    };
    let (media, bytes) = open_document(ctx, reference, given.id, number).await?;
    let turned = turned(media, bytes).await?;
    let page = pages::store(ctx, &original_name(ctx, given.id, sha256).await?, turned).await?;
    let key = page.file_key.clone();
    let (caller, reference, sha256) = (ctx.clone(), reference.clone(), sha256.to_owned());
    let outcome = ctx
        .db()
        .write(move |tx| Box::pin(async move { put(&caller, tx, &reference, kind, &sha256, &page).await }))
        .await;
    if !matches!(outcome, Ok(true)) {
        ctx.house().files.forget(&key).await;
    }
    outcome.map(|_| ())
}

async fn turned(media: MediaType, bytes: Vec<u8>) -> Result<Accepted> {
    let turned = files::look(move || files::turn(media, &bytes)).await?;
    turned.map_err(|why| Error::field("file", why))
}

async fn original_name(ctx: &Ctx, id: domain::DocumentId, sha256: &str) -> Result<String> {
    let document = store::documents::find(ctx.db(), id).await?.ok_or(Error::NotFound)?;
    Ok(document.file(sha256).map(|stored| stored.original_name.clone()).unwrap_or_default())
}

/// Puts the turned page in the place of the former. `false` where that is gone.
async fn put(
    ctx: &Ctx,
    tx: &Tx,
    reference: &Reference,
    kind: DocumentKind,
    sha256: &str,
    page: &NewPage,
) -> Result<bool> {
    let step = Move { reference, action: Action::EditAnswers, seen: None, leaves: None };
    let mut row = requests::begin(ctx, tx, &step).await?;
    pages::check_open(&row.stage, kind)?;
    if !row.answers.document(kind).is_some_and(|given| given.pages.holds(sha256)) {
        return Ok(false);
    }
    let id = pages::own(tx, &mut row, kind).await?;
    let put = row.answers.document_mut(kind).is_some_and(|given| given.pages.put(sha256, page.page()));
    if !put {
        return Ok(false);
    }
    store::pages::replace(tx, id, sha256, page).await?;
    requests::advance(&mut row, |stage| stage.edit(ctx.now()))?;
    requests::finish(ctx, tx, &step, &mut row, None).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use domain::Invalid;

    use super::*;
    use crate::{
        applications::{Sent, add_page},
        testing::{World, pdf},
    };

    const PAPER: DocumentKind = DocumentKind::FamilyRecord;

    /// A wide picture, white but for its first corner.
    fn photo() -> Accepted {
        let mut picture = image::RgbImage::from_pixel(6, 4, image::Rgb([255, 255, 255]));
        picture.put_pixel(0, 0, image::Rgb([0, 0, 0]));
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
        files::accept(bytes.into_inner()).expect("accepted")
    }

    #[tokio::test]
    async fn a_page_is_drawn_anew_turned_in_its_place() {
        let world = World::new().await;
        let reference = world.signed().await;
        let ctx = world.beneficiary();
        add_page(&ctx, &reference, &Sent::of(PAPER, "photo.png"), photo()).await.expect("given");
        world.give(&reference, PAPER, "the back").await;
        let before = world.row(&reference).await;
        for _ in 0..2 {
            turn_page(&ctx, &reference, PAPER, &photo().sha256).await.expect("a double press is one");
        }
        let after = world.row(&reference).await;
        assert_eq!(after.version, before.version + 1);
        assert_ne!(after.answers.hash(), before.answers.hash());
        let given = after.answers.document(PAPER).cloned().expect("given");
        assert_eq!((given.pages.count(), given.pages.position(&pdf("the back").sha256)), (3, Some(3)));
        let (_, bytes) = open_document(&ctx, &reference, given.id, 2).await.expect("opened");
        let picture = image::load_from_memory(&bytes).expect("a picture").to_rgb8();
        assert_eq!(picture.dimensions(), (4, 6));
        assert_eq!(picture.get_pixel(3, 0).0, [0, 0, 0], "the first corner is the last of the first row");
        let document = store::documents::find(ctx.db(), given.id).await.expect("read").expect("there");
        assert!(document.file(&photo().sha256).is_some_and(|page| page.left_at.is_some()), "the former is on record");
    }

    #[tokio::test]
    async fn a_pdf_is_not_turned_and_a_stranger_turns_nothing() {
        let world = World::new().await;
        let reference = world.drafted().await;
        let page = pdf("family").sha256;
        let turned = turn_page(&world.beneficiary(), &reference, PAPER, &page).await;
        assert!(matches!(turned, Err(Error::Field { field: "file", why: Invalid::FileType })));
        assert!(matches!(turn_page(&world.stranger(), &reference, PAPER, &page).await, Err(Error::NotFound)));
    }
}
