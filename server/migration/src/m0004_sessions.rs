//! Sessions of the research committee (H5).

use sea_orm_migration::{
    prelude::*,
    schema::{big_pk_auto, date, text, timestamp_with_time_zone},
};

use crate::table::{index, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("committee_session")
                    .col(big_pk_auto("id"))
                    .col(text("title"))
                    .col(date("held_on"))
                    .col(text("state"))
                    .col(timestamp_with_time_zone("created_at"))
                    .take(),
            )
            .await?;
        index(manager, "committee_session", &["held_on"]).await
    }
}
