//! A stranger tries every address: pages, forms, files and server functions. Nothing of anybody's is given or changed.

use std::{collections::BTreeSet, fs, path::Path};

use crate::support::{Cookies, Outcome, Site, text};
use app::App;
use domain::{
    StaffId,
    access::{Actor, Role},
    request::StageKind,
    views::{DemoPerson, VolunteerFilter},
};
use http::StatusCode;
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::generate_route_list;
use services::{demo, volunteers};
use tower::ServiceExt as _;

/// Areas that are there for everybody: their pages show nothing of anybody's.
const PUBLIC: [&str; 19] = [
    "/programmes",
    "/check",
    "/help",
    "/true-or-false",
    "/you-said",
    "/channels",
    "/sign-in",
    "/track",
    "/rate/",
    // A link nobody was sent does not exist.
    "/stop/",
    "/proposals",
    "/volunteer",
    "/verify/",
    "/privacy",
    "/accessibility",
    "/office/sign-in",
    // Where a code is entered; what was begun is behind the cookie of who began it.
    "/for-another/code",
    "/demo",
    "/gallery",
];

/// Server functions that answer everybody.
const PUBLIC_FUNCTIONS: [&str; 18] = [
    "/api/portal/catalogue",
    "/api/portal/programme",
    "/api/knowledge/shelf",
    "/api/knowledge/search",
    "/api/knowledge/article",
    "/api/knowledge/misconceptions",
    "/api/knowledge/improvements",
    "/api/knowledge/channels",
    "/api/voice/terms",
    "/api/voice/published",
    "/api/demo/sheet",
    "/api/demo/outbox",
    "/api/demo/open",
    // What a half-finished sign-in of this browser waits for; nothing without its cookie.
    "/api/account/pending",
    "/api/account/enrolment",
    "/api/volunteer/list",
    "/api/volunteer/opportunity",
    // The code printed on a certificate is the right to check it.
    "/api/volunteer/check",
];

/// Server functions that give everybody signed in their own, and nobody another's.
const OWN: [&str; 5] =
    ["/api/track/mine", "/api/voice/mine", "/api/mydata/sheet", "/api/mydata/plan", "/api/mydata/documents"];

fn is_public(path: &str) -> bool {
    // Writing to the association and coming back with a code; what was written is behind the code.
    let contact = path == "/contact" || path == "/contact/follow" || path.starts_with("/contact/sent/");
    let everybodys = path == "/" || contact || PUBLIC.iter().any(|area| path.starts_with(area));
    everybodys && !path.starts_with("/volunteer/mine")
}

/// Fills the named parts of an address with things nobody has.
fn filled(path: &str) -> String {
    path.replace("{slug}", "food-basket")
        .replace("{reference}", "234-679-ACD")
        .replace("{kind}", "national_id")
        .replace("{section}", "need")
        .replace("{document}", "1")
        .replace("{token}", "0000")
        .replace("{template}", "answered")
        .replace("{language}", "ar")
        .replace("{file}", "1")
        .replace("{id}", "1")
        .replace("{purpose}", "news")
        .replace("{holding}", "identity")
}

/// Every address a form is posted to, read from the sources, so that a new form cannot be forgotten.
fn posted() -> Outcome<BTreeSet<String>> {
    // Two that are not forms of a page: a file, and what is kept while it is typed.
    let mut paths =
        BTreeSet::from(["/apply/{reference}/documents/{kind}", "/apply/{reference}/{section}/keep"].map(str::to_owned));
    let features = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src/features");
    for area in fs::read_dir(features)? {
        let area = area?.path();
        if !area.is_dir() {
            continue;
        }
        for file in fs::read_dir(area)? {
            let file = file?.path();
            if file.is_dir() {
                continue;
            }
            let source = fs::read_to_string(file)?;
            for line in source.lines().map(str::trim) {
                let Some((name, rest)) = line.split_once(": &") else { continue };
                if name.ends_with("const PATH")
                    && let Some(path) = rest.split('"').nth(1)
                {
                    paths.insert(path.to_owned());
                }
            }
        }
    }
    Ok(paths)
}

fn is_refusal(status: StatusCode, location: Option<&str>) -> bool {
    let to_sign_in =
        status.is_redirection() && location.is_some_and(|to| to.contains("/sign-in") || to.contains("/contact/follow"));
    to_sign_in || matches!(status.as_u16(), 401 | 403 | 404 | 405 | 422)
}

