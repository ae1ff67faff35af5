//! Opens the house: data folder, key, database, files; and hands the use cases their clock and their randomness.

use std::{path::Path, sync::Arc};

use domain::{Timestamp, association::Association, programme::Bilingual};
use rand::{TryRngCore, rngs::OsRng};
use services::{Clock, Entropy, House, files::Files};
use store::{Db, Options, Vault};

use crate::config::{Config, ConfigError};

/// Why the house could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the data folder {path} cannot be used: {error}")]
    Folder { path: String, error: std::io::Error },
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error("the key in the data folder cannot be used: {0}")]
    Vault(#[from] store::VaultError),
    #[error("the database cannot be opened: {0}")]
    Store(#[from] store::StoreError),
}

/// The clock of the machine. The only place it is read.
#[expect(clippy::disallowed_methods, reason = "the clock comes in here, and from here it is handed on")]
pub fn machine_clock() -> Timestamp {
    chrono::Utc::now()
}

/// Random bytes of the operating system.
///
/// # Panics
/// The bytes are asked for later; when the system gives none, no token is safe and the program stops.
pub fn machine_entropy() -> Entropy {
    Arc::new(|bytes: &mut [u8]| {
        OsRng.try_fill_bytes(bytes).expect("the operating system gives random bytes");
    })
}

/// Opens the database of a configuration, creating the data folder and its key on the first start.
pub async fn open_database(config: &Config) -> Result<Db, OpenError> {
    let in_folder = |error| OpenError::Folder { path: config.data.display().to_string(), error };
    std::fs::create_dir_all(&config.data).map_err(in_folder)?;
    let vault = Vault::open_or_create(&config.data.join("secret.key"))?;
    let url = config.database_url()?;
    Ok(Db::open(&Options::new(url.expose(), Arc::new(vault))).await?)
}

/// Opens everything the use cases share.
pub fn open(config: &Config, db: Db, clock: Clock) -> Result<House, OpenError> {
    let files = open_files(&config.data)?;
    Ok(House::new(db, files, clock, machine_entropy(), association(config), public_url(config), config.demo))
}

/// The folder uploaded documents are kept in.
pub fn open_files(data: &Path) -> Result<Files, OpenError> {
    let folder = data.join("files");
    Files::open(&folder).map_err(|error| OpenError::Folder { path: folder.display().to_string(), error })
}

/// The address people reach the product at.
pub fn public_url(config: &Config) -> String {
    let url = config.public_url.as_ref().map(|url| url.uri().to_string());
    url.unwrap_or_else(|| format!("http://{}", config.addr)).trim_end_matches('/').to_owned()
}

/// A number that is nobody's: no subscriber's begins with 0.
const DEMO_PHONE: &str = "0120000000";

/// The association of a configuration; a demonstration has a phone in any case, so that every channel is there.
pub fn association(config: &Config) -> Association {
    let settings = config.association.clone();
    let phone = if config.demo && settings.phone.is_empty() { DEMO_PHONE.to_owned() } else { settings.phone };
    Association {
        name: Bilingual { ar: settings.name_ar, en: settings.name_en },
        address: Bilingual { ar: settings.address_ar, en: settings.address_en },
        licence: settings.licence,
        unified_number: settings.unified_number,
        phone,
    }
}
