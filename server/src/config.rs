//! The settings of one server: defaults, then a file, then `WISAL_*` variables, then the command line.
//!
//! Whatever is misspelt is refused at the start, with the nearest key that exists; a setting that silently does nothing
//! is worse than a server that does not start. `docs/configuration.md` explains every key.

mod messages;
mod sources;
mod values;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use ::config::{File, FileFormat};
use serde::Deserialize;

use crate::edge::client::Net;
use crate::edge::flood::FloodLimits;
pub use messages::Messages;
pub use values::{DatabaseUrl, ListenAddress, PublicUrl, SecureCookies, TimeOfDay, Transport};

const DEFAULTS: &str = include_str!("config/defaults.toml");
const PREFIX: &str = "WISAL_";

/// Every key there is.
pub const KEYS: [&str; 35] = [
    "addr",
    "association.address_ar",
    "association.address_en",
    "association.licence",
    "association.name_ar",
    "association.name_en",
    "association.phone",
    "association.unified_number",
    "body_max",
    "connections_max",
    "connections_per_address",
    "data",
    "database",
    "demo",
    "messages.daily_most",
    "messages.friday_until",
    "messages.mail_from",
    "messages.mail_host",
    "messages.mail_password",
    "messages.mail_port",
    "messages.mail_security",
    "messages.mail_user",
    "messages.quiet_from",
    "messages.quiet_until",
    "messages.sms_gateway",
    "messages.sms_secret",
    "messages.sms_sender",
    "messages.sms_url",
    "messages.transport",
    "metrics_public",
    "public_url",
    "requests_burst",
    "requests_per_second",
    "secure_cookies",
    "trusted_proxies",
];

/// The settings, whole and checked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub addr: ListenAddress,
    /// The folder of everything the server keeps.
    pub data: PathBuf,
    database: Option<DatabaseUrl>,
    /// A demonstration: synthetic people, codes shown on screen.
    pub demo: bool,
    pub public_url: Option<PublicUrl>,
    pub trusted_proxies: Vec<Net>,
    pub metrics_public: bool,
    pub connections_max: usize,
    pub connections_per_address: usize,
    requests_burst: Option<u32>,
    requests_per_second: Option<u32>,
    /// Bytes of an ordinary request's body.
    pub body_max: usize,
    pub secure_cookies: SecureCookies,
    pub association: Association,
    pub messages: Messages,
}

/// Who the association is: its letterhead.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Association {
    pub name_ar: String,
    pub name_en: String,
    pub licence: String,
    pub unified_number: String,
    pub address_ar: String,
    pub address_en: String,
    /// Empty until it is set: no number is printed then.
    pub phone: String,
}

/// Settings given on the command line: keys of [`KEYS`] with their values, and the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    pub file: Option<PathBuf>,
    pub values: Vec<(&'static str, String)>,
}

/// Why the settings are refused. Read by the operator, so in plain English with the place and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{place} sets `{key}`, which is not a setting; the nearest one is `{nearest}`")]
    Unknown { place: String, key: String, nearest: String },
    #[error("the settings file {path} cannot be read: {error}")]
    Unreadable { path: PathBuf, error: std::io::Error },
    #[error("{place} is not well formed: {error}")]
    Malformed { place: String, error: Box<::config::ConfigError> },
    #[error("{path} lies in the data folder and cannot move it: give `data` with --data or WISAL_DATA")]
    DataInDataFile { path: PathBuf },
    #[error("the variable {0} is not valid UTF-8")]
    NotText(String),
    #[error("`{key}` must be between {least} and {most}, not {given}")]
    OutOfRange { key: &'static str, least: usize, most: usize, given: usize },
    #[error("`{key}` cannot be used: {why}")]
    Unfit { key: &'static str, why: String },
    #[error("the settings are not right: {0}")]
    Value(Box<::config::ConfigError>),
    #[error("the data folder's path is not valid UTF-8, so the database needs its own address: give --database")]
    DataPathNotText,
}

impl From<::config::ConfigError> for ConfigError {
    fn from(error: ::config::ConfigError) -> Self {
        Self::Value(Box::new(error))
    }
}

impl Config {
    /// Reads the settings of this process: `given` on the command line, the process's variables, the file, the defaults.
    pub fn load(given: &Given) -> Result<Self, ConfigError> {
        Self::from_parts(given, std::env::vars_os())
    }

    /// The same from any variables.
    pub fn from_parts(
        given: &Given,
        variables: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Self, ConfigError> {
        let variables = sources::from_variables(variables)?;
        let mut settings = ::config::Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        let data = given
            .values
            .iter()
            .rfind(|(key, _)| *key == "data")
            .map(|(_, data)| data.as_str())
            .or(variables.get("data").map(String::as_str))
            .unwrap_or("data");
        if let Some(file) = sources::from_file(given.file.as_deref(), Path::new(data))? {
            settings = settings.add_source(file);
        }
        let given = given.values.iter().map(|(key, value)| (*key, value));
        for (key, value) in variables.iter().map(|(key, value)| (*key, value)).chain(given) {
            settings = if key == "trusted_proxies" {
                let listed: Vec<&str> = value.split(',').map(str::trim).filter(|one| !one.is_empty()).collect();
                settings.set_override(key, listed)?
            } else {
                settings.set_override(key, value.as_str())?
            };
        }
        let config: Self = settings.build()?.try_deserialize()?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        let in_range = |key, given, least, most| {
            if (least..=most).contains(&given) {
                Ok(())
            } else {
                Err(ConfigError::OutOfRange { key, least, most, given })
            }
        };
        in_range("connections_max", self.connections_max, 1, 100_000)?;
        in_range("connections_per_address", self.connections_per_address, 1, 100_000)?;
        in_range("body_max", self.body_max, 16 * 1024, 16 * 1024 * 1024)?;
        self.database_url().map(drop)
    }

    /// The database's address: the one that was set, or `wisal.db` in the data folder.
    pub fn database_url(&self) -> Result<DatabaseUrl, ConfigError> {
        if let Some(database) = &self.database {
            return Ok(database.clone());
        }
        let path = self.data.join("wisal.db");
        let path = path.to_str().ok_or(ConfigError::DataPathNotText)?;
        let escaped = path.replace('%', "%25").replace('?', "%3F");
        format!("sqlite://{escaped}?mode=rwc").parse().map_err(|_| ConfigError::DataPathNotText)
    }

    /// Do visitors come by HTTPS? Then cookies are `Secure` and browsers are told to insist on HTTPS.
    pub fn secure(&self) -> bool {
        match self.secure_cookies {
            SecureCookies::Always => true,
            SecureCookies::Never => false,
            SecureCookies::Auto => self.public_url.as_ref().is_some_and(PublicUrl::is_https),
        }
    }

    /// Is this merely tried out: a demonstration, or a server only this machine reaches? Then messages may be written
    /// whole into its log.
    pub fn is_trial(&self) -> bool {
        self.demo || (self.public_url.is_none() && self.addr.is_loopback())
    }

    /// How fast one client may ask; a demonstration, where tests and many visitors share an address, allows far more.
    pub fn flood(&self) -> FloodLimits {
        let (burst, per_second) = if self.demo { (20_000, 5_000) } else { (300, 50) };
        FloodLimits {
            burst: self.requests_burst.unwrap_or(burst),
            per_second: self.requests_per_second.unwrap_or(per_second),
        }
    }
}

/// The variable of a key: `association.phone` is `WISAL_ASSOCIATION_PHONE`.
pub fn variable(key: &str) -> String {
    format!("{PREFIX}{}", key.replace('.', "_").to_ascii_uppercase())
}
