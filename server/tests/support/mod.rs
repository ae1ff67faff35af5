//! A whole demonstration house in a temporary folder, behind its real router.

use std::sync::Arc;

use axum::{Router, body::Body};
use http::{Request, Response, header};
use http_body_util::BodyExt as _;
use server::{
    config::{Config, Given},
    edge::metrics::Metrics,
    house, router,
};
use services::{Clock, Ctx, demo};
use tower::ServiceExt as _;

pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A house and its router.
pub struct Site {
    pub router: Router,
    _folder: tempfile::TempDir,
}

impl Site {
    /// A house with programmes and a branch, and nobody in it.
    pub async fn open() -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let text = |path: &std::path::Path| path.display().to_string();
        let given = Given { file: None, values: vec![("data", text(folder.path())), ("demo", "true".to_owned())] };
        let config = Config::from_parts(&given, [])?;
        let db = house::open_database(&config).await?;
        db.migrate().await?;
        let house = Arc::new(house::open(&config, db, Clock::new(house::machine_clock))?);
        let branch = domain::programme::Bilingual { ar: "الرئيس".to_owned(), en: "Main".to_owned() };
        demo::furnish(&Ctx::system(house.clone()), fixtures::programmes::starter()?, vec![branch]).await?;
        let site = folder.path().join("site");
        std::fs::create_dir_all(&site)?;
        let router = router::router(&config, house, &site, Metrics::install()?);
        Ok(Self { router, _folder: folder })
    }

    /// Sends a request as a browser on this site would.
    pub async fn send(&self, request: Request<Body>) -> Outcome<Response<Body>> {
        let (mut parts, body) = request.into_parts();
        parts.headers.insert(header::HOST, "localhost".parse()?);
        if parts.method != http::Method::GET {
            parts.headers.insert("sec-fetch-site", "same-origin".parse()?);
        }
        parts.extensions.insert(axum::extract::ConnectInfo(std::net::SocketAddr::from(([127, 0, 0, 1], 5000))));
        Ok(self.router.clone().oneshot(Request::from_parts(parts, body)).await?)
    }

    pub async fn get(&self, path: &str) -> Outcome<Response<Body>> {
        self.send(Request::get(path).body(Body::empty())?).await
    }

    pub async fn post(&self, path: &str, form: &str) -> Outcome<Response<Body>> {
        let kind = "application/x-www-form-urlencoded";
        self.send(Request::post(path).header(header::CONTENT_TYPE, kind).body(Body::from(form.to_owned()))?).await
    }
}

/// The body of an answer as text.
pub async fn text(response: Response<Body>) -> Outcome<String> {
    Ok(String::from_utf8_lossy(&response.into_body().collect().await?.to_bytes()).into_owned())
}
