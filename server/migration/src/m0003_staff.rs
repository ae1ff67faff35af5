//! Accounts of staff, and who is signed in.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, big_pk_auto, blob, blob_null, boolean, text, timestamp_with_time_zone},
};

use crate::table::{index, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("staff")
                    .col(big_pk_auto("id"))
                    .col(text("user_name"))
                    .col(text("display_name_ar"))
                    .col(text("display_name_en"))
                    .col(text("password_hash"))
                    .col(blob_null("totp_sealed"))
                    .col(big_integer_null("totp_last_step"))
                    .col(text("recovery_hashes"))
                    .col(text("roles"))
                    .col(text("branches"))
                    .col(boolean("disabled"))
                    .col(boolean("must_change_password"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(big_integer("version"))
                    .take(),
            )
            .await?;
        unique(manager, "staff", &["user_name"]).await?;
        manager
            .create_table(
                table("session")
                    .col(text("token_hash").primary_key())
                    .col(text("subject_kind"))
                    .col(big_integer("subject_id"))
                    .col(blob("facts_sealed"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("seen_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .take(),
            )
            .await?;
        index(manager, "session", &["subject_kind", "subject_id"]).await?;
        index(manager, "session", &["expires_at"]).await
    }
}
