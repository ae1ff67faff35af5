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
use domain::{CertificateId, DocumentId, NaiveDate, Reference, committee::Choice};
use http::{StatusCode, header, request::Parts};
use i18n::{Locale, pick};
use letters::{CertificateFacts, DecisionFacts, Letter, LetterKind, Letterhead, Outcome, ReceiptFacts};
use services::{Ctx, applications, letters as facts};

/// The addresses of files, in both locales.
pub fn routes(router: PostRouter) -> PostRouter {
    let mut router = router;
    for locale in [Locale::ar, Locale::en] {
        let at = |path| i18n::localised(locale, path);
        router = router
            .route(&at("/my/requests/{reference}/receipt.pdf"), get(receipt))
            .route(&at("/my/requests/{reference}/answer.pdf"), get(answer))
            .route(&at("/my/requests/{reference}/documents/{document}"), get(document))
            .route(&at("/office/requests/{reference}/documents/{document}"), get(document))
            .route(&at("/volunteer/mine/certificates/{id}/certificate.pdf"), get(certificate))
            .route(&at("/office/volunteers/certificates/{id}/certificate.pdf"), get(certificate))
            .route(&at("/committee/cases/{reference}/documents/{document}"), get(document));
    }
    router
}

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
    let (media, bytes) = applications::open_document(&ctx, &reference, id).await?;
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
