//! Opening the database: readers, and the one way to write.

use std::{
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

use futures::future::BoxFuture;
use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbErr, TransactionTrait,
};

use crate::{
    StoreError, Tx, Vault,
    error::Result,
    writer::{Queue, Work, Writer},
};

/// Connections that read, on `SQLite`.
const READERS: u32 = 8;
/// Connections in all, on `PostgreSQL`.
const CONNECTIONS: u32 = 16;
/// How long `SQLite` waits for another process that is writing.
const BUSY: Duration = Duration::from_secs(5);

/// Where the database is, and what opens its sealed columns.
#[derive(Clone, Debug)]
pub struct Options {
    /// `sqlite://path?mode=rwc` or `postgres://…`.
    pub url: String,
    pub vault: Arc<Vault>,
    /// A broken control, for the test that kills the process under load: callers are answered *before* the commit,
    /// so acknowledged writes can be lost. A switch, so that a test can set it for one write. `SQLite` only. Never set it
    /// anywhere else.
    #[doc(hidden)]
    pub acknowledge_early: Arc<AtomicBool>,
}

impl Options {
    pub fn new(url: impl Into<String>, vault: Arc<Vault>) -> Self {
        Self { url: url.into(), vault, acknowledge_early: Arc::default() }
    }
}

/// The two databases in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// The database. Clones share its connections; dropping the last one lets queued writes finish and closes it.
#[derive(Clone)]
pub struct Db {
    reader: DatabaseConnection,
    writes: Writes,
    vault: Arc<Vault>,
}

#[derive(Clone)]
enum Writes {
    /// `SQLite`: through the one writer. Migrations take a connection of their own, made with these options.
    Grouped { queue: Arc<Queue>, migrations: Option<Box<ConnectOptions>> },
    /// `PostgreSQL`: an ordinary transaction.
    Direct,
}

impl Db {
    /// Connects. `SQLite` makes its file when the address says `mode=rwc`.
    pub async fn open(options: &Options) -> Result<Self> {
        let vault = Arc::clone(&options.vault);
        if !options.url.starts_with("sqlite:") {
            let reader = Database::connect(quiet(&options.url).max_connections(CONNECTIONS).to_owned()).await?;
            return Ok(Self { reader, writes: Writes::Direct, vault });
        }
        let writing = sqlite(&options.url, 1, false);
        let writer = Writer {
            conn: Database::connect(writing.clone()).await?,
            again: Some(writing.clone()),
            vault: Arc::clone(&vault),
            acknowledge_early: Arc::clone(&options.acknowledge_early),
        };
        let reader = Database::connect(sqlite(&options.url, READERS, true)).await?;
        let queue = Arc::new(writer.start());
        Ok(Self { reader, writes: Writes::Grouped { queue, migrations: Some(Box::new(writing)) }, vault })
    }

    /// A database in memory with all its tables, for tests. It has one connection, so reading through it from within
    /// a write would wait for ever: read from the [`Tx`].
    pub async fn memory() -> Result<Self> {
        let vault = Arc::new(Vault::from_key([42; 32]));
        let mut options = quiet("sqlite::memory:");
        options.max_connections(1).min_connections(1).idle_timeout(None).max_lifetime(None);
        options.map_sqlx_sqlite_opts(|options| options.foreign_keys(true));
        let reader = Database::connect(options).await?;
        let writer =
            Writer { conn: reader.clone(), again: None, vault: Arc::clone(&vault), acknowledge_early: Arc::default() };
        let queue = Arc::new(writer.start());
        let db = Self { reader, writes: Writes::Grouped { queue, migrations: None }, vault };
        db.migrate().await?;
        Ok(db)
    }

    pub fn kind(&self) -> Kind {
        match self.writes {
            Writes::Grouped { .. } => Kind::Sqlite,
            Writes::Direct => Kind::Postgres,
        }
    }

    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    pub(crate) fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Brings the tables up to date. Safe to repeat, also after an interruption.
    pub async fn migrate(&self) -> Result<()> {
        if let Writes::Grouped { migrations: Some(options), .. } = &self.writes {
            let conn = Database::connect(ConnectOptions::clone(options)).await?;
            Migrator::up(&conn, None).await?;
            conn.close().await?;
        } else {
            Migrator::up(&self.reader, None).await?;
        }
        Ok(())
    }

    /// Are all tables up to date? Changes nothing.
    pub async fn is_current(&self) -> Result<bool> {
        Ok(Migrator::get_pending_migrations_read_only(&self.reader).await?.is_empty())
    }

    /// Does the database answer?
    pub async fn ping(&self) -> Result<()> {
        Ok(self.reader.ping().await?)
    }

    /// Runs a closure in a transaction. `Ok` means that its changes are committed and synced; `Err` means that none
    /// of them is. The closure awaits nothing but the database: others wait for it.
    ///
    /// On `SQLite`, writes that arrive together share a commit. On `PostgreSQL` the isolation is READ COMMITTED: what
    /// must not change between reading and writing is guarded by a row version ([`StoreError::Conflict`]) or a unique
    /// key ([`StoreError::Taken`]).
    ///
    /// ```no_run
    /// # async fn example(db: store::Db) -> store::Result<()> {
    /// let number = db.write(|tx| Box::pin(async move { store::counters::next(tx, "decision").await })).await?;
    /// # Ok(()) }
    /// ```
    pub async fn write<F, T, E>(&self, body: F) -> Result<T, E>
    where
        F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.writes {
            Writes::Grouped { queue, .. } => queue.write(body).await,
            Writes::Direct => self.write_directly(body).await,
        }
    }

    async fn write_directly<F, T, E>(&self, body: F) -> Result<T, E>
    where
        F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<T, E>> + Send,
        T: Send,
        E: From<StoreError> + Send,
    {
        let conn = self.reader.begin().await.map_err(StoreError::from)?;
        let tx = Tx { conn, vault: Arc::clone(&self.vault) };
        let mut work = Work::new(body);
        let keep = work.run(&tx).await;
        let end = if keep { commit(tx.conn).await } else { tx.conn.rollback().await };
        work.settle(end.map_err(StoreError::from))
    }
}

/// Commits on `PostgreSQL`. There, COMMIT quietly rolls back a transaction in which a statement failed, even when the
/// closure made light of the failure; any further statement says so.
async fn commit(conn: DatabaseTransaction) -> Result<(), DbErr> {
    conn.execute_unprepared("SELECT 1").await?;
    conn.commit().await
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Db").field("kind", &self.kind()).finish_non_exhaustive()
    }
}

/// Statements carry personal data, so they are never logged.
fn quiet(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).record_stmt_in_spans(false);
    options
}

fn sqlite(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = quiet(url);
    options.max_connections(connections);
    options.map_sqlx_sqlite_opts(move |options| {
        options
            .foreign_keys(true)
            .busy_timeout(BUSY)
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("query_only", if read_only { "ON" } else { "OFF" })
    });
    options
}
