//! Reading a form with files in it: its texts, and the bytes of its files, never more than they may have.

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::Field},
    response::Response,
};
use domain::{Invalid, document::LARGEST_FILE};
use http::{StatusCode, request::Parts};
use services::files;

use crate::{
    form::{Problem, Values},
    posts::{self, Renderer},
};

/// Bytes of an upload read at most. More than its files may have: what is too large is read to its end and thrown away,
/// so that the browser listens to the answer instead of meeting a closed connection.
pub const LARGEST_UPLOAD: usize = 64 * 1024 * 1024;

/// Longest text beside the files, in bytes: the longest message a person may write, and some more.
const LONGEST_TEXT: usize = 64 * 1024;

/// A file as it arrived: its bytes, or why they were not read. Its name is shown, never trusted.
#[derive(Debug)]
pub struct Arrived<B = Result<Vec<u8>, Invalid>> {
    pub name: String,
    pub bytes: B,
}

/// Reads the form as [`read_each`]; one file that cannot be taken refuses them all.
pub async fn read(request: Request, values: &mut Values, most: usize) -> Result<Vec<Arrived<Vec<u8>>>, Invalid> {
    let arrived = read_each(request, values, most).await?;
    arrived.into_iter().map(|Arrived { name, bytes }| Ok(Arrived { name, bytes: bytes? })).collect()
}

/// Reads the form: its texts into `values`, up to `most` files into memory. A text that is too long arrives as nothing.
pub async fn read_each(request: Request, values: &mut Values, most: usize) -> Result<Vec<Arrived>, Invalid> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Invalid::FileMissing)?;
    let mut arrived = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|error| broken(error.status()))? {
        let name = field.name().unwrap_or_default().to_owned();
        if let Some(file_name) = field.file_name().map(str::to_owned) {
            let room = if arrived.len() < most { LARGEST_FILE } else { 0 };
            let bytes = match bytes_of(field, room).await? {
                Some(bytes) if bytes.is_empty() => continue,
                Some(bytes) => Ok(bytes),
                None if room == 0 => Err(Invalid::TooMany { max: most }),
                None => Err(broken(StatusCode::PAYLOAD_TOO_LARGE)),
            };
            arrived.push(Arrived { name: file_name, bytes });
        } else {
            let text = bytes_of(field, LONGEST_TEXT).await?.unwrap_or_default();
            values.0.push((name, String::from_utf8_lossy(&text).into_owned()));
        }
    }
    Ok(arrived)
}

/// Looks into a file on a thread that may block.
pub async fn check(bytes: Vec<u8>) -> Result<Result<files::Accepted, Invalid>, Problem> {
    Ok(files::look(move || files::accept(bytes)).await?)
}

/// The page the form was on, again. A file that was too large shows in the status, too.
pub async fn refuse(renderer: &Renderer, parts: Parts, values: Values, problem: Problem) -> Response {
    let too_large = is_too_large(&problem);
    let mut response = posts::refuse(renderer, parts, "", values, problem).await;
    if too_large {
        *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    }
    response
}

/// Was a file too large? Then the answer says so in its status, too.
pub fn is_too_large(problem: &Problem) -> bool {
    let large = |why: &Invalid| matches!(why, Invalid::FileTooLarge { .. } | Invalid::PagesTooLarge { .. });
    matches!(problem, Problem::Fields(problems) if problems.iter().any(|(_, why)| large(why)))
}

/// A part's bytes, or `None` if there are more than `most`; it is read to its end either way.
async fn bytes_of(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Invalid> {
    let mut bytes = Vec::new();
    let mut fits = true;
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(error.status()))? {
        fits = fits && bytes.len() + chunk.len() <= most;
        if fits {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    Ok(fits.then_some(bytes))
}

fn broken(status: StatusCode) -> Invalid {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        Invalid::FileTooLarge { max_megabytes: 10 }
    } else {
        Invalid::FileDamaged
    }
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, extract::DefaultBodyLimit};

    use super::*;

    fn upload(file: &[u8], file_name: &str) -> Request {
        let mut body = Vec::new();
        let text = "--x\r\nContent-Disposition: form-data; name=\"issued_lease_day\"\r\n\r\n12\r\n";
        body.extend_from_slice(text.as_bytes());
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file_lease\"; filename=\"{file_name}\"\r\n\
             Content-Type: application/pdf\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--x--\r\n");
        request("multipart/form-data; boundary=x", body)
    }

    fn request(content_type: &str, body: Vec<u8>) -> Request {
        http::Request::post("/").header("content-type", content_type).body(Body::from(body)).expect("a request")
    }

    #[tokio::test]
    async fn the_file_and_the_texts_are_read() {
        let mut values = Values::default();
        let arrived = read(upload(b"%PDF-1.7 %%EOF", "lease.pdf"), &mut values, 1).await.expect("read");
        assert_eq!(arrived.len(), 1);
        assert_eq!(arrived[0].name, "lease.pdf");
        assert_eq!(arrived[0].bytes, b"%PDF-1.7 %%EOF");
        assert_eq!(values.get("issued_lease_day"), "12");
    }

    #[tokio::test]
    async fn a_script_called_pdf_is_no_document() {
        let mut values = Values::default();
        let mut arrived = read(upload(b"<?php echo 1; ?>", "report.pdf"), &mut values, 1).await.expect("read");
        let script = arrived.pop().expect("a file");
        assert_eq!(check(script.bytes).await.expect("checked").map(|file| file.media), Err(Invalid::FileType));
    }

    #[tokio::test]
    async fn without_a_file_or_a_form_there_is_nothing_to_read() {
        let mut values = Values::default();
        assert!(read(upload(b"", ""), &mut values, 1).await.expect("read").is_empty());
        let plain = request("application/x-www-form-urlencoded", b"file_lease=x".to_vec());
        assert_eq!(read(plain, &mut values, 1).await.err(), Some(Invalid::FileMissing));
        let cut =
            request("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"f".to_vec());
        assert_eq!(read(cut, &mut values, 1).await.err(), Some(Invalid::FileDamaged));
    }

    #[tokio::test]
    async fn thirty_megabytes_are_too_many_and_the_texts_are_kept() {
        let mut request = upload(&vec![0; 30 * 1024 * 1024], "photo.jpg");
        DefaultBodyLimit::max(LARGEST_UPLOAD).apply(&mut request);
        let mut values = Values::default();
        assert_eq!(read(request, &mut values, 1).await.err(), Some(Invalid::FileTooLarge { max_megabytes: 10 }));
        assert_eq!(values.get("issued_lease_day"), "12");
    }

    #[tokio::test]
    async fn one_file_more_than_may_come_is_not_taken() {
        let mut values = Values::default();
        let refused = read(upload(b"%PDF-1.7 %%EOF", "lease.pdf"), &mut values, 0).await.err();
        assert_eq!(refused, Some(Invalid::TooMany { max: 0 }));
        assert_eq!(values.get("issued_lease_day"), "12");
    }

    #[tokio::test]
    async fn beyond_the_limit_of_the_route_nothing_is_read() {
        let mut request = upload(&vec![0; 64 * 1024], "photo.jpg");
        DefaultBodyLimit::max(1024).apply(&mut request);
        let why = read(request, &mut Values::default(), 1).await.err();
        assert_eq!(why, Some(Invalid::FileTooLarge { max_megabytes: 10 }));
    }
}
