//! An answer is rated as a service is (D5): an invitation is for a request or for a matter. What was invited before moves
//! to the new table.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, big_pk_auto, blob_null, text, timestamp_with_time_zone, timestamp_with_time_zone_null},
};

use crate::table::{references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("rating_invitation")
                    .col(big_pk_auto("id"))
                    .col(big_integer_null("request_id"))
                    .col(big_integer_null("matter_id"))
                    .col(text("token_hash"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("rated_at"))
                    .col(big_integer_null("level"))
                    .col(blob_null("comment_sealed"))
                    .foreign_key(&mut references("rating_invitation", "request_id", "request"))
                    .foreign_key(&mut references("rating_invitation", "matter_id", "matter"))
                    .take(),
            )
            .await?;
        unique(manager, "rating_invitation", &["request_id"]).await?;
        unique(manager, "rating_invitation", &["matter_id"]).await?;
        unique(manager, "rating_invitation", &["token_hash"]).await?;
        if manager.has_table("rating_invite").await? {
            manager.get_connection().execute_unprepared(MOVE).await?;
            manager.drop_table(Table::drop().table("rating_invite").take()).await?;
        }
        Ok(())
    }
}

/// What was not moved yet.
const MOVE: &str = "INSERT INTO rating_invitation (request_id, token_hash, expires_at, rated_at, level, comment_sealed) \
     SELECT request_id, token_hash, expires_at, rated_at, level, comment_sealed FROM rating_invite \
     WHERE token_hash NOT IN (SELECT token_hash FROM rating_invitation)";
