//! What guards the doors: one-time codes, limits, and forms that arrive twice.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, blob, text, timestamp_with_time_zone, timestamp_with_time_zone_null},
};

use crate::table::{index, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("one_time_code")
                    .col(big_pk_auto("id"))
                    .col(text("purpose"))
                    .col(text("subject_index"))
                    .col(text("code_hash"))
                    .col(blob("facts_sealed"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(big_integer("tries"))
                    .col(timestamp_with_time_zone_null("used_at"))
                    .take(),
            )
            .await?;
        index(manager, "one_time_code", &["purpose", "subject_index"]).await?;
        index(manager, "one_time_code", &["expires_at"]).await?;
        manager
            .create_table(
                table("rate_window")
                    .col(text("key").primary_key())
                    .col(timestamp_with_time_zone("window_start"))
                    .col(big_integer("count"))
                    .take(),
            )
            .await?;
        index(manager, "rate_window", &["window_start"]).await?;
        manager
            .create_table(
                table("idempotency")
                    .col(text("key").primary_key())
                    .col(text("purpose"))
                    .col(text("result"))
                    .col(timestamp_with_time_zone("created_at"))
                    .take(),
            )
            .await?;
        index(manager, "idempotency", &["created_at"]).await
    }
}
