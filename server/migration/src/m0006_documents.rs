//! Documents people gave (H2, H6). The files themselves are kept outside the database.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, big_pk_auto, blob, date_null, text, timestamp_with_time_zone},
};

use crate::table::{index, references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("document")
                    .col(big_pk_auto("id"))
                    .col(big_integer("person_id"))
                    .col(big_integer_null("request_id"))
                    .col(text("kind"))
                    .col(text("file_key"))
                    .col(blob("original_name_sealed"))
                    .col(text("media"))
                    .col(big_integer("bytes"))
                    .col(text("sha256"))
                    .col(date_null("issued_on"))
                    .col(timestamp_with_time_zone("given_at"))
                    .col(big_integer_null("replaced_by"))
                    .foreign_key(&mut references("document", "person_id", "person"))
                    .foreign_key(&mut references("document", "request_id", "request"))
                    .foreign_key(&mut references("document", "replaced_by", "document"))
                    .take(),
            )
            .await?;
        // A later change moves the file to the page; this one may still be run again.
        if manager.has_column("document", "file_key").await? {
            unique(manager, "document", &["file_key"]).await?;
        }
        index(manager, "document", &["request_id"]).await?;
        index(manager, "document", &["person_id"]).await
    }
}
