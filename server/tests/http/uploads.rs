//! Hostile files, posted through the real router by somebody who is signed in: each is refused with a message or
//! stored as a picture drawn anew, and given back as an attachment in which nothing runs.

mod pages;
mod specimens;

use std::{collections::BTreeSet, fs};

use crate::support::{Cookies, Outcome, Site, text};
use axum::body::Body;
use domain::{request::StageKind, views::DemoPerson};
use http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use image::{GenericImageView as _, ImageFormat};
use services::demo;
use specimens::{CANARY, Fate, Specimen};

/// An applicant with an application they are still writing.
struct Applicant {
    site: Site,
    who: Cookies,
    reference: String,
}

impl Applicant {
    async fn new() -> Outcome<Self> {
        let site = Site::of_the_demonstration().await?;
        let people = demo::sheet(&site.system()).await?.people;
        let draft: &DemoPerson =
            people.iter().find(|person| person.stage == StageKind::Draft).ok_or("somebody still writes")?;
        let (who, reference) = (site.beneficiary(draft).await?, draft.reference.to_string());
        Ok(Self { site, who, reference })
    }

    async fn give(&self, specimen: &Specimen) -> Outcome<Response<Body>> {
        let mut body = b"--edge\r\nContent-Disposition: form-data; name=\"file_national_id\"; filename=\"".to_vec();
        body.extend(&specimen.name);
        body.extend(b"\"\r\nContent-Type: image/jpeg\r\n\r\n");
        body.extend(&specimen.bytes);
        body.extend(b"\r\n--edge--\r\n");
        let request = Request::post(format!("/apply/{}/documents/national_id", self.reference))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header(header::COOKIE, self.who.line());
        self.site.send(request.body(Body::from(body))?).await
    }

    /// Every specimen begins the document anew: it has ten pages at most.
    async fn take_back(&self) -> Outcome {
        let request = Request::post(format!("/apply/{}/documents/national_id/remove", self.reference))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, self.who.line());
        self.site.send(request.body(Body::empty())?).await.map(|_| ())
    }

    async fn get(&self, path: &str) -> Outcome<Response<Body>> {
        self.site.send(Request::get(path).header(header::COOKIE, self.who.line()).body(Body::empty())?).await
    }

    /// The papers given so far, by their numbers.
    async fn papers(&self) -> Outcome<BTreeSet<u64>> {
        let page = text(self.get(&format!("/apply/{}/documents", self.reference)).await?).await?;
        let link = format!("/my/requests/{}/documents/", self.reference);
        let numbers = page.split(&link).skip(1).filter_map(|rest| {
            rest.split(|letter: char| !letter.is_ascii_digit()).next().and_then(|number| number.parse().ok())
        });
        Ok(numbers.collect())
    }
}

/// What is wrong with how a specimen was treated; nothing, if all is well.
async fn fault(applicant: &Applicant, specimen: &Specimen) -> Outcome<Option<String>> {
    applicant.take_back().await?;
    let before = applicant.papers().await?;
    let answer = applicant.give(specimen).await?;
    let status = answer.status();
    let new: Vec<u64> = applicant.papers().await?.difference(&before).copied().collect();
    let either = matches!(specimen.fate, Fate::RefusedOrRedrawn(..));
    if specimen.fate == Fate::Refused || (either && status != StatusCode::SEE_OTHER) {
        let page = text(answer).await?;
        let told = page.contains("error-summary") || page.contains("role=\"alert\"");
        let refused = matches!(status, StatusCode::UNPROCESSABLE_ENTITY | StatusCode::PAYLOAD_TOO_LARGE);
        return Ok(
            (!refused || !told || !new.is_empty()).then(|| format!("{status}, told {told}, stored {}", new.len()))
        );
    }
    let (StatusCode::SEE_OTHER, [number]) = (status, new.as_slice()) else {
        return Ok(Some(format!("{status}, stored {}", new.len())));
    };
    let file = applicant.get(&format!("/my/requests/{}/documents/{number}", applicant.reference)).await?;
    let served = served_badly(&file);
    let bytes = file.into_body().collect().await?.to_bytes();
    Ok(served.or_else(|| stored_badly(specimen, &bytes)))
}

