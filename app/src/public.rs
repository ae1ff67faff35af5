//! The frame of every public page: the association's name above, its contacts below, one reading column between; and
//! what search engines and messengers are told of it.

use domain::association::Association;
use i18n::{Locale, localised, pick, split_locale, td_string, use_locale};
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};
use leptos_router::hooks::use_location;
use serde::{Deserialize, Serialize};
use ui::{Banner, FooterPart, Identity, NavLink, PublicShell, Words};

pub use ui::QuickExit;

/// What every page says of the house; read once when the page is opened, the same on both sides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// The association; `None` only where a view is rendered without a server (tests of views).
    pub association: Option<Association>,
    /// The address people reach the site at, without a slash at the end; empty in tests of views.
    pub site: String,
    pub demo: bool,
    pub reader: Reader,
}

/// Who reads a public page, as far as its frame cares. Staff read it like visitors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reader {
    #[default]
    Visitor,
    /// Signed in with their national id: they have data and documents of their own to see.
    Beneficiary,
    /// Follows one support request by its reference and a code.
    Tracker,
    /// Follows one message by its reference and a code.
    Follower,
    Volunteer,
}

impl Reader {
    /// Has support requests to see?
    pub fn has_requests(self) -> bool {
        matches!(self, Self::Beneficiary | Self::Tracker)
    }

    #[cfg(feature = "ssr")]
    fn of(actor: &domain::access::Actor) -> Self {
        use domain::access::Actor;
        match actor {
            Actor::Visitor | Actor::Staff { .. } | Actor::System => Self::Visitor,
            Actor::Beneficiary { .. } => Self::Beneficiary,
            Actor::Tracker { .. } => Self::Tracker,
            Actor::Follower { .. } => Self::Follower,
            Actor::Volunteer { .. } => Self::Volunteer,
        }
    }
}

impl Face {
    /// The association, as the shells of `ui` take it.
    pub fn identity(&self) -> Identity {
        let locale = use_locale();
        self.association.as_ref().map_or_else(
            || Identity {
                name: td_string!(locale, ui.product).to_owned(),
                licence: String::new(),
                phone: String::new(),
                address: String::new(),
            },
            |association| Identity {
                name: pick(&association.name, locale).to_owned(),
                licence: association.licence.clone(),
                phone: association.phone.clone(),
                address: pick(&association.address, locale).to_owned(),
            },
        )
    }
}

/// Reads the face of the house into a context. Called once, by the application.
pub fn provide_face() {
    let face: Face = SharedValue::new(on_server).into_inner();
    provide_context(face);
}

/// The face of the house on this page.
pub fn use_face() -> Face {
    use_context::<Face>().unwrap_or_default()
}

fn on_server() -> Face {
    #[cfg(feature = "ssr")]
    {
        // The list of routes is made without a request.
        let parts = use_context::<http::request::Parts>();
        let ctx = parts.and_then(|parts| parts.extensions.get::<services::Ctx>().cloned());
        ctx.map_or_else(Face::default, |ctx| Face {
            association: Some(ctx.house().association.clone()),
            site: ctx.house().public_url.clone(),
            demo: ctx.house().demo,
            reader: Reader::of(ctx.actor()),
        })
    }
    #[cfg(not(feature = "ssr"))]
    {
        Face::default()
    }
}

/// The context inside a frame: what goes wrong there is said inside it, not in a frame of its own.
#[derive(Clone, Copy, Debug)]
pub struct Framed;

/// The frame of a public page; children are what the page says.
#[component]
pub fn PublicPage(children: Children) -> impl IntoView {
    provide_context(Framed);
    let locale = use_locale();
    let face = use_face();
    let location = use_location();
    let path = location.pathname.get_untracked();
    let search = location.search.get_untracked();
    let other = crate::root::other_language(&path);
    let other = if search.is_empty() { other } else { format!("{other}?{}", search.trim_start_matches('?')) };
    let (_, shared) = split_locale(&path);
    let shared = shared.to_owned();
    let nav = site_nav(locale, &shared, &face);
    let footer = footer(locale, &shared);
    let banner = view! { <Phase demo=face.demo/> };
    let home = localised(locale, "/");
    view! {
        <Addresses site=face.site.clone() path=shared/>
        <PublicShell identity=face.identity() home_href=home other_language_href=other nav footer banner=banner.into_any()>
            {children()}
            {(face.reader != Reader::Visitor).then(|| view! { <Leave/> })}
        </PublicShell>
    }
}

fn link(locale: Locale, here: &str, label: &'static str, to: &str) -> NavLink {
    NavLink::new(label, localised(locale, to)).current(here == to)
}

fn site_nav(locale: Locale, here: &str, face: &Face) -> Vec<NavLink> {
    let link = |label, to| link(locale, here, label, to);
    // Four: they stand in one line on a small phone. Help is at the foot of every page.
    let mut nav = vec![
        link(td_string!(locale, portal.frame.programmes), "/programmes"),
        link(td_string!(locale, portal.frame.check), "/check"),
    ];
    if face.reader == Reader::Volunteer {
        nav.push(link(td_string!(locale, volunteer.frame.mine), "/volunteer/mine"));
    } else if face.reader.has_requests() {
        nav.push(link(td_string!(locale, portal.frame.mine), "/my/requests"));
    } else {
        nav.push(link(td_string!(locale, portal.frame.track), "/track"));
        nav.push(link(td_string!(locale, portal.frame.sign_in), "/sign-in"));
    }
    nav
}

