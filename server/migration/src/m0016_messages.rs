//! Messages: those given up, those somebody stopped, and the association's own wordings.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, timestamp_with_time_zone, timestamp_with_time_zone_null},
};

use crate::table::{index, references, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if !manager.has_column("outbox", "given_up_at").await? {
            let given_up = timestamp_with_time_zone_null("given_up_at");
            manager.alter_table(Table::alter().table("outbox").add_column(given_up).take()).await?;
        }
        index(manager, "outbox", &["person_id", "sent_at"]).await?;
        manager
            .create_table(
                table("message_stop")
                    .col(big_integer("person_id").primary_key())
                    .col(timestamp_with_time_zone("at"))
                    .foreign_key(&mut references("message_stop", "person_id", "person"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                table("message_wording")
                    .col(text("template"))
                    .col(text("language"))
                    .col(text("body"))
                    .col(big_integer("version"))
                    .col(big_integer("staff_id"))
                    .col(timestamp_with_time_zone("at"))
                    .primary_key(Index::create().col("template").col("language"))
                    .foreign_key(&mut references("message_wording", "staff_id", "staff"))
                    .take(),
            )
            .await
    }
}
