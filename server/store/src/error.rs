//! What can go wrong between a use case and the database.

use sea_orm::{DbErr, SqlErr};

use crate::VaultError;

/// Result of a query.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why a query or a write failed. Inside [`crate::Db::write`] every one of these must end the closure with `Err`:
/// `PostgreSQL` accepts nothing more in a transaction after a failed statement.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the database failed: {0}")]
    Database(#[source] DbErr),
    /// The row version moved on: somebody else changed the row, or the same form arrived twice.
    #[error("the row changed meanwhile")]
    Conflict,
    /// A value that must be unique is in use.
    #[error("already in use: {0}")]
    Taken(String),
    /// A stored value cannot be read back.
    #[error("stored data are damaged: {0}")]
    Damaged(String),
    #[error("the vault refused: {0}")]
    Vault(#[from] VaultError),
    /// The closure of a write panicked; nothing of it was kept.
    #[error("the write panicked")]
    Panicked,
    /// The database is shutting down.
    #[error("the writer has stopped")]
    Closed,
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(what)) => Self::Taken(what),
            _ => Self::Database(error),
        }
    }
}

impl StoreError {
    /// A stored value that cannot be read, and why.
    pub(crate) fn damaged(what: &str, why: impl std::fmt::Display) -> Self {
        Self::Damaged(format!("{what}: {why}"))
    }
}
