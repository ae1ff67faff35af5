//! The types of single settings: what does not parse is refused at the start, in a sentence.

use std::fmt;
use std::str::FromStr;

use domain::NaiveTime;
use http::Uri;
use serde::{Deserialize, Deserializer};

/// Where to listen: `127.0.0.1:3000`, `[::1]:3000`, `localhost:3000`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ListenAddress(String);

impl ListenAddress {
    /// As the listener takes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is it of this machine only?
    pub fn is_loopback(&self) -> bool {
        let host = self.0.rsplit_once(':').map_or("", |(host, _)| host);
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        bare == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

impl FromStr for ListenAddress {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (host, port) = text.rsplit_once(':').unwrap_or_default();
        let bare = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host);
        let host_fits =
            !bare.is_empty() && !bare.contains(char::is_whitespace) && (bare != host || !host.contains(':'));
        if host_fits && port.parse::<u16>().is_ok() {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("`{text}` is not HOST:PORT, such as 127.0.0.1:3000"))
        }
    }
}

impl TryFrom<String> for ListenAddress {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for ListenAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A database's address. It may hold a password, so it is never printed whole.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// The whole address, for the connection only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("sqlite" | "postgres" | "postgresql", rest)) if !rest.is_empty() => Ok(Self(text.to_owned())),
            _ => Err("the database address must begin with sqlite: or postgres:".to_owned()),
        }
    }
}

impl TryFrom<String> for DatabaseUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.0.split(':').next().unwrap_or_default();
        write!(f, "DatabaseUrl({kind}:…)")
    }
}

/// The address visitors type: scheme and host (and port), nothing after it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicUrl(Uri);

impl PublicUrl {
    pub fn uri(&self) -> &Uri {
        &self.0
    }

    /// Do visitors come by HTTPS?
    pub fn is_https(&self) -> bool {
        self.0.scheme_str() == Some("https")
    }
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not an address such as https://wisal.example, without a path");
        let uri: Uri = text.parse().map_err(|_| wrong())?;
        let scheme_fits = matches!(uri.scheme_str(), Some("http" | "https"));
        let host_fits = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
        let bare = uri.path_and_query().is_none_or(|rest| rest.as_str() == "/");
        if scheme_fits && host_fits && bare { Ok(Self(uri)) } else { Err(wrong()) }
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for PublicUrl {
    /// Without a slash at the end, so that a path can be written after it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.to_string().trim_end_matches('/'))
    }
}

/// Should cookies be sent over HTTPS only (`__Host-`, `Secure`)?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecureCookies {
    /// Yes if `public_url` begins with `https`.
    Auto,
    Always,
    Never,
}

impl<'de> Deserialize<'de> for SecureCookies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // `true` and `false` arrive as these words too.
        match String::deserialize(deserializer)?.as_str() {
            "auto" => Ok(Self::Auto),
            "true" => Ok(Self::Always),
            "false" => Ok(Self::Never),
            other => Err(serde::de::Error::custom(format!("`{other}` is not auto, true or false"))),
        }
    }
}

/// How messages leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Transport {
    /// Written to the server's output: for trying things out.
    Console,
    /// Left in the outbox, to be read on its page.
    Outbox,
    /// Sent by an SMS gateway.
    Gateway,
}

/// A time of day in Riyadh, `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct TimeOfDay(pub NaiveTime);

impl TryFrom<String> for TimeOfDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = |_| format!("`{text}` is not a time of day such as 21:00");
        NaiveTime::parse_from_str(&text, "%H:%M").map(Self).map_err(wrong)
    }
}