#[tokio::test]
async fn every_page_and_file() -> Outcome {
    let site = Site::open().await?;
    let pages = generate_route_list(App).into_iter().map(|page| page.path().to_owned());
    let files = ["receipt.pdf", "answer.pdf", "documents/{document}"];
    let files = files.map(|file| format!("/my/requests/{{reference}}/{file}"));
    let own = ["/my/data/copy.json", "/my/data/copy.pdf", "/my/documents/1"].map(str::to_owned);
    let certificates = ["/volunteer/mine", "/office/volunteers"];
    let certificates = certificates.map(|area| format!("{area}/certificates/{{id}}/certificate.pdf"));
    for path in pages.chain(files).chain(own).chain(certificates) {
        let path = if path.is_empty() { "/".to_owned() } else { path };
        for address in [filled(&path), i18n::localised(i18n::Locale::en, &filled(&path))] {
            let answer = site.get(&address).await?;
            let status = answer.status();
            let location = answer.headers().get("location").and_then(|to| to.to_str().ok()).map(str::to_owned);
            if is_public(&path) {
                assert!(status.as_u16() < 500, "{address}: {status}");
            } else {
                assert!(is_refusal(status, location.as_deref()), "{address}: {status} {location:?}");
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_form() -> Outcome {
    let site = Site::open().await?;
    let forms = posted()?;
    assert!(forms.len() > 25, "the forms were not found: {forms:?}");
    for path in forms {
        let answer = site.post(&filled(&path), "version=1&once=00112233445566778899aabbccddeeff").await?;
        let status = answer.status();
        let location = answer.headers().get("location").and_then(|to| to.to_str().ok()).map(str::to_owned);
        // The checks answer everybody and store nothing; starting a request needs a person.
        let of_a_programme = path.starts_with("/programmes") && !path.ends_with("/check");
        let open = (is_public(&path) && !of_a_programme) || path == "/sign-out";
        if open {
            assert!(status.as_u16() < 500, "{path}: {status}");
        } else {
            assert!(is_refusal(status, location.as_deref()), "{path}: {status} {location:?}");
        }
    }
    Ok(())
}

/// What a server function is asked, and who may have the answer.
struct Call {
    path: &'static str,
    arguments: String,
    may: Cookies,
}

/// Every server function that does not answer everybody, asked about real requests of real people.
async fn calls(site: &Site) -> Outcome<(Vec<Call>, DemoPerson)> {
    let people = demo::sheet(&site.system()).await?.people;
    let at = |stage: StageKind| people.iter().find(|person| person.stage == stage).cloned().ok_or("in every stage");
    let (draft, accepted, completed) = (at(StageKind::Draft)?, at(StageKind::Accepted)?, at(StageKind::Completed)?);
    let referred = at(StageKind::BeforeCommittee)?;
    let about = |person: &DemoPerson| format!("reference={}", person.reference);
    let messages = demo::outbox(&site.system()).await?;
    let link = messages.iter().find_map(|message| message.body.split_once("/rate/")).ok_or("a link to rate")?.1;
    let token = link.split_whitespace().next().ok_or("a token")?;
    let stop = messages.iter().find_map(|message| message.body.split_once("/stop/")).ok_or("a link to stop")?.1;
    let stop = stop.split_whitespace().next().ok_or("a token")?;
    let (office, committee) = (site.staff("reception").await?, site.staff("member4").await?);
    let admin = site.staff("admin").await?;
    let editor = site.staff("knowledge").await?;
    let applicant = site.beneficiary(&accepted).await?;
    let privacy = site.staff("privacy").await?;
    let queue = text(site.post_as(&privacy, "/api/privacy/queue", "").await?).await?;
    let asked = queue.split("\"reference\":\"").nth(1).and_then(|rest| rest.get(..11)).ok_or("a request about data")?;
    let matter = matter_of(site, &applicant).await?;
    let answer = "version=1&words=%D9%86%D8%B9%D9%85";
    let answered = site.post_as(&office, &format!("/office/contact/{matter}/answer"), answer).await?;
    assert_eq!(answered.status(), StatusCode::SEE_OTHER);
    let call = |path, arguments: String, may: &Cookies| Call { path, arguments, may: may.clone() };
    let calls = vec![
        call("/api/apply/sheet", about(&draft), &site.beneficiary(&draft).await?),
        call("/api/track/mine", String::new(), &applicant),
        call("/api/track/status", about(&accepted), &applicant),
        call("/api/track/rating_of_contact", format!("reference={matter}"), &applicant),
        // A programme is everybody's; who applies for somebody else signs in before they type.
        call("/api/account/for-another", "slug=food-basket".to_owned(), &applicant),
        call("/api/track/rating_of_own", about(&completed), &site.beneficiary(&completed).await?),
        // The link itself is the right to rate.
        call("/api/track/rating_of_link", format!("token={token}"), &Cookies::default()),
        // So is the link that stops messages.
        call("/api/messages/of_link", format!("token={stop}"), &Cookies::default()),
        call("/api/messages/list", String::new(), &admin),
        call("/api/messages/sheet", "template=answered&language=ar".to_owned(), &admin),
        call("/api/mydata/sheet", String::new(), &applicant),
        call("/api/mydata/plan", String::new(), &applicant),
        call("/api/mydata/documents", String::new(), &applicant),
        call("/api/privacy/queue", String::new(), &privacy),
        call("/api/privacy/case", format!("reference={asked}"), &privacy),
        call("/api/voice/sheet", format!("reference={matter}"), &applicant),
        call("/api/voice/mine", String::new(), &applicant),
        call("/api/voice/queue", "filter[all]=true&filter[late]=false&filter[page]=0".to_owned(), &office),
        call("/api/voice/folder", format!("reference={matter}"), &office),
        call("/api/office/frame", String::new(), &office),
        call("/api/office/lines", "filter[all]=true".to_owned(), &office),
        call("/api/office/sheet", about(&accepted), &office),
        call("/api/knowledge/desk", "filter[search]=".to_owned(), &editor),
        call("/api/knowledge/sheet", "slug=how-long".to_owned(), &editor),
        call("/api/knowledge/preview", "ar=&en=".to_owned(), &editor),
        call("/api/committee/list", String::new(), &committee),
        call("/api/committee/files", "session=1".to_owned(), &committee),
        call("/api/committee/case", about(&referred), &committee),
    ];
    let calls = calls.into_iter().chain(volunteer_calls(site).await?).collect();
    let theirs = [&draft, &accepted, &completed, &referred].map(|person| &person.national_id);
    let stranger = people.iter().find(|person| !theirs.contains(&&person.national_id)).ok_or("somebody else")?;
    Ok((calls, stranger.clone()))
}

/// A message to the association as a browser sends it.
fn message(fields: &[(&str, &str)]) -> String {
    let part = |(name, value): &(&str, &str)| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    format!("{}--x--\r\n", fields.iter().map(part).collect::<String>())
}

fn location(answer: &http::Response<axum::body::Body>) -> Outcome<String> {
    Ok(answer.headers().get("location").ok_or("somewhere to go")?.to_str()?.to_owned())
}

/// Somebody who signed in writes to the association; gives the number.
async fn matter_of(site: &Site, who: &Cookies) -> Outcome<String> {
    let words = message(&[("kind", "inquiry"), ("subject", "موعد"), ("words", "متى؟")]);
    let to = location(&site.upload_as(who, "/contact", &words).await?)?;
    Ok(to.trim_start_matches("/contact/sent/").chars().take(11).collect())
}

#[tokio::test]
async fn what_a_visitor_wrote_is_behind_its_code_which_is_shown_once() -> Outcome {
    let site = Site::open().await?;
    let words = message(&[("kind", "complaint"), ("subject", "تأخر"), ("words", "اتصلت مرارًا"), ("anonymous", "yes")]);
    let sent = site.upload_as(&Cookies::default(), "/contact", &words).await?;
    let (page, carried) = (location(&sent)?, Cookies::of(&sent));
    let (reference, code) = carried.value("wisal-sent").and_then(|sent| sent.split_once('.')).ok_or("a code")?;
    let shown = site.get_as(&carried, &page).await?;
    assert_eq!(Cookies::of(&shown).value("wisal-sent"), Some(""), "the browser forgets it");
    assert!(text(shown).await?.contains(code));
    assert!(!text(site.get(&page).await?).await?.contains(code));

    let address = format!("/contact/{reference}");
    assert_eq!(location(&site.get(&address).await?)?, format!("/contact/follow?next={address}"));
    let wrong = site.post("/contact/follow", &format!("reference={reference}&code=3333-3333")).await?;
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let right = site.post("/contact/follow", &format!("reference={reference}&code={code}")).await?;
    assert_eq!(location(&right)?, address);
    let follower = Cookies::of(&right);
    assert!(text(site.get_as(&follower, &address).await?).await?.contains("اتصلت مرارًا"));
    let early = site.post_as(&follower, &format!("{address}/settle"), "version=1&verdict=yes").await?;
    assert_eq!(early.status(), StatusCode::CONFLICT);
    Ok(())
}

/// The server functions of volunteers and of the coordinator.
async fn volunteer_calls(site: &Site) -> Outcome<Vec<Call>> {
    let roles = [Role::VolunteerCoordinator].into();
    let desk = site.system().acting_as(Actor::Staff { id: StaffId(1), roles, branches: [].into() });
    let queue = volunteers::queue(&desk, VolunteerFilter::default()).await?;
    let reference = &queue.lines.first().ok_or("somebody who joined")?.reference;
    let sheet = volunteers::sheet(&desk, reference).await?;
    let plans = volunteers::plans(&desk).await?.cards;
    let shift = plans.iter().find_map(|card| card.shifts.first()).ok_or("a shift")?.id;
    let (coordinator, volunteer) = (site.staff("volunteers").await?, site.volunteer(&sheet.mobile).await?);
    let call = |path, arguments: String, may: &Cookies| Call { path, arguments, may: may.clone() };
    Ok(vec![
        call("/api/volunteer/mine", String::new(), &volunteer),
        call("/api/volunteer_desk/queue", "filter[standing]=received".to_owned(), &coordinator),
        call("/api/volunteer_desk/sheet", format!("reference={reference}"), &coordinator),
        call("/api/volunteer_desk/plans", String::new(), &coordinator),
        call("/api/volunteer_desk/plan", format!("slug={}", sheet.slug), &coordinator),
        call("/api/volunteer_desk/attendance", format!("shift={shift}"), &coordinator),
    ])
}

#[tokio::test]
async fn every_server_function() -> Outcome {
    let site = Site::of_the_demonstration().await?;
    let (calls, stranger) = calls(&site).await?;
    // Listing the routes registers nothing: functions register themselves.
    let asked: BTreeSet<&str> = calls.iter().map(|call| call.path).chain(PUBLIC_FUNCTIONS).collect();
    assert_eq!(server_fn_paths().map(|(path, _)| path).collect::<BTreeSet<_>>(), asked, "every function is asked");

    let strangers = [Cookies::default(), site.beneficiary(&stranger).await?];
    for Call { path, arguments, may } in &calls {
        let answer = site.post_as(may, path, arguments).await?;
        let (status, given) = (answer.status(), text(answer).await?);
        assert_eq!(status, StatusCode::OK, "{path} answers those it is for: {given}");
        for who in &strangers {
            if ["/api/track/rating_of_link", "/api/messages/of_link", "/api/account/for-another"].contains(path) {
                continue;
            }
            let answer = site.post_as(who, path, arguments).await?;
            let (status, body) = (answer.status(), text(answer).await?);
            // Everybody has requests of their own; a stranger's answer holds none of another's.
            if OWN.contains(path) && status == StatusCode::OK {
                let references = |text: &str| -> BTreeSet<String> {
                    text.match_indices("\"reference\":\"")
                        .map(|(at, key)| text[at + key.len()..][..11].to_owned())
                        .collect()
                };
                assert!(references(&given).is_disjoint(&references(&body)) && given != body, "{path}: {body}");
                continue;
            }
            let refused = ["not_signed_in", "not_found", "forbidden"].iter().any(|why| body.contains(why));
            assert!(status.is_client_error() && refused, "{path} {status}: {body}");
        }
    }
    let no_link = site.post("/api/track/rating_of_link", "token=00112233445566778899aabbccddeeff").await?;
    assert!(text(no_link).await?.contains("not_found"));
    Ok(())
}

/// A copy of somebody's data is a file for them, kept by nothing on its way (PDPL).
#[tokio::test]
async fn a_copy_of_ones_data() -> Outcome {
    let site = Site::of_the_demonstration().await?;
    let people = demo::sheet(&site.system()).await?.people;
    let person = people.iter().find(|person| person.stage == StageKind::Completed).ok_or("in every stage")?;
    let who = site.beneficiary(person).await?;
    assert_eq!(site.get_as(&who, "/my/documents/0").await?.status(), StatusCode::NOT_FOUND);
    for (file, mime, begins) in [("copy.json", "application/json", "{"), ("copy.pdf", "application/pdf", "%PDF-")] {
        let answer = site.get_as(&who, &format!("/my/data/{file}")).await?;
        assert_eq!(answer.status(), StatusCode::OK, "{file}");
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        assert_eq!(header("content-type"), mime);
        assert!(header("content-disposition").starts_with("attachment"), "{file}");
        assert!(header("cache-control").contains("no-store"), "{file}");
        let body = text(answer).await?;
        assert!(body.starts_with(begins), "{file}");
        if file == "copy.json" {
            assert!(body.contains(&person.national_id) && body.contains(person.reference.as_str()));
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_foreign_page_posts_nothing() -> Outcome {
    let site = Site::open().await?;
    let request = http::Request::post("/sign-out")
        .header("host", "localhost")
        .header("origin", "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site")
        .body(axum::body::Body::empty())?;
    let answer = site.router.clone().oneshot(request).await?;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    Ok(())
}