/// What stands below every page: answers and people who give them, a say in the service, what is one's own (C1 to C8, G1).
fn footer(locale: Locale, here: &str) -> Vec<FooterPart> {
    let link = |label, to| link(locale, here, label, to);
    let part = |title: &str, links| FooterPart { title: title.to_owned(), links };
    vec![
        part(
            td_string!(locale, portal.frame.part_help),
            vec![
                link(td_string!(locale, portal.frame.help), "/help"),
                link(td_string!(locale, portal.frame.channels), "/channels"),
                link(td_string!(locale, portal.frame.contact), "/contact"),
                link(td_string!(locale, portal.frame.true_or_false), "/true-or-false"),
            ],
        ),
        part(
            td_string!(locale, portal.frame.part_voice),
            vec![
                link(td_string!(locale, portal.frame.proposals), "/proposals"),
                link(td_string!(locale, portal.frame.you_said), "/you-said"),
                link(td_string!(locale, portal.frame.volunteer), "/volunteer"),
            ],
        ),
        part(
            td_string!(locale, portal.frame.part_site),
            vec![
                link(td_string!(locale, portal.frame.my_data), "/my/data"),
                link(td_string!(locale, portal.frame.privacy), "/privacy"),
                link(td_string!(locale, portal.frame.accessibility), "/accessibility"),
                link(td_string!(locale, portal.frame.staff), "/office/sign-in"),
            ],
        ),
    ]
}

/// What kind of site this is: a demonstration, or a service that is still young and wants to hear of it (D7).
#[component]
fn Phase(demo: bool) -> impl IntoView {
    let locale = use_locale();
    let (label, text) = if demo {
        (td_string!(locale, portal.frame.demo), td_string!(locale, portal.frame.demo_text))
    } else {
        (td_string!(locale, portal.frame.phase), td_string!(locale, portal.frame.phase_text))
    };
    view! {
        <Banner label text>
            <a class="link" href=localised(locale, "/contact")>{td_string!(locale, portal.frame.tell_us)}</a>
        </Banner>
    }
}

/// The parts of the site that are about one person, or one step of a sign-in: no search engine has business there.
const NOT_FOR_SEARCH: [&str; 6] = ["/my/", "/apply/", "/rate/", "/sign-in/", "/track/", "/demo"];

/// Where this page lives, in both languages, for search engines and messengers.
#[component]
fn Addresses(site: String, path: String) -> impl IntoView {
    if site.is_empty() {
        return ().into_any();
    }
    if NOT_FOR_SEARCH.iter().any(|part| path.starts_with(part)) {
        return view! { <Meta name="robots" content="noindex"/> }.into_any();
    }
    let at = |locale| format!("{site}{}", localised(locale, &path));
    let here = at(use_locale());
    view! {
        <Link rel="canonical" href=here.clone()/>
        <Link rel="alternate" hreflang="ar" href=at(Locale::ar)/>
        <Link rel="alternate" hreflang="en" href=at(Locale::en)/>
        <Link rel="alternate" hreflang="x-default" href=at(Locale::ar)/>
        <Meta property="og:url" content=here/>
        <Meta property="og:type" content="website"/>
        <Meta property="og:image" content=format!("{site}/icon-512.png")/>
    }
    .into_any()
}

/// Signing out, at the end of every page of a person who is signed in.
#[component]
fn Leave() -> impl IntoView {
    let locale = use_locale();
    view! {
        <form class="leave" method="post" action=localised(locale, "/sign-out")>
            <ui::SubmitButton label=td_string!(locale, portal.frame.sign_out) kind=ui::ButtonKind::Quiet/>
        </form>
    }
}

/// The title of the browser's tab, and the sentence search engines and messengers show under it; a page whose form was
/// refused says so first.
#[component]
pub fn PageTitle(
    #[prop(into)] title: String,
    #[prop(optional, into)] description: Words,
    #[prop(optional)] refused: bool,
) -> impl IntoView {
    let locale = use_locale();
    let product = td_string!(locale, ui.product);
    let text = if refused {
        format!("{} {title} – {product}", td_string!(locale, ui.error))
    } else {
        format!("{title} – {product}")
    };
    let description = description.or(td_string!(locale, ui.description));
    view! {
        <Title text/>
        <Meta name="description" content=description.clone()/>
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:site_name" content=product/>
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use i18n::Locale;
    use leptos::prelude::*;
    use leptos_meta::provide_meta_context;
    use leptos_router::{components::Router, location::RequestUrl};

    /// A view as the server writes it, one tag a line.
    pub fn render<V: IntoView + 'static>(locale: Locale, view: impl FnOnce() -> V + Send + 'static) -> String {
        drop(any_spawner::Executor::init_tokio());
        let html = Owner::new().with(|| {
            provide_meta_context();
            provide_context(RequestUrl::new("/"));
            i18n::provide_locale(locale);
            view! { <Router>{view()}</Router> }.into_view().to_html()
        });
        html.replace("><", ">\n<")
    }
}
