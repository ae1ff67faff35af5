//! Schema changes for `SQLite` and `PostgreSQL`: one file a subject, each safe to run again after an interruption.

mod m0001_people;
mod m0002_settings;
mod m0003_staff;
mod m0004_sessions;
mod m0005_requests;
mod m0006_documents;
mod m0007_votes;
mod m0008_register;
mod m0009_ratings;
mod m0010_guards;
mod m0011_outbox;
mod m0012_audit;
mod m0013_voice;
mod m0014_articles;
mod m0015_privacy;
mod m0016_messages;
mod m0017_volunteers;
mod m0018_unfinished;
mod m0019_document_pages;
mod m0020_representation;
mod m0021_ratings_of_contacts;
mod table;

use sea_orm_migration::prelude::MigrationTrait;
pub use sea_orm_migration::prelude::MigratorTrait;

/// Every change of the schema, in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_people::Migration),
            Box::new(m0002_settings::Migration),
            Box::new(m0003_staff::Migration),
            Box::new(m0004_sessions::Migration),
            Box::new(m0005_requests::Migration),
            Box::new(m0006_documents::Migration),
            Box::new(m0007_votes::Migration),
            Box::new(m0008_register::Migration),
            Box::new(m0009_ratings::Migration),
            Box::new(m0010_guards::Migration),
            Box::new(m0011_outbox::Migration),
            Box::new(m0012_audit::Migration),
            Box::new(m0013_voice::Migration),
            Box::new(m0014_articles::Migration),
            Box::new(m0015_privacy::Migration),
            Box::new(m0016_messages::Migration),
            Box::new(m0017_volunteers::Migration),
            Box::new(m0018_unfinished::Migration),
            Box::new(m0019_document_pages::Migration),
            Box::new(m0020_representation::Migration),
            Box::new(m0021_ratings_of_contacts::Migration),
        ]
    }
}
