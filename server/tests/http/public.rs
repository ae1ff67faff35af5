//! What anyone may do without signing in: the self-check and its way into an application, and what browsers and search
//! engines ask for by themselves.

use crate::support::{Cookies, Outcome, Site, text};
use axum::body::Body;
use http::{Request, Response, StatusCode, header};
use serde_json::Value;
use services::{demo, knowledge, volunteers};

const FIGURES: &str = "group=widow&age=&people=5&children=3&income=3300&rent=1200&debts=300";

fn location(answer: &Response<Body>) -> String {
    answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned()
}

/// A request of a browser with these cookies (`name=value; …`).
async fn ask(site: &Site, cookies: &str, request: http::request::Builder) -> Outcome<Response<Body>> {
    site.send(request.header(header::COOKIE, cookies).body(Body::empty())?).await
}

#[tokio::test]
async fn the_check_answers_at_once_and_leaves_nothing() -> Outcome {
    let site = Site::open().await?;
    for path in ["/check", "/en/check", "/programmes/food-basket/check"] {
        let answer = site.post(path, FIGURES).await?;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert!(answer.headers().get("set-cookie").is_none(), "{path}");
        let page = text(answer).await?;
        assert!(page.contains("/programmes/food-basket/carry") && page.contains("360"), "{path}");
    }
    let wrong = site.post("/check", "age=forty").await?;
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    Ok(())
}

#[tokio::test]
async fn what_was_told_goes_sealed_through_the_sign_in_into_the_application() -> Outcome {
    let site = Site::of_the_demonstration().await?;
    let person = demo::sheet(&site.system()).await?.people.into_iter().next().ok_or("a person")?;
    let on = site.post("/programmes/medical/carry", FIGURES).await?;
    assert_eq!((on.status(), location(&on).as_str()), (StatusCode::SEE_OTHER, "/sign-in?next=/programmes/medical"));
    let carried = Cookies::of(&on);
    let sealed = carried.line();
    let (name, sealed) = sealed.split_once('=').ok_or("a cookie")?;
    // Sealed: nothing but hexadecimal digits, none of what was told.
    assert!(name == "wisal-check" && sealed.bytes().all(|byte| byte.is_ascii_hexdigit()), "{name}={sealed}");

    let session = site.beneficiary(&person).await?.line();
    let browser = format!("{session}; {}", carried.line());
    let started = ask(&site, &browser, Request::post("/programmes/medical/start")).await?;
    let application = location(&started);
    assert!(application.starts_with("/apply/"), "{application}");
    let livelihood = format!("/en{application}/livelihood");
    let told = text(ask(&site, &browser, Request::get(&livelihood)).await?).await?;
    assert!(told.contains("value=\"1,200\"") && told.contains("3,300"), "the rent is filled in, the rest is said");
    let forged = format!("{session}; wisal-check=00ff");
    let untold = text(ask(&site, &forged, Request::get(&livelihood)).await?).await?;
    assert!(!untold.contains("1,200") && !untold.contains("3,300"));
    Ok(())
}

#[tokio::test]
async fn the_map_names_articles_and_open_opportunities() -> Outcome {
    let site = Site::of_the_demonstration().await?;
    let map = text(site.get("/sitemap.xml").await?).await?;
    let shelf = knowledge::shelf(&site.system()).await?;
    let (question, guide) = (shelf.questions.first().ok_or("a question")?, shelf.guides.first().ok_or("a guide")?);
    let open = volunteers::opportunities(&site.system()).await?;
    let opportunity = &open.first().ok_or("an opportunity")?.opportunity;
    let articles = [&question.slug, &guide.slug].map(|slug| format!("/help/{slug}"));
    for path in articles.into_iter().chain([format!("/volunteer/{}", opportunity.slug)]) {
        assert!(map.contains(&format!("{path}</loc>")) && map.contains(&format!("/en{path}</loc>")), "{path}");
        let page = site.get(&path).await?;
        assert_eq!(page.status(), StatusCode::OK, "{path}");
        assert!(text(page).await?.contains(&format!("{path}\" rel=\"canonical\">")), "{path}");
    }
    assert_eq!(map.matches("/volunteer/").count(), open.len() * 6, "two addresses, each naming both languages");
    Ok(())
}

#[tokio::test]
async fn the_map_names_every_public_page_in_both_languages() -> Outcome {
    let site = Site::open().await?;
    let map = text(site.get("/sitemap.xml").await?).await?;
    let places: Vec<&str> = map.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()).collect();
    assert!(places.iter().any(|place| place.ends_with("/en/programmes/food-basket")), "{places:?}");
    for place in places {
        let path = place.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..])).unwrap_or("/");
        let page = site.get(path).await?;
        assert_eq!(page.status(), StatusCode::OK, "{path}");
        let html = text(page).await?;
        assert!(html.contains(&format!("<link href=\"{place}\" rel=\"canonical\">")), "{path} says where it lives");
        for said in [
            "hreflang=\"ar\" rel=\"alternate\"",
            "hreflang=\"en\" rel=\"alternate\"",
            "property=\"og:title\"",
            "name=\"description\"",
        ] {
            assert_eq!(html.matches(said).count(), 1, "{said} of {path}");
        }
    }
    let robots = text(site.get("/robots.txt").await?).await?;
    for part in ["/my", "/en/my", "/apply", "/office", "/committee", "/demo"] {
        assert!(robots.contains(&format!("Disallow: {part}\n")), "{part}");
    }
    Ok(())
}

#[tokio::test]
async fn the_manifest_speaks_both_languages_and_its_icons_are_there() -> Outcome {
    let site = Site::open().await?;
    let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../style/assets");
    for (path, lang, dir, start) in
        [("/manifest.webmanifest", "ar", "rtl", "/"), ("/en/manifest.webmanifest", "en", "ltr", "/en")]
    {
        let manifest: Value = serde_json::from_str(&text(site.get(path).await?).await?)?;
        assert_eq!((manifest["lang"].as_str(), manifest["dir"].as_str()), (Some(lang), Some(dir)));
        assert_eq!(manifest["start_url"].as_str(), Some(start));
        let icons = manifest["icons"].as_array().ok_or("icons")?;
        for icon in icons.iter().filter_map(|icon| icon["src"].as_str()) {
            assert!(assets.join(icon.trim_start_matches('/')).is_file(), "{icon}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_is_not_there_is_said_once_in_one_frame() -> Outcome {
    let site = Site::open().await?;
    for path in ["/nothing", "/en/nothing", "/programmes/none", "/en/programmes/none/check"] {
        let answer = site.get(path).await?;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        let page = text(answer).await?;
        assert_eq!((page.matches("<main").count(), page.matches("<h1").count()), (1, 1), "{path}");
        assert!(page.contains("/contact\""), "{path} says what to do now");
    }
    Ok(())
}