/// What is wrong with the headers a file is given back with.
fn served_badly(file: &Response<Body>) -> Option<String> {
    let header = |name| file.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let disposition = header(header::CONTENT_DISPOSITION);
    let name = disposition.strip_prefix("attachment; filename=\"").and_then(|rest| rest.strip_suffix('"'));
    let plain = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    let ending = name.and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    let right = file.status() == StatusCode::OK
        && name.is_some_and(plain)
        && ["pdf", "jpg", "png", "webp"].contains(&ending)
        && ["application/pdf", "image/jpeg", "image/png", "image/webp"].contains(&header(header::CONTENT_TYPE))
        && header(header::X_CONTENT_TYPE_OPTIONS) == "nosniff"
        && header(header::CACHE_CONTROL).contains("no-store")
        && header(header::CONTENT_SECURITY_POLICY).contains("sandbox")
        && header(header::CONTENT_SECURITY_POLICY).contains("default-src 'none'");
    (!right).then(|| format!("{} {:?}", file.status(), file.headers()))
}

/// What is wrong with the file as it was stored.
fn stored_badly(specimen: &Specimen, bytes: &[u8]) -> Option<String> {
    let holds = |wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
    match specimen.fate {
        Fate::Kept => (bytes != specimen.bytes).then(|| "a PDF was changed".to_owned()),
        Fate::Redrawn(format, width, height) | Fate::RefusedOrRedrawn(format, width, height) => {
            let sides = image::load_from_memory_with_format(bytes, format).map(|picture| picture.dimensions());
            let traces = ["WISAL-CANARY", "Exif", "<?php", "PK\u{3}\u{4}", "%PDF", "ICC_PROFILE", "xpacket"];
            let trace = traces.into_iter().find(|trace| holds(trace.as_bytes()));
            match (sides, trace) {
                (Ok(sides), None) if sides == (width, height) => None,
                (sides, trace) => Some(format!("{sides:?}, holds {trace:?}")),
            }
        }
        Fate::Refused => Some("it should not be there".to_owned()),
    }
}

/// The most memory this process had, in kilobytes; 0 where the system does not tell.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

#[tokio::test]
async fn every_hostile_file_is_refused_or_drawn_anew() -> Outcome {
    let specimens = specimens::all();
    assert!(specimens.len() >= 60, "{}", specimens.len());
    let applicant = Applicant::new().await?;
    let before = most_memory();
    let mut faults = Vec::new();
    for specimen in &specimens {
        if let Some(fault) = fault(&applicant, specimen).await? {
            faults.push(format!("{}: {fault}", specimen.what));
        }
    }
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), specimens.len(), faults.join("\n"));
    let grown = most_memory() - before;
    assert!(grown < 400 * 1024, "memory grew by {grown} kB");
    Ok(())
}

#[tokio::test]
async fn the_specimens_are_what_they_say() -> Outcome {
    let photo = specimens::all().into_iter().find(|specimen| specimen.name == b"gps.jpg").ok_or("there")?;
    let holds = |wanted: &[u8]| photo.bytes.windows(wanted.len()).any(|window| window == wanted);
    assert!(holds(CANARY) && holds(b"Exif"));
    let picture = image::load_from_memory_with_format(&photo.bytes, ImageFormat::Jpeg)?;
    assert_eq!(picture.dimensions(), (8, 4));
    Ok(())
}

#[tokio::test]
async fn the_name_of_a_file_leads_nowhere() -> Outcome {
    let applicant = Applicant::new().await?;
    let photo = Specimen {
        what: "a photo",
        name: "\u{202E}<b>x</b>../gpj.exe".as_bytes().to_vec(),
        bytes: specimens::picture(ImageFormat::Jpeg),
        fate: Fate::Redrawn(ImageFormat::Jpeg, 8, 4),
    };
    assert_eq!(fault(&applicant, &photo).await?, None);
    let page = text(applicant.get(&format!("/apply/{}/documents", applicant.reference)).await?).await?;
    assert!(!page.contains('\u{202E}') && !page.contains("<b>x</b>") && !page.contains("gpj"));
    Ok(())
}
