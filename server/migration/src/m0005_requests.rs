//! The support request (T4) and what happened to it.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, blob, date_null, text, timestamp_with_time_zone,
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
                table("request")
                    .col(big_pk_auto("id"))
                    .col(text("reference"))
                    .col(text("programme_slug"))
                    .col(big_integer("programme_version"))
                    .col(big_integer("policy_version"))
                    .col(big_integer("person_id"))
                    .col(big_integer("branch_id"))
                    .col(text("stage"))
                    .col(blob("facts_sealed"))
                    .col(blob("answers_sealed"))
                    .col(text("applicant_name_normal"))
                    .col(blob("applicant_name_sealed"))
                    .col(big_integer("version"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .col(timestamp_with_time_zone_null("submitted_at"))
                    .col(date_null("earliest_reply_on"))
                    .col(date_null("latest_reply_on"))
                    .col(date_null("release_on"))
                    .col(big_integer_null("session_id"))
                    .foreign_key(&mut references("request", "person_id", "person"))
                    .foreign_key(&mut references("request", "branch_id", "branch"))
                    .foreign_key(&mut references("request", "session_id", "committee_session"))
                    .take(),
            )
            .await?;
        unique(manager, "request", &["reference"]).await?;
        index(manager, "request", &["stage", "updated_at"]).await?;
        index(manager, "request", &["branch_id", "stage"]).await?;
        index(manager, "request", &["person_id"]).await?;
        index(manager, "request", &["release_on"]).await?;
        index(manager, "request", &["session_id"]).await?;
        manager
            .create_table(
                table("event")
                    .col(big_pk_auto("id"))
                    .col(big_integer("request_id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(text("kind"))
                    .col(text("actor_kind"))
                    .col(big_integer_null("actor_id"))
                    .col(text("facts"))
                    .foreign_key(&mut references("event", "request_id", "request"))
                    .take(),
            )
            .await?;
        index(manager, "event", &["request_id"]).await
    }
}
