//! Inquiries, complaints and proposals (G1, D3, D7). Words, senders and file names are sealed; of an anonymous complaint
//! nothing about its sender is there at all.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, big_pk_auto, blob, blob_null, text, text_null, timestamp_with_time_zone},
};

use crate::table::{index, references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        matters(manager).await?;
        files(manager).await?;
        publications(manager).await
    }
}

async fn matters(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("matter")
                .col(big_pk_auto("id"))
                .col(text("reference"))
                .col(text("kind"))
                .col(text("stage"))
                .col(big_integer("branch_id"))
                .col(big_integer_null("person_id"))
                .col(blob("sender_sealed"))
                .col(blob("matter_sealed"))
                .col(text_null("about"))
                .col(text_null("code_hash"))
                .col(text("language"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("due_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .col(big_integer("version"))
                .foreign_key(&mut references("matter", "branch_id", "branch"))
                .foreign_key(&mut references("matter", "person_id", "person"))
                .take(),
        )
        .await?;
    unique(manager, "matter", &["reference"]).await?;
    index(manager, "matter", &["stage", "due_at"]).await?;
    index(manager, "matter", &["person_id"]).await
}

async fn files(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("matter_file")
                .col(big_pk_auto("id"))
                .col(big_integer("matter_id"))
                .col(text("file_key"))
                .col(blob_null("original_name_sealed"))
                .col(text("media"))
                .col(big_integer("bytes"))
                .col(text("sha256"))
                .foreign_key(&mut references("matter_file", "matter_id", "matter"))
                .take(),
        )
        .await?;
    unique(manager, "matter_file", &["file_key"]).await?;
    index(manager, "matter_file", &["matter_id"]).await
}

async fn publications(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("publication")
                .col(big_pk_auto("id"))
                .col(big_integer("matter_id"))
                .col(text("decision"))
                .col(text("text"))
                .col(timestamp_with_time_zone("published_at"))
                .foreign_key(&mut references("publication", "matter_id", "matter"))
                .take(),
        )
        .await?;
    unique(manager, "publication", &["matter_id"]).await?;
    index(manager, "publication", &["published_at"]).await
}
