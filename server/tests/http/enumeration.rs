//! Whoever knocks at a public door learns nothing of who is known: known and unknown are answered alike, in every byte
//! and in time. `WISAL_PAIRS=2000` tries two thousand pairs of each kind.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use crate::support::{Cookies, Outcome, Site, text};
use axum::{body::Body, extract::ConnectInfo};
use domain::{Mobile, NationalId, PersonId, Reference, access::Actor};
use fixtures::names;
use http::{HeaderMap, Request, StatusCode, header};
use services::{applications, demo};
use store::{Language, people::NewPerson};

/// One knock and its answer.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
    /// The page the answer leads to.
    page: String,
    took: Duration,
}

impl Answer {
    /// Everything a stranger sees, without what is drawn anew for every answer and what they typed themselves.
    fn seen(&self, typed: &str) -> String {
        let mut headers: Vec<String> = self
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {}", plain(&String::from_utf8_lossy(value.as_bytes()))))
            .collect();
        headers.sort();
        let seen = format!("{}\n{}\n{}\n{}", self.status, headers.join("\n"), plain(&self.body), plain(&self.page));
        seen.replace(typed, "(as typed)")
    }
}

/// The text with every long random word taken out: tokens, keys of forms, nonces.
fn plain(text: &str) -> String {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '/' | '=');
    let random =
        |part: &str| part.len() >= 20 && part.bytes().any(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    text.split_inclusive(|c: char| !word(c))
        .map(|part| if random(part.trim_end_matches(|c: char| !word(c))) { "…" } else { part })
        .collect()
}

/// Knocks from an address of its own: the limits of an address are another matter.
async fn knock(site: &Site, who: &Cookies, number: u64, path: &str, form: &str) -> Outcome<Answer> {
    let [.., a, b, c] = number.to_be_bytes();
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, who.line())
        .extension(ConnectInfo(SocketAddr::from(([10, a, b, c], 5000))))
        .body(Body::from(form.to_owned()))?;
    let began = Instant::now();
    let response = site.send(request).await?;
    let took = began.elapsed();
    let (status, headers) = (response.status(), response.headers().clone());
    let page = match headers.get(header::LOCATION).and_then(|to| to.to_str().ok()) {
        Some(to) => text(site.get_as(&who.and(&response), to).await?).await?,
        None => String::new(),
    };
    Ok(Answer { status, headers, body: text(response).await?, page, took })
}

fn pairs() -> u64 {
    std::env::var("WISAL_PAIRS").ok().and_then(|pairs| pairs.parse().ok()).unwrap_or(40)
}

/// How often the first of two kinds took longer than the second, over all pairs of them: a half where time tells
/// nothing.
fn longer(first: &[Duration], second: &[Duration]) -> f64 {
    let share: f64 = first
        .iter()
        .flat_map(|one| second.iter().map(move |other| one.cmp(other)))
        .map(|order| match order {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Less => 0.0,
        })
        .sum();
    share / f64::from(u32::try_from(first.len() * second.len()).unwrap_or(u32::MAX))
}

/// How far from a half chance alone brings [`longer`], four times in ten thousand.
fn chance(pairs: u64) -> f64 {
    3.5 * (1.0 / (6.0 * f64::from(u32::try_from(pairs).unwrap_or(u32::MAX)))).sqrt()
}

/// What is typed at a door: the form, and the part of it the page repeats.
struct Typed {
    form: String,
    shown: String,
}

/// Knocks with the known and the unknown, and asks that nobody could tell.
async fn alike(
    site: &Site,
    who: &Cookies,
    path: &str,
    known: impl Fn(u64) -> Typed,
    unknown: impl Fn(u64) -> Typed,
) -> Outcome {
    let (mut times_known, mut times_unknown) = (Vec::new(), Vec::new());
    for number in 0..pairs() {
        let (known, unknown) = (known(number), unknown(number));
        // A pair knocks at once, so that whatever else the machine does happens to both; in turn, one knocks first.
        let first = knock(site, who, number * 2, path, &known.form);
        let second = knock(site, who, number * 2 + 1, path, &unknown.form);
        let (one, other) = if number % 2 == 0 {
            tokio::join!(first, second)
        } else {
            let (other, one) = tokio::join!(second, first);
            (one, other)
        };
        let (one, other) = (one?, other?);
        assert_eq!(one.status, StatusCode::SEE_OTHER, "{path}: {}", one.body);
        let (seen, other_seen) = (one.seen(&known.shown), other.seen(&unknown.shown));
        let differs = seen.lines().zip(other_seen.lines()).find(|(one, other)| one != other);
        assert!(seen == other_seen, "{path} with {} and {}: {differs:#?}", known.form, unknown.form);
        times_known.push(one.took);
        times_unknown.push(other.took);
    }
    let told = longer(&times_known, &times_unknown);
    eprintln!("{path}: {} pairs, the known took longer in {told:.3} of the comparisons", times_known.len());
    assert!((told - 0.5).abs() <= chance(pairs()), "{path}: the known took longer in {told}");
    Ok(())
}

