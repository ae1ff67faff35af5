//! Files of people: uploaded documents and letters. Always an attachment, never sniffed, never shown as a page of ours.

use app::{AppError, posts::{PostRouter, place}, request::to_sign_in};
use axum::{
    extract::Request,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::{DocumentId, Reference, document::MediaType};
use http::{HeaderValue, StatusCode, header};
use i18n::Locale;
use letters::{Letter, LetterKind, Letterhead};
use services::{Ctx, applications, letters as facts};

/// The addresses of files, in both locales.
pub fn routes(router: PostRouter) -> PostRouter {
    let mut router = router;
    for locale in [Locale::ar, Locale::en] {
        let at = |path| i18n::localised(locale, path);
        router = router
            .route(&at("/my/requests/{reference}/receipt.pdf"), get(receipt))
            .route(&at("/my/requests/{reference}/answer.pdf"), get(answer))
            .route(&at("/apply/{reference}/documents/{document}"), get(document))
            .route(&at("/office/requests/{reference}/documents/{document}"), get(document))
            .route(&at("/committee/cases/{reference}/documents/{document}"), get(document));
    }
    router
}

async fn document(request: Request) -> Response {
    serve(request, async |ctx, reference, document| {
        let document = document.ok_or(AppError::NotFound)?;
        let (media, bytes) = applications::open_document(ctx, reference, document).await?;
        Ok((media, bytes, format!("{reference}-{document}.{}", media.extension())))
    })
    .await
}

async fn receipt(request: Request) -> Response {
    serve(request, async |ctx, reference, _| {
        let receipt = facts::receipt(ctx, reference).await?;
        print(ctx, reference, "receipt", receipt.number.clone(), receipt.date, files_receipt(receipt)).await
    })
    .await
}

async fn answer(request: Request) -> Response {
    serve(request, async |ctx, reference, _| {
        let answer = facts::answer(ctx, reference).await?;
        print(ctx, reference, "answer", answer.number.clone(), answer.date, files_answer(answer)).await
    })
    .await
}
