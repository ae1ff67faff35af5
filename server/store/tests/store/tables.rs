//! Migrations can be repeated, and go on where they were interrupted.

use store::{Db, Kind};

use crate::{given::a_branch, home::Home};

async fn migrating_twice_changes_nothing(home: Home) {
    a_branch(&home, "main").await;
    assert!(home.db.is_current().await.unwrap());
    home.db.migrate().await.unwrap();
    let again = Db::open(&home.options).await.unwrap();
    again.migrate().await.unwrap();
    assert!(again.is_current().await.unwrap());
    assert_eq!(store::branches::all(&again).await.unwrap().len(), 1);
}

async fn an_interrupted_migration_goes_on(home: Home) {
    home.tamper("DELETE FROM seaql_migrations WHERE version >= 'm0006'").await;
    home.tamper("DROP TABLE rating_invitation").await;
    assert!(!home.db.is_current().await.unwrap());
    home.db.migrate().await.unwrap();
    assert!(home.db.is_current().await.unwrap());
    assert_eq!(home.number("SELECT COUNT(*) FROM rating_invitation").await, 0);
}

async fn an_empty_database_is_not_current(home: Home) {
    home.tamper("DROP TABLE seaql_migrations").await;
    assert!(!home.db.is_current().await.unwrap());
    home.db.ping().await.unwrap();
}

on_both!(migrating_twice_changes_nothing, an_interrupted_migration_goes_on, an_empty_database_is_not_current);

#[tokio::test]
async fn each_database_knows_its_kind() {
    assert_eq!(Home::sqlite().await.db.kind(), Kind::Sqlite);
    if let Some(home) = Home::postgres().await {
        assert_eq!(home.db.kind(), Kind::Postgres);
    }
}
