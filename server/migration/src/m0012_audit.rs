//! The audit chain: append-only, each entry sealed with the hash of the one before.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, big_pk_auto, text, text_null, timestamp_with_time_zone},
};

use crate::table::{table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("audit")
                    .col(big_pk_auto("seq"))
                    .col(big_integer_null("place"))
                    .col(timestamp_with_time_zone("at"))
                    .col(text("actor"))
                    .col(text("action"))
                    .col(text("subject"))
                    .col(text("detail"))
                    .col(text_null("previous_hash"))
                    .col(text_null("hash"))
                    .take(),
            )
            .await?;
        unique(manager, "audit", &["place"]).await
    }
}
