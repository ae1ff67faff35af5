//! Sealing of personal data, and the keyed hashes that let sealed data be found.

use std::{fs, io, io::Write, path::Path, sync::Arc};

use aes_gcm::{
    Aes256Gcm, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use rand::RngCore;
use serde::{Serialize, de::DeserializeOwned};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

const KEY: usize = 32;
const KID: usize = 4;
const NONCE: usize = 12;

/// Why the vault refused.
#[derive(Clone, Debug, thiserror::Error)]
pub enum VaultError {
    #[error("the key file: {0}")]
    File(#[source] Arc<io::Error>),
    #[error("the key file does not hold 32 bytes")]
    KeyLength,
    /// Sealed with another key.
    #[error("sealed with another key")]
    OtherKey,
    /// Cut short, changed, or moved to another row or column.
    #[error("the seal is broken")]
    Broken,
    #[error("the sealed value is not what was expected: {0}")]
    Value(String),
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        Self::File(Arc::new(error))
    }
}

/// Holds the keys derived from the association's one secret key. They are wiped from memory when it is dropped.
pub struct Vault {
    fields: Aes256Gcm,
    /// Names the key in what it sealed.
    kid: [u8; KID],
    index: Zeroizing<[u8; KEY]>,
    pepper: Zeroizing<[u8; KEY]>,
    tokens: Zeroizing<[u8; KEY]>,
}

impl Vault {
    /// Derives the keys of each purpose from one secret key (HKDF-SHA256).
    pub fn from_key(mut key: [u8; KEY]) -> Self {
        let secret = Hkdf::<Sha256>::new(Some(b"wisal vault 1"), &key);
        key.zeroize();
        let fields = subkey(&secret, b"field encryption");
        let kid = subkey(&secret, b"key name");
        Self {
            fields: Aes256Gcm::new(&(*fields).into()),
            kid: std::array::from_fn(|i| kid[i]),
            index: subkey(&secret, b"blind index"),
            pepper: subkey(&secret, b"one-time codes"),
            tokens: subkey(&secret, b"session tokens"),
        }
    }

    /// Reads the key from a file of 32 bytes. A missing file is made, from the system's randomness, readable by its
    /// owner only, and on the disk before this returns. Losing it loses everything sealed with it.
    pub fn open_or_create(path: &Path) -> Result<Self, VaultError> {
        let key = match fs::read(path) {
            Ok(bytes) => Zeroizing::new(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                create(path)?;
                Zeroizing::new(fs::read(path)?)
            }
            Err(error) => return Err(error.into()),
        };
        <[u8; KEY]>::try_from(key.as_slice()).map(Self::from_key).map_err(|_| VaultError::KeyLength)
    }

    /// Seals bytes for one cell. `column` is `table.column`; `row` names the row for ever (a key that never changes).
    /// The result is key name, nonce and ciphertext, and opens in the same cell only.
    pub fn seal(&self, column: &str, row: &str, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
        let mut nonce = [0; NONCE];
        rand::rng().fill_bytes(&mut nonce);
        let aad = cell(column, row);
        let payload = Payload { msg: plain, aad: &aad };
        let sealed = self.fields.encrypt(&Nonce::from(nonce), payload).map_err(|_| VaultError::Broken)?;
        Ok([&self.kid[..], &nonce, &sealed].concat())
    }

    /// Opens what [`Vault::seal`] sealed for the same cell.
    pub fn open(&self, column: &str, row: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (kid, rest) = sealed.split_first_chunk::<KID>().ok_or(VaultError::Broken)?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(VaultError::Broken)?;
        if *kid != self.kid {
            return Err(VaultError::OtherKey);
        }
        let aad = cell(column, row);
        let payload = Payload { msg: sealed, aad: &aad };
        self.fields.decrypt(&Nonce::from(*nonce), payload).map(Zeroizing::new).map_err(|_| VaultError::Broken)
    }

    /// Seals a value as JSON.
    pub fn seal_json<T: Serialize>(&self, column: &str, row: &str, value: &T) -> Result<Vec<u8>, VaultError> {
        let plain = serde_json::to_vec(value).map_err(|error| VaultError::Value(error.to_string()))?;
        self.seal(column, row, &Zeroizing::new(plain))
    }

    /// Opens a value sealed as JSON.
    pub fn open_json<T: DeserializeOwned>(&self, column: &str, row: &str, sealed: &[u8]) -> Result<T, VaultError> {
        let plain = self.open(column, row, sealed)?;
        serde_json::from_slice(&plain).map_err(|error| VaultError::Value(error.to_string()))
    }

    /// Keyed hash (hex) by which a sealed value is found: the same value of the same field always has the same one.
    pub fn blind_index(&self, field: &str, value: &str) -> String {
        keyed(&self.index, field, value)
    }

    /// Keyed hash (hex) of a one-time code; `scope` ties it to its purpose and to whom it was sent.
    pub fn code_hash(&self, scope: &str, code: &str) -> String {
        keyed(&self.pepper, scope, code)
    }

    /// Keyed hash (hex) of a secret token (session, link): what is stored in its place.
    pub fn token_hash(&self, token: &str) -> String {
        keyed(&self.tokens, "token", token)
    }

    /// Keyed hash (hex) by which a link is known as one of ours; `purpose` keeps it from opening anything else.
    pub fn link_mark(&self, purpose: &str, value: &str) -> String {
        keyed(&self.tokens, purpose, value)
    }

    /// The secret mixed into hashes of codes.
    pub fn pepper(&self) -> &[u8] {
        self.pepper.as_slice()
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault").field("kid", &hex::encode(self.kid)).finish_non_exhaustive()
    }
}

fn subkey(secret: &Hkdf<Sha256>, purpose: &[u8]) -> Zeroizing<[u8; KEY]> {
    let mut key = Zeroizing::new([0; KEY]);
    secret.expand(purpose, key.as_mut_slice()).expect("32 bytes are within what HKDF-SHA256 expands to");
    key
}

/// Both parts are framed by their length, so that no other pair gives the same bytes.
fn framed(first: &str, second: &str) -> Vec<u8> {
    let length = u64::try_from(first.len()).unwrap_or(u64::MAX).to_be_bytes();
    [&length[..], first.as_bytes(), second.as_bytes()].concat()
}

fn cell(column: &str, row: &str) -> Vec<u8> {
    framed(column, row)
}

fn keyed(key: &[u8; KEY], scope: &str, value: &str) -> String {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(&Zeroizing::new(framed(scope, value)));
    hex::encode(mac.finalize().into_bytes())
}

/// Writes a new key beside its place and links it there in one step: nobody ever reads half a key, and a key that is
/// there already stays.
fn create(path: &Path) -> Result<(), VaultError> {
    let mut key = Zeroizing::new([0; KEY]);
    rand::rng().fill_bytes(key.as_mut_slice());
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{:016x}.new", rand::rng().next_u64()));
    let beside = path.with_file_name(name);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&beside).and_then(|mut file| {
        file.write_all(key.as_slice())?;
        file.sync_all()
    });
    let linked = written.and_then(|()| match fs::hard_link(&beside, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    });
    fs::remove_file(&beside)?;
    linked?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(fs::File::open(folder)?.sync_all()?)
}

#[cfg(test)]
mod tests;
