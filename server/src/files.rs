//! Files of people: uploaded documents and letters. Always an attachment, never sniffed, never shown as a page of ours.

use app::{
    AppError,
    posts::{Place, PostRouter, place},
    request::to_sign_in,
};
use axum::{
    extract::Request,
    response::{IntoResponse as _, Response},
    routing::get,
};
use domain::{CertificateId, DocumentId, MatterFileId, NaiveDate, Reference, committee::Choice};
use http::{StatusCode, header, request::Parts};
use i18n::{Locale, pick};
use letters::{
    CertificateFacts, DataFacts, DataPart, DecisionFacts, Letter, LetterKind, Letterhead, Outcome, ReceiptFacts,
};
use services::{Ctx, applications, letters as facts, mydata, voice};

/// The addresses of files, in both locales.
pub fn routes(router: PostRouter) -> PostRouter {
    let mut router = router;
    for locale in [Locale::ar, Locale::en] {
        let at = |path| i18n::localised(locale, path);
        router = router
            .route(&at("/my/requests/{reference}/receipt.pdf"), get(receipt))
            .route(&at("/my/requests/{reference}/answer.pdf"), get(answer))
            .route(&at("/my/requests/{reference}/documents/{document}"), get(document))
            .route(&at("/my/requests/{reference}/documents/{document}/{page}"), get(document))
            .route(&at("/my/requests/{reference}/documents/{document}/{page}/small"), get(small_page))
            .route(&at("/my/documents/{document}"), get(safe_document))
            .route(&at("/my/documents/{document}/{page}"), get(safe_document))
            .route(&at("/my/data/copy.json"), get(copy_json))
            .route(&at("/my/data/copy.pdf"), get(copy_pdf))
            .route(&at("/office/requests/{reference}/documents/{document}"), get(document))
            .route(&at("/office/requests/{reference}/documents/{document}/{page}"), get(document))
            .route(&at("/office/contact/{reference}/files/{file}"), get(matter_file))
            .route(&at("/volunteer/mine/certificates/{id}/certificate.pdf"), get(certificate))
            .route(&at("/office/volunteers/certificates/{id}/certificate.pdf"), get(certificate))
            .route(&at("/committee/cases/{reference}/documents/{document}"), get(document))
            .route(&at("/committee/cases/{reference}/documents/{document}/{page}"), get(document));
    }
    router
}

/// Should a browser show a file all the same, nothing in it runs, loads or reaches us.
const NOTHING_RUNS: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// A file on its way to a person.
struct Attachment {
    mime: &'static str,
    name: String,
    bytes: Vec<u8>,
}

async fn document(request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let asked = asked(&mut parts).await;
    answer_with(&parts, open_document(asked).await)
}

async fn small_page(request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let asked = asked(&mut parts).await;
    answer_with(&parts, open_small(asked).await)
}

async fn matter_file(request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let asked = asked(&mut parts).await;
    answer_with(&parts, open_matter_file(asked).await)
}

async fn receipt(request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let asked = asked(&mut parts).await;
    answer_with(&parts, print_receipt(asked).await)
}

async fn answer(request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let asked = asked(&mut parts).await;
    answer_with(&parts, print_answer(asked).await)
}

