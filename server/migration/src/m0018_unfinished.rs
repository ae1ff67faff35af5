//! What was typed on a section of an application and not saved yet.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, blob, text, timestamp_with_time_zone},
};

use crate::table::{references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("unfinished")
                    .col(big_pk_auto("id"))
                    .col(big_integer("request_id"))
                    .col(text("section"))
                    .col(blob("values_sealed"))
                    .col(timestamp_with_time_zone("kept_at"))
                    .foreign_key(&mut references("unfinished", "request_id", "request"))
                    .take(),
            )
            .await?;
        unique(manager, "unfinished", &["request_id", "section"]).await
    }
}
