//! Invitations to rate a service, and the ratings given (D5, D6c).

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, blob_null, text, timestamp_with_time_zone,
        timestamp_with_time_zone_null,
    },
};

use crate::table::{references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("rating_invite")
                    .col(big_pk_auto("id"))
                    .col(big_integer("request_id"))
                    .col(text("token_hash"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("rated_at"))
                    .col(big_integer_null("level"))
                    .col(blob_null("comment_sealed"))
                    .foreign_key(&mut references("rating_invite", "request_id", "request"))
                    .take(),
            )
            .await?;
        unique(manager, "rating_invite", &["request_id"]).await?;
        unique(manager, "rating_invite", &["token_hash"]).await
    }
}
