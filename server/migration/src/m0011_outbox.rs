//! Messages on their way to people.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, blob, text, text_null, timestamp_with_time_zone,
        timestamp_with_time_zone_null,
    },
};

use crate::table::{index, references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("outbox")
                    .col(big_pk_auto("id"))
                    .col(text("key"))
                    .col(big_integer_null("person_id"))
                    .col(big_integer_null("request_id"))
                    .col(text("channel"))
                    .col(blob("to_sealed"))
                    .col(text("language"))
                    .col(text("template"))
                    .col(blob("body_sealed"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("due_at"))
                    .col(timestamp_with_time_zone_null("sent_at"))
                    .col(big_integer("attempts"))
                    .col(text_null("last_error"))
                    .col(timestamp_with_time_zone_null("leased_until"))
                    .foreign_key(&mut references("outbox", "person_id", "person"))
                    .foreign_key(&mut references("outbox", "request_id", "request"))
                    .take(),
            )
            .await?;
        unique(manager, "outbox", &["key"]).await?;
        index(manager, "outbox", &["sent_at", "due_at"]).await
    }
}
