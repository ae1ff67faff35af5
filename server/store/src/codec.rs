//! Values in text columns: JSON for what has parts, the bare name for an enum.

use domain::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{StoreError, error::Result};

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::damaged("not writable as JSON", error))
}

pub(crate) fn from_json<T: DeserializeOwned>(what: &str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| StoreError::damaged(what, error))
}

/// The serde name of an enum without facts.
pub(crate) fn to_slug<T: Serialize>(value: T) -> Result<String> {
    match serde_json::to_value(value) {
        Ok(Value::String(slug)) => Ok(slug),
        Ok(other) => Err(StoreError::damaged("not a bare name", other)),
        Err(error) => Err(StoreError::damaged("not writable as JSON", error)),
    }
}

pub(crate) fn from_slug<T: DeserializeOwned>(what: &str, slug: &str) -> Result<T> {
    serde_json::from_value(Value::String(slug.to_owned())).map_err(|error| StoreError::damaged(what, error))
}

/// A number of rows or bytes as the database keeps it.
pub(crate) fn to_i64(what: &str, number: impl TryInto<i64>) -> Result<i64> {
    number.try_into().map_err(|_| StoreError::damaged(what, "out of range"))
}

/// A number of a smaller kind than the column it lies in.
pub(crate) fn small<T: TryFrom<i64>>(what: &str, number: i64) -> Result<T> {
    T::try_from(number).map_err(|_| StoreError::damaged(what, number))
}

/// A moment in whole microseconds, which is what both databases keep.
pub(crate) fn whole_micros(at: Timestamp) -> Timestamp {
    Timestamp::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}