async fn safe_document(request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let place = place(&mut parts).await;
    let id = place.get("document").map_err(|_| AppError::NotFound);
    let file = match (caller(&parts), id) {
        (Ok(ctx), Ok(id)) => open_own_document(ctx, id, page_number(&place)).await,
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    answer_with(&parts, file)
}

async fn copy_json(request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let file = match caller(&parts) {
        Ok(ctx) => write_copy(ctx).await,
        Err(error) => Err(error),
    };
    answer_with(&parts, file)
}

async fn copy_pdf(request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let file = match caller(&parts) {
        Ok(ctx) => print_copy(ctx).await,
        Err(error) => Err(error),
    };
    answer_with(&parts, file)
}

/// Who asks for a file of their own.
fn caller(parts: &Parts) -> Result<Ctx, AppError> {
    parts.extensions.get::<Ctx>().cloned().ok_or(AppError::NotFound)
}

async fn open_own_document(ctx: Ctx, id: DocumentId, page: usize) -> Result<Attachment, AppError> {
    let (media, bytes) = mydata::open_document(&ctx, id, page).await?;
    Ok(Attachment { mime: media.mime(), name: format!("document-{id}-{page}.{}", media.extension()), bytes })
}

/// Everything held about the caller, for programs (PDPL).
async fn write_copy(ctx: Ctx) -> Result<Attachment, AppError> {
    let copy = mydata::copy(&ctx).await?;
    let bytes = serde_json::to_vec_pretty(&copy).map_err(|error| broken(&error))?;
    Ok(Attachment { mime: "application/json", name: format!("my-data-{}.json", ctx.today()), bytes })
}

/// The same on the letterhead.
async fn print_copy(ctx: Ctx) -> Result<Attachment, AppError> {
    let copy = facts::my_data(&ctx).await?;
    let part = |(title, rows)| DataPart { title, rows, nothing: copy.nothing.clone() };
    let letter = letter(
        &ctx,
        copy.number,
        copy.date,
        LetterKind::Data(DataFacts {
            person: copy.person,
            title: copy.title,
            opening: copy.opening,
            facts: copy.facts,
            parts: copy.parts.into_iter().map(part).collect(),
        }),
    );
    print(letter, format!("my-data-{}.pdf", ctx.today())).await
}

/// Who asks for a file of which request.
struct Asked {
    ctx: Ctx,
    reference: Reference,
    place: Place,
}

async fn asked(parts: &mut Parts) -> Result<Asked, AppError> {
    let place = place(parts).await;
    let ctx = parts.extensions.get::<Ctx>().cloned().ok_or(AppError::NotFound)?;
    let reference = place.get("reference").map_err(|_| AppError::NotFound)?;
    Ok(Asked { ctx, reference, place })
}

async fn open_document(asked: Result<Asked, AppError>) -> Result<Attachment, AppError> {
    let Asked { ctx, reference, place } = asked?;
    let id: DocumentId = place.get("document").map_err(|_| AppError::NotFound)?;
    let page = page_number(&place);
    let (media, bytes) = applications::open_document(&ctx, &reference, id, page).await?;
    Ok(Attachment { mime: media.mime(), name: format!("{reference}-{id}-{page}.{}", media.extension()), bytes })
}

/// The page an address names, from 1; without one, the first. What is no number is no page.
fn page_number(place: &Place) -> usize {
    if place.0.contains_key("page") { place.get("page").unwrap_or(0) } else { 1 }
}

/// A small picture of a page, to see which one it is.
async fn open_small(asked: Result<Asked, AppError>) -> Result<Attachment, AppError> {
    let Asked { ctx, reference, place } = asked?;
    let id: DocumentId = place.get("document").map_err(|_| AppError::NotFound)?;
    let page = page_number(&place);
    let (media, bytes) = applications::small_page(&ctx, &reference, id, page).await?;
    Ok(Attachment { mime: media.mime(), name: format!("{reference}-{id}-{page}-small.{}", media.extension()), bytes })
}

async fn open_matter_file(asked: Result<Asked, AppError>) -> Result<Attachment, AppError> {
    let Asked { ctx, reference, place } = asked?;
    let id: MatterFileId = place.get("file").map_err(|_| AppError::NotFound)?;
    let (media, bytes) = voice::open_file(&ctx, &reference, id).await?;
    Ok(Attachment { mime: media.mime(), name: format!("{reference}-{id}.{}", media.extension()), bytes })
}

async fn print_receipt(asked: Result<Asked, AppError>) -> Result<Attachment, AppError> {
    let Asked { ctx, reference, .. } = asked?;
    let receipt = facts::receipt(&ctx, &reference).await?;
    let letter = letter(
        &ctx,
        receipt.number,
        receipt.date,
        LetterKind::Receipt(ReceiptFacts {
            applicant: receipt.applicant,
            reference: receipt.reference,
            programme: receipt.programme,
            submitted_on: receipt.submitted_on,
            earliest_reply_on: receipt.earliest_reply_on,
            latest_reply_on: receipt.latest_reply_on,
            documents: receipt.documents,
            answers_hash: receipt.answers_hash,
            signed_by: receipt.signed_by,
        }),
    );
    print(letter, format!("{reference}-receipt.pdf")).await
}

async fn print_answer(asked: Result<Asked, AppError>) -> Result<Attachment, AppError> {
    let Asked { ctx, reference, .. } = asked?;
    let answer = facts::answer(&ctx, &reference).await?;
    let letter = letter(
        &ctx,
        answer.number,
        answer.date,
        LetterKind::Decision(DecisionFacts {
            applicant: answer.applicant,
            reference: answer.reference,
            programme: answer.programme,
            outcome: match answer.outcome {
                Choice::Accept => Outcome::Accepted,
                Choice::Reject => Outcome::Rejected,
                Choice::Defer => Outcome::Deferred,
            },
            decision_number: answer.decision_number,
            decided_session_on: answer.decided_session_on,
            reason: answer.reason,
            clause: answer.clause,
            appeal_until: answer.appeal_until,
            next: answer.next,
        }),
    );
    print(letter, format!("{reference}-answer.pdf")).await
}

async fn certificate(request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let place = place(&mut parts).await;
    let ctx = parts.extensions.get::<Ctx>().cloned();
    answer_with(&parts, print_certificate(ctx, place).await)
}

async fn print_certificate(ctx: Option<Ctx>, place: Place) -> Result<Attachment, AppError> {
    let ctx = ctx.ok_or(AppError::NotFound)?;
    let id: CertificateId = place.get("id").map_err(|_| AppError::NotFound)?;
    let certificate = facts::certificate(&ctx, id).await?;
    let name = format!("{}.pdf", certificate.number);
    let facts = CertificateFacts {
        volunteer: certificate.volunteer,
        opportunity: certificate.opportunity,
        minutes: certificate.minutes,
        from: certificate.from,
        until: certificate.until,
    };
    let plain = letter(&ctx, certificate.number, certificate.date, LetterKind::Certificate(facts));
    print(Letter { verify: Some(certificate.verify), ..plain }, name).await
}

/// A letter on the association's letterhead, in the reader's language.
fn letter(ctx: &Ctx, number: String, date: NaiveDate, kind: LetterKind) -> Letter {
    let association = &ctx.house().association;
    let head = Letterhead {
        name_ar: association.name.ar.clone(),
        name_en: association.name.en.clone(),
        licence: association.licence.clone(),
        unified_number: association.unified_number.clone(),
        address: pick(&association.address, ctx.locale()).to_owned(),
        phone: association.phone.clone(),
    };
    Letter { locale: ctx.locale(), head, number, date, kind, verify: None }
}

/// Setting a letter takes milliseconds of one core: off the async threads.
async fn print(letter: Letter, name: String) -> Result<Attachment, AppError> {
    let printed = tokio::task::spawn_blocking(move || letters::render(&letter)).await;
    let bytes = match printed {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => return Err(broken(&error)),
        Err(error) => return Err(broken(&error)),
    };
    Ok(Attachment { mime: "application/pdf", name, bytes })
}

fn broken(error: &dyn std::error::Error) -> AppError {
    let reference = app::request::error_reference();
    tracing::error!(reference, %error, "a letter could not be printed");
    AppError::Internal { reference }
}

fn answer_with(parts: &Parts, outcome: Result<Attachment, AppError>) -> Response {
    match outcome {
        Ok(file) => {
            let disposition = format!("attachment; filename=\"{}\"", file.name);
            let headers = [
                (header::CONTENT_TYPE, file.mime.to_owned()),
                (header::CONTENT_DISPOSITION, disposition),
                (header::CACHE_CONTROL, "private, no-store".to_owned()),
                (header::CONTENT_SECURITY_POLICY, NOTHING_RUNS.to_owned()),
            ];
            (headers, file.bytes).into_response()
        }
        Err(AppError::NotSignedIn) => to_sign_in(parts),
        Err(error) => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let locale = i18n::split_locale(parts.uri.path()).0;
            (status, error.words(locale)).into_response()
        }
    }
}
