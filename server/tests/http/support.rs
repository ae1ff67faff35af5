//! A whole demonstration house in a temporary folder, behind its real router.

use std::{net::SocketAddr, sync::Arc};

use axum::{Router, body::Body, extract::ConnectInfo};
use domain::views::DemoPerson;
use http::{Request, Response, header};
use http_body_util::BodyExt as _;
use server::{
    config::{Config, Given},
    edge::metrics::Metrics,
    house, router,
};
use services::{Clock, Ctx, House, demo};
use store::Db;
use tower::ServiceExt as _;

pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A house and its router.
pub struct Site {
    pub router: Router,
    pub db: Db,
    house: Arc<House>,
    _folder: tempfile::TempDir,
}

impl Site {
    /// A house with programmes and a branch, and nobody in it.
    pub async fn open() -> Outcome<Self> {
        let site = Self::bare().await?;
        let branch = domain::programme::Bilingual { ar: "الرئيس".to_owned(), en: "Main".to_owned() };
        demo::furnish(&site.system(), fixtures::programmes::starter()?, vec![branch]).await?;
        Ok(site)
    }

    /// The demonstration, with its people and their requests.
    pub async fn of_the_demonstration() -> Outcome<Self> {
        let site = Self::bare().await?;
        fixtures::seed_demo(&site.house, site.system().now()).await?;
        Ok(site)
    }

    async fn bare() -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let text = |path: &std::path::Path| path.display().to_string();
        let given = Given { file: None, values: vec![("data", text(folder.path())), ("demo", "true".to_owned())] };
        let config = Config::from_parts(&given, [])?;
        let db = house::open_database(&config).await?;
        db.migrate().await?;
        let house = Arc::new(house::open(&config, db.clone(), Clock::new(house::machine_clock))?);
        let site = folder.path().join("site");
        std::fs::create_dir_all(&site)?;
        let router = router::router(&config, house.clone(), &site, Metrics::install()?);
        Ok(Self { router, db, house, _folder: folder })
    }

    /// The house itself, acting.
    pub fn system(&self) -> Ctx {
        Ctx::system(self.house.clone())
    }

    /// Sends a request as a browser on this site would.
    pub async fn send(&self, request: Request<Body>) -> Outcome<Response<Body>> {
        let (mut parts, body) = request.into_parts();
        parts.headers.insert(header::HOST, "localhost".parse()?);
        if parts.method != http::Method::GET {
            parts.headers.insert("sec-fetch-site", "same-origin".parse()?);
        }
        if parts.extensions.get::<ConnectInfo<SocketAddr>>().is_none() {
            parts.extensions.insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 5000))));
        }
        Ok(self.router.clone().oneshot(Request::from_parts(parts, body)).await?)
    }

    pub async fn get(&self, path: &str) -> Outcome<Response<Body>> {
        self.send(Request::get(path).body(Body::empty())?).await
    }

    /// Opens a page in a browser with these cookies.
    pub async fn get_as(&self, who: &Cookies, path: &str) -> Outcome<Response<Body>> {
        self.send(Request::get(path).header(header::COOKIE, who.line()).body(Body::empty())?).await
    }

    pub async fn post(&self, path: &str, form: &str) -> Outcome<Response<Body>> {
        self.post_as(&Cookies::default(), path, form).await
    }

    /// Posts a form from a browser with these cookies.
    pub async fn post_as(&self, who: &Cookies, path: &str, form: &str) -> Outcome<Response<Body>> {
        let kind = "application/x-www-form-urlencoded";
        let request = Request::post(path).header(header::CONTENT_TYPE, kind).header(header::COOKIE, who.line());
        self.send(request.body(Body::from(form.to_owned()))?).await
    }

    /// Posts a form with files; its parts are bounded by `--x`.
    pub async fn upload_as(&self, who: &Cookies, path: &str, parts: &str) -> Outcome<Response<Body>> {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .header(header::COOKIE, who.line());
        self.send(request.body(Body::from(parts.to_owned()))?).await
    }

    /// Signs a beneficiary in, with the code that was sent.
    pub async fn beneficiary(&self, person: &DemoPerson) -> Outcome<Cookies> {
        let DemoPerson { national_id, mobile, .. } = person;
        let first = self.post("/sign-in", &format!("national_id={national_id}&mobile={mobile}")).await?;
        let pending = Cookies::of(&first);
        let sent = demo::outbox(&self.system()).await?;
        let message = sent.iter().find(|message| message.template == "sign_in_code").ok_or("a code was sent")?;
        let mut digits = message.body.split(|letter: char| !letter.is_ascii_digit());
        let code = digits.rfind(|word| word.len() == 6).ok_or("a code has six digits")?;
        let opened = self.post_as(&pending, "/sign-in/code", &format!("code={code}")).await?;
        Ok(Cookies::of(&opened))
    }

    /// Lets a volunteer in, with the code that was sent.
    pub async fn volunteer(&self, mobile: &domain::Mobile) -> Outcome<Cookies> {
        let first = self.post("/volunteer/sign-in", &format!("mobile={}", mobile.local())).await?;
        let sent = demo::outbox(&self.system()).await?;
        let message = sent.iter().find(|message| message.template == "volunteer_code").ok_or("a code was sent")?;
        let code = message.body.rsplit_once('#').ok_or("a code stands at the end")?.1;
        let opened = self.post_as(&Cookies::of(&first), "/volunteer/sign-in/code", &format!("code={code}")).await?;
        Ok(Cookies::of(&opened))
    }

    /// Signs a member of staff of the demonstration in, with password and authenticator.
    pub async fn staff(&self, user_name: &str) -> Outcome<Cookies> {
        let sheet = demo::sheet(&self.system()).await?;
        let member = sheet.staff.into_iter().find(|member| member.user_name == user_name).ok_or("such an account")?;
        let form = format!("user_name={user_name}&password={}", member.password);
        let pending = Cookies::of(&self.post("/office/sign-in", &form).await?);
        let opened = self.post_as(&pending, "/office/sign-in/code", &format!("code={}", member.code)).await?;
        Ok(Cookies::of(&opened))
    }
}

/// The cookies an answer left in a browser.
#[derive(Clone, Debug, Default)]
pub struct Cookies(Vec<String>);

impl Cookies {
    /// Those an answer set.
    pub fn of(response: &Response<Body>) -> Self {
        let set = response.headers().get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        Self(set.filter_map(|value| value.split(';').next()).map(str::to_owned).collect())
    }

    /// These, and those an answer set.
    pub fn and(&self, response: &Response<Body>) -> Self {
        Self([self.0.clone(), Self::of(response).0].concat())
    }

    /// The value of a cookie.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    pub fn line(&self) -> String {
        self.0.join("; ")
    }
}

/// The body of an answer as text.
pub async fn text(response: Response<Body>) -> Outcome<String> {
    Ok(String::from_utf8_lossy(&response.into_body().collect().await?.to_bytes()).into_owned())
}
