//! Who makes a request for its applicant: one row a naming, kept when it ended.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, blob, text, timestamp_with_time_zone, timestamp_with_time_zone_null},
};

use crate::table::{index, references, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("representation")
                    .col(big_pk_auto("id"))
                    .col(big_integer("request_id"))
                    .col(big_integer("person_id"))
                    .col(text("capacity"))
                    .col(blob("name_sealed"))
                    .col(timestamp_with_time_zone("named_at"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .foreign_key(&mut references("representation", "request_id", "request"))
                    .foreign_key(&mut references("representation", "person_id", "person"))
                    .take(),
            )
            .await?;
        index(manager, "representation", &["request_id"]).await?;
        index(manager, "representation", &["person_id"]).await
    }
}