fn sign_in(id: &NationalId, mobile: &Mobile) -> Typed {
    Typed { form: format!("national_id={id}&mobile={}", mobile.local()), shown: mobile.local() }
}

fn track(reference: &Reference) -> Typed {
    Typed { form: format!("reference={reference}"), shown: reference.to_string() }
}

/// People who are known, numbered from the first.
async fn known_people(site: &Site, first: u64) -> Outcome<Vec<PersonId>> {
    let at = site.system().now();
    let people = site
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut people = Vec::new();
                for number in first..first + pairs() {
                    let new = NewPerson {
                        national_id: names::national_id(number),
                        mobile: names::mobile(number),
                        name: None,
                        born_on: None,
                        language: Language::Ar,
                        branch: None,
                        at,
                    };
                    people.push(store::people::insert(tx, &new).await?);
                }
                Ok::<_, store::StoreError>(people)
            })
        })
        .await?;
    Ok(people)
}

const STRANGERS: u64 = 1_000_000;
/// Beyond the people of the demonstration.
const NEIGHBOURS: u64 = 500_000;
/// Numbers of phones nobody in this house has.
const UNUSED: u64 = 700_000;

/// 2¹²⁸ over the golden ratio: its multiples are spread evenly, so that references made of them do not repeat.
const GOLDEN: u128 = 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835;

#[tokio::test]
async fn an_id_that_is_known_and_one_that_is_not() -> Outcome {
    let site = Site::open().await?;
    known_people(&site, 0).await?;
    // The same phone, not the one that is known for the ID.
    let phone = |number| names::mobile(STRANGERS + number);
    let known = |number| sign_in(&names::national_id(number), &phone(number));
    let unknown = |number| sign_in(&names::national_id(STRANGERS + number), &phone(number));
    alike(&site, &Cookies::default(), "/sign-in", known, unknown).await
}

/// Who applies for another person learns nothing of them before they agreed.
#[tokio::test]
async fn an_id_to_apply_for_that_is_known_and_one_that_is_not() -> Outcome {
    let site = Site::of_the_demonstration().await?;
    known_people(&site, NEIGHBOURS).await?;
    let somebody = demo::sheet(&site.system()).await?.people.into_iter().next().ok_or("somebody")?;
    let who = site.beneficiary(&somebody).await?;
    let ask = |id: NationalId, number| {
        let mobile = names::mobile(UNUSED + number).local();
        Typed { form: format!("capacity=delegate&national_id={id}&mobile={mobile}&name=Majed"), shown: mobile }
    };
    let known = |number| ask(names::national_id(NEIGHBOURS + number), number);
    let unknown = |number| ask(names::national_id(STRANGERS + number), number);
    alike(&site, &who, "/programmes/food-basket/for-another", known, unknown).await
}

#[tokio::test]
async fn a_mobile_that_is_known_and_one_that_is_not() -> Outcome {
    let site = Site::open().await?;
    known_people(&site, 0).await?;
    let known = |number| sign_in(&names::national_id(number), &names::mobile(number));
    // Somebody else's known number with the known ID: the page shows the number as it was typed, so it is the same.
    let unknown = |number| sign_in(&names::national_id(STRANGERS + number), &names::mobile(number));
    alike(&site, &Cookies::default(), "/sign-in", known, unknown).await
}

#[tokio::test]
async fn a_reference_that_exists_and_one_that_does_not() -> Outcome {
    let site = Site::open().await?;
    let mut requests = Vec::new();
    for person in known_people(&site, 0).await? {
        let applicant = site.system().acting_as(Actor::Beneficiary { person });
        requests.push(applications::start(&applicant, "food-basket", "").await?);
    }
    let known = |number: u64| track(&requests[usize::try_from(number).unwrap_or_default()]);
    let unknown =
        |number: u64| track(&Reference::from_entropy((GOLDEN.wrapping_mul(u128::from(number + 1))).to_be_bytes()));
    alike(&site, &Cookies::default(), "/track", known, unknown).await
}

#[tokio::test]
async fn the_measure_tells_what_can_be_told() -> Outcome {
    let site = Site::open().await?;
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for number in 0..20 {
        let form = sign_in(&names::national_id(number), &names::mobile(number)).form;
        right.push(knock(&site, &Cookies::default(), number * 2, "/sign-in", &form).await?);
        wrong.push(knock(&site, &Cookies::default(), number * 2 + 1, "/sign-in", "national_id=1&mobile=1").await?);
    }
    let times = |answers: &[Answer]| answers.iter().map(|answer| answer.took).collect::<Vec<_>>();
    assert!((longer(&times(&right), &times(&wrong)) - 0.5).abs() > chance(20));
    assert_ne!(right[0].seen("0"), wrong[0].seen("0"));
    Ok(())
}
