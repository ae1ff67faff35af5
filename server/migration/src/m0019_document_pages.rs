//! A document has pages, each a file of its own. A page that was turned or taken out stays on record with the moment it
//! left. Every document given before has one page: its file.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, blob, text, timestamp_with_time_zone, timestamp_with_time_zone_null},
};

use crate::table::{index, references, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What moves from the document to its page.
const MOVED: [&str; 5] = ["file_key", "original_name_sealed", "media", "bytes", "sha256"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("document_page")
                    .col(big_pk_auto("id"))
                    .col(big_integer("document_id"))
                    .col(big_integer("place"))
                    .col(text("file_key"))
                    .col(blob("original_name_sealed"))
                    .col(text("media"))
                    .col(big_integer("bytes"))
                    .col(text("sha256"))
                    .col(timestamp_with_time_zone("given_at"))
                    .col(timestamp_with_time_zone_null("left_at"))
                    .foreign_key(&mut references("document_page", "document_id", "document"))
                    .take(),
            )
            .await?;
        index(manager, "document_page", &["document_id"]).await?;
        // A file that serves two documents has a page in each.
        index(manager, "document_page", &["file_key"]).await?;
        // The columns leave one by one. While the first is there, so are the others.
        if manager.has_column("document", MOVED[0]).await? {
            manager.get_connection().execute_unprepared(MOVE).await?;
            let mut unique = Index::drop();
            unique.if_exists().name("document_file_key").table("document");
            manager.drop_index(unique).await?;
        }
        for column in MOVED {
            if manager.has_column("document", column).await? {
                manager.alter_table(Table::alter().table("document").drop_column(column).take()).await?;
            }
        }
        Ok(())
    }
}

/// Gives each document that has none its page.
const MOVE: &str = "INSERT INTO document_page \
     (document_id, place, file_key, original_name_sealed, media, bytes, sha256, given_at) \
     SELECT id, 1, file_key, original_name_sealed, media, bytes, sha256, given_at FROM document \
     WHERE id NOT IN (SELECT document_id FROM document_page)";
