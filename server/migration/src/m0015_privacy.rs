//! What people say of their own data (PDPL): consents, wishes about messages, and requests to correct or erase.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, blob_null, boolean, date, text, text_null,
        timestamp_with_time_zone, timestamp_with_time_zone_null,
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
                table("consent")
                    .col(big_pk_auto("id"))
                    .col(big_integer("person_id"))
                    .col(text("purpose"))
                    .col(boolean("given"))
                    .col(timestamp_with_time_zone("at"))
                    .foreign_key(&mut references("consent", "person_id", "person"))
                    .take(),
            )
            .await?;
        index(manager, "consent", &["person_id"]).await?;
        manager
            .create_table(
                table("message_wish")
                    .col(big_integer("person_id").primary_key())
                    .col(boolean("necessary_only"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .foreign_key(&mut references("message_wish", "person_id", "person"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                table("data_request")
                    .col(big_pk_auto("id"))
                    .col(text("reference"))
                    .col(big_integer("person_id"))
                    .col(text("want"))
                    .col(text_null("holding"))
                    .col(blob_null("words_sealed"))
                    .col(timestamp_with_time_zone("received_at"))
                    .col(date("due_on"))
                    .col(timestamp_with_time_zone_null("answered_at"))
                    .col(big_integer_null("answered_by"))
                    .col(blob_null("answer_sealed"))
                    .col(big_integer("version"))
                    .foreign_key(&mut references("data_request", "person_id", "person"))
                    .foreign_key(&mut references("data_request", "answered_by", "staff"))
                    .take(),
            )
            .await?;
        unique(manager, "data_request", &["reference"]).await?;
        index(manager, "data_request", &["person_id"]).await?;
        index(manager, "data_request", &["answered_at", "due_on"]).await?;
        // "Who opened my file" looks entries up by what was opened.
        index(manager, "audit", &["subject"]).await?;
        index(manager, "outbox", &["person_id"]).await
    }
}
