//! The pages of a document, through the real router: several at once, turned, taken out, and sent by a browser itself.

use axum::body::Body;
use http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use image::{GenericImageView as _, ImageFormat};
use serde_json::Value;

use super::{Applicant, specimens::picture};
use crate::support::{Outcome, text};

/// A form with fields and files.
fn multipart(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.as_bytes());
    }
    for (name, bytes) in files {
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: image/jpeg\r\n\r\n"
        );
        body.extend(head.as_bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    body
}

impl Applicant {
    async fn send(&self, fields: &[(&str, &str)], files: &[(&str, &[u8])], accept: &str) -> Outcome<Response<Body>> {
        let request = Request::post(format!("/en/apply/{}/documents/national_id", self.reference))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header(header::ACCEPT, accept)
            .header(header::COOKIE, self.who.line());
        self.site.send(request.body(Body::from(multipart(fields, files)))?).await
    }

    /// What a browser that sends by itself is told.
    async fn told(&self, once: &str, name: &str, bytes: &[u8]) -> Outcome<(StatusCode, Value)> {
        let answer = self.send(&[("once", once)], &[(name, bytes)], "application/json").await?;
        let status = answer.status();
        Ok((status, serde_json::from_str(&text(answer).await?)?))
    }

    async fn press(&self, act: &str, page: &str) -> Outcome<Response<Body>> {
        let request = Request::post(format!("/apply/{}/documents/national_id/{act}", self.reference))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, self.who.line());
        self.site.send(request.body(Body::from(format!("page={page}")))?).await
    }

    /// The card of the document on its page.
    async fn card(&self) -> Outcome<String> {
        let page = text(self.get(&format!("/en/apply/{}/documents", self.reference)).await?).await?;
        let card = page.split("<section").find(|card| card.contains("paper_national_id")).unwrap_or_default();
        Ok(card.to_owned())
    }

    /// The addresses of its pages.
    async fn pages(&self) -> Outcome<Vec<String>> {
        let card = self.card().await?;
        let links = card.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        Ok(links.filter(|link| link.contains("/documents/")).map(str::to_owned).collect())
    }

    /// The names its pages go by in their buttons.
    async fn hashes(&self) -> Outcome<Vec<String>> {
        let card = self.card().await?;
        let named = card.split("/turn\"").skip(1).filter_map(|form| form.split("value=\"").nth(1)?.split('"').next());
        Ok(named.map(str::to_owned).collect())
    }

    async fn sides(&self, address: &str) -> Outcome<(u32, u32)> {
        let bytes = self.get(address).await?.into_body().collect().await?.to_bytes();
        Ok(image::load_from_memory(&bytes)?.dimensions())
    }
}

async fn with_two_pages() -> Outcome<Applicant> {
    let applicant = Applicant::new().await?;
    applicant.press("remove", "").await?;
    let (front, back) = (picture(ImageFormat::Jpeg), picture(ImageFormat::Png));
    let answer = applicant.send(&[], &[("front.jpg", &front), ("back.png", &back)], "text/html").await?;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let to = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
    assert!(to.ends_with("/documents#paper_national_id"), "{to}");
    Ok(applicant)
}

#[tokio::test]
async fn several_files_are_pages_and_one_that_cannot_be_taken_is_named() -> Outcome {
    let applicant = with_two_pages().await?;
    assert_eq!(applicant.pages().await?.len(), 2);
    let (notes, webp) = (b"only words".to_vec(), picture(ImageFormat::WebP));
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    let files: [(&str, &[u8]); 3] = [("notes.txt", &notes), ("third.webp", &webp), ("photo.heic", &heic)];
    let answer = applicant.send(&[], &files, "text/html").await?;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await?;
    assert!(page.contains("notes.txt: Choose a picture or a PDF file."), "named with its reason");
    assert!(page.contains("photo.heic: We cannot open HEIC photos") && page.contains("Most Compatible"));
    assert!(!page.contains("third.webp:"));
    assert_eq!(applicant.pages().await?.len(), 3, "the others were taken");
    let again = applicant.send(&[], &[("third.webp", &webp)], "text/html").await?;
    assert_eq!((again.status(), applicant.pages().await?.len()), (StatusCode::SEE_OTHER, 3), "sent twice, there once");
    Ok(())
}

#[tokio::test]
async fn a_page_is_turned_and_taken_out_and_the_others_keep_their_order() -> Outcome {
    let applicant = with_two_pages().await?;
    let hashes = applicant.hashes().await?;
    let first = applicant.pages().await?[0].clone();
    assert_eq!(applicant.sides(&first).await?, (8, 4));
    for _ in 0..2 {
        assert_eq!(applicant.press("turn", &hashes[0]).await?.status(), StatusCode::SEE_OTHER);
    }
    assert_eq!(applicant.sides(&first).await?, (4, 8), "pressed twice, turned once");
    assert_eq!(applicant.sides(&format!("{first}/small")).await?, (4, 8));
    let turned = applicant.hashes().await?;
    assert_ne!(turned[0], hashes[0]);
    assert_eq!(turned[1], hashes[1]);
    assert_eq!(applicant.press("take-out", &turned[0]).await?.status(), StatusCode::SEE_OTHER);
    assert_eq!(applicant.hashes().await?, [hashes[1].clone()]);
    let beyond = applicant.get(&first.replace("/1", "/2")).await?;
    assert_eq!(beyond.status(), StatusCode::NOT_FOUND);
    Ok(())
}

#[tokio::test]
async fn a_browser_that_sends_by_itself_is_told_in_json_and_a_lost_answer_stores_one_page() -> Outcome {
    let applicant = with_two_pages().await?;
    let photo = picture(ImageFormat::WebP);
    for _ in 0..2 {
        let (status, told) = applicant.told("0123456789abcdef", "third.webp", &photo).await?;
        assert_eq!((status, told["told"].as_str()), (StatusCode::OK, Some("stored")));
        assert_eq!(told["document"]["more_pages"].as_array().map(Vec::len), Some(2));
    }
    let third = applicant.hashes().await?[2].clone();
    applicant.press("take-out", &third).await?;
    applicant.told("0123456789abcdef", "third.webp", &photo).await?;
    assert_eq!(applicant.pages().await?.len(), 2, "what was taken out does not come back with a late try");
    let (status, told) = applicant.told("b", "photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").await?;
    assert_eq!((status, told["why"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("file_heic")));
    let large = vec![0; 11 * 1024 * 1024];
    let (status, told) = applicant.told("c", "large.jpg", &large).await?;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(told["why"]["file_too_large"]["max_megabytes"].as_u64(), Some(10));
    Ok(())
}
