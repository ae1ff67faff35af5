//! The places settings come from: the environment and a file, each key checked before it counts.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

use ::config::{File, FileFormat, FileSourceString, Map, Source as _, Value, ValueKind};

use super::{ConfigError, KEYS, PREFIX, variable};

/// The file that is read from the data folder when it is there.
const FILE: &str = "wisal.toml";

/// The settings among these variables. One that begins with `WISAL_` and is none is refused.
pub(super) fn from_variables(
    variables: impl IntoIterator<Item = (OsString, OsString)>,
) -> Result<BTreeMap<&'static str, String>, ConfigError> {
    let mut found = BTreeMap::new();
    for (name, value) in variables {
        let Some(name) = name.to_str().filter(|name| name.starts_with(PREFIX)) else {
            continue;
        };
        let key = KEYS.into_iter().find(|key| variable(key) == name).ok_or_else(|| ConfigError::Unknown {
            place: "the environment".to_owned(),
            key: name.to_owned(),
            nearest: nearest(name, KEYS.map(variable)),
        })?;
        let value = value.into_string().map_err(|_| ConfigError::NotText(name.to_owned()))?;
        found.insert(key, value);
    }
    Ok(found)
}

/// The file that was asked for, which must be there, or the data folder's own, which need not.
pub(super) fn from_file(
    asked: Option<&Path>,
    data: &Path,
) -> Result<Option<File<FileSourceString, FileFormat>>, ConfigError> {
    let own = data.join(FILE);
    let path = asked.unwrap_or(&own);
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if asked.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(None);
        }
        Err(error) => {
            return Err(ConfigError::Unreadable { path: path.to_owned(), error });
        }
    };
    let file = File::from_str(&text, FileFormat::Toml);
    let place = path.display().to_string();
    let table =
        file.collect().map_err(|error| ConfigError::Malformed { place: place.clone(), error: Box::new(error) })?;
    let mut keys = Vec::new();
    flatten("", table, &mut keys);
    for key in keys {
        if !KEYS.contains(&key.as_str()) {
            let nearest = nearest(&key, KEYS.map(str::to_owned));
            return Err(ConfigError::Unknown { place, key, nearest });
        }
        if key == "data" && asked.is_none() {
            return Err(ConfigError::DataInDataFile { path: own });
        }
    }
    Ok(Some(file))
}

/// The dotted keys of a table. `association = 1` stays one key, which is then an unknown one.
fn flatten(above: &str, table: Map<String, Value>, keys: &mut Vec<String>) {
    for (key, value) in table {
        let key = if above.is_empty() { key } else { format!("{above}.{key}") };
        match value.kind {
            ValueKind::Table(below) => flatten(&key, below, keys),
            _ => keys.push(key),
        }
    }
}

fn nearest(key: &str, known: impl IntoIterator<Item = String>) -> String {
    known
        .into_iter()
        .max_by(|one, other| strsim::jaro_winkler(key, one).total_cmp(&strsim::jaro_winkler(key, other)))
        .unwrap_or_default()
}
