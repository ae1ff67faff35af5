//! Where queries run: reads anywhere, writes only in a transaction.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction};

use crate::{Db, Vault};

/// Anything that can be read from: the database, or a transaction under way.
pub trait Source: Send + Sync {
    type Conn: ConnectionTrait;

    fn conn(&self) -> &Self::Conn;
    fn vault(&self) -> &Vault;
}

/// A transaction under way. Only [`Db::write`] hands one out, and it commits when the closure returns `Ok`.
pub struct Tx {
    pub(crate) conn: DatabaseTransaction,
    pub(crate) vault: Arc<Vault>,
}

impl Source for Tx {
    type Conn = DatabaseTransaction;

    fn conn(&self) -> &Self::Conn {
        &self.conn
    }

    fn vault(&self) -> &Vault {
        &self.vault
    }
}

impl Source for Db {
    type Conn = DatabaseConnection;

    fn conn(&self) -> &Self::Conn {
        self.reader()
    }

    fn vault(&self) -> &Vault {
        Self::vault(self)
    }
}
