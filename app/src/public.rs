//! The frame of every public page: the association's name above, its contacts below, one reading column between.

use domain::association::Association;
use i18n::{localised, pick, split_locale, td_string, use_locale};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use serde::{Deserialize, Serialize};
use ui::{Banner, Identity, NavLink, PublicShell};

/// What every page says of the house; read once when the page is opened, the same on both sides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// The association; `None` only where a view is rendered without a server (tests of views).
    pub association: Option<Association>,
    pub demo: bool,
    /// A person (not staff) is signed in, or follows a request.
    pub signed_in: bool,
    /// A volunteer is signed in.
    pub volunteer: bool,
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
        use domain::access::Actor;
        // The list of routes is made without a request.
        let parts = use_context::<http::request::Parts>();
        let ctx = parts.and_then(|parts| parts.extensions.get::<services::Ctx>().cloned());
        ctx.map_or_else(Face::default, |ctx| Face {
            association: Some(ctx.house().association.clone()),
            demo: ctx.house().demo,
            signed_in: matches!(ctx.actor(), Actor::Beneficiary { .. } | Actor::Tracker { .. }),
            volunteer: matches!(ctx.actor(), Actor::Volunteer { .. }),
        })
    }
    #[cfg(not(feature = "ssr"))]
    {
        Face::default()
    }
}

/// The frame of a public page; children are what the page says.
#[component]
pub fn PublicPage(children: Children) -> impl IntoView {
    let locale = use_locale();
    let face = use_face();
    let location = use_location();
    let path = location.pathname.get_untracked();
    let search = location.search.get_untracked();
    let other = crate::root::other_language(&path);
    let other = if search.is_empty() { other } else { format!("{other}?{}", search.trim_start_matches('?')) };
    let (_, shared) = split_locale(&path);
    let link = |label: &str, to: &str| NavLink::new(label, localised(locale, to)).current(shared == to);
    let mut nav = vec![link(td_string!(locale, portal.frame.programmes), "/programmes")];
    if face.volunteer {
        nav.push(link(td_string!(locale, volunteer.frame.mine), "/volunteer/mine"));
    } else if face.signed_in {
        nav.push(link(td_string!(locale, portal.frame.mine), "/my/requests"));
    } else {
        nav.push(link(td_string!(locale, portal.frame.track), "/track"));
        nav.push(link(td_string!(locale, portal.frame.sign_in), "/sign-in"));
    }
    let footer = vec![
        link(td_string!(locale, volunteer.frame.volunteer), "/volunteer"),
        link(td_string!(locale, portal.frame.privacy), "/privacy"),
        link(td_string!(locale, portal.frame.accessibility), "/accessibility"),
        link(td_string!(locale, portal.frame.staff), "/office/sign-in"),
    ];
    let banner = face.demo.then(|| {
        let (label, text) = (td_string!(locale, portal.frame.demo), td_string!(locale, portal.frame.demo_text));
        view! { <Banner label text/> }
    });
    let home = localised(locale, "/");
    view! {
        <PublicShell identity=face.identity() home_href=home other_language_href=other nav footer_links=footer banner=banner.into_any()>
            {children()}
            {(face.signed_in || face.volunteer).then(|| view! { <Leave/> })}
        </PublicShell>
    }
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

/// The title of the browser's tab; a page whose form was refused says so first.
#[component]
pub fn PageTitle(#[prop(into)] title: String, #[prop(optional)] refused: bool) -> impl IntoView {
    let locale = use_locale();
    let product = td_string!(locale, ui.product);
    let text = if refused {
        format!("{} {title} – {product}", td_string!(locale, ui.error))
    } else {
        format!("{title} – {product}")
    };
    view! { <Title text/> }
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
