//! A database for one test.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use futures::future::BoxFuture;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use store::{Db, Options, Result, Tx, Vault};
use tokio::sync::OnceCell;

/// Holds the address of a superuser of a throw-away `PostgreSQL` cluster.
const POSTGRES: &str = "WISAL_TEST_POSTGRES";

pub struct Home {
    pub db: Db,
    pub options: Options,
    /// The folder of the `SQLite` file, removed at the end.
    pub folder: Option<tempfile::TempDir>,
    /// A way in that does not go through the store.
    back_door: OnceCell<DatabaseConnection>,
}

pub fn vault() -> Arc<Vault> {
    Arc::new(Vault::from_key([3; 32]))
}

impl Home {
    pub async fn sqlite() -> Self {
        eprintln!("database: SQLite");
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("wisal.db").display());
        Self::settle(Options::new(url, vault()), Some(folder)).await
    }

    pub async fn postgres() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let Ok(cluster) = std::env::var(POSTGRES) else {
            eprintln!("database: PostgreSQL left out, {POSTGRES} is not set");
            return None;
        };
        eprintln!("database: PostgreSQL");
        let name = format!("wisal_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let superuser = Database::connect(&cluster).await.unwrap();
        superuser.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        superuser.close().await.unwrap();
        let (address, query) = cluster.split_once('?').unwrap_or((&cluster, ""));
        let (server, _) = address.rsplit_once('/').unwrap();
        Some(Self::settle(Options::new(format!("{server}/{name}?{query}"), vault()), None).await)
    }

    async fn settle(options: Options, folder: Option<tempfile::TempDir>) -> Self {
        let db = Db::open(&options).await.unwrap();
        db.migrate().await.unwrap();
        Self { db, options, folder, back_door: OnceCell::new() }
    }

    /// Writes, and expects it to be kept.
    pub async fn write<F, T>(&self, body: F) -> T
    where
        F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<T>> + Send + 'static,
        T: Send + 'static,
    {
        self.db.write(body).await.unwrap()
    }

    /// Changes tables behind the store's back.
    pub async fn tamper(&self, sql: &str) {
        self.back_door().await.execute_unprepared(sql).await.unwrap();
    }

    /// The first column of the first row of a query, a number.
    pub async fn number(&self, sql: &str) -> i64 {
        let conn = self.back_door().await;
        let statement = Statement::from_string(conn.get_database_backend(), sql);
        conn.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// One connection, so that what is set on it stays set.
    pub async fn back_door(&self) -> &DatabaseConnection {
        let options = ConnectOptions::new(&self.options.url).max_connections(1).to_owned();
        self.back_door.get_or_init(|| async { Database::connect(options).await.unwrap() }).await
    }
}
