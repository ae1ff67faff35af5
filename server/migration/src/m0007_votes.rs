//! Votes of the research committee, and members who stepped aside (H5).

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, blob, blob_null, text, timestamp_with_time_zone},
};

use crate::table::{references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("vote")
                    .col(big_pk_auto("id"))
                    .col(big_integer("request_id"))
                    .col(big_integer("session_id"))
                    .col(big_integer("member_id"))
                    .col(text("choice"))
                    .col(blob_null("reason_sealed"))
                    .col(timestamp_with_time_zone("at"))
                    .foreign_key(&mut references("vote", "request_id", "request"))
                    .foreign_key(&mut references("vote", "session_id", "committee_session"))
                    .foreign_key(&mut references("vote", "member_id", "staff"))
                    .take(),
            )
            .await?;
        unique(manager, "vote", &["request_id", "session_id", "member_id"]).await?;
        manager
            .create_table(
                table("recusal")
                    .col(big_pk_auto("id"))
                    .col(big_integer("request_id"))
                    .col(big_integer("session_id"))
                    .col(big_integer("member_id"))
                    .col(blob("ground_sealed"))
                    .col(timestamp_with_time_zone("at"))
                    .foreign_key(&mut references("recusal", "request_id", "request"))
                    .foreign_key(&mut references("recusal", "session_id", "committee_session"))
                    .foreign_key(&mut references("recusal", "member_id", "staff"))
                    .take(),
            )
            .await?;
        unique(manager, "recusal", &["request_id", "session_id", "member_id"]).await
    }
}
