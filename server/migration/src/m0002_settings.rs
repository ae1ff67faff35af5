//! Programmes, the policy's settings, counters and single settings.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, boolean, text, timestamp_with_time_zone},
};

use crate::table::{index, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("programme")
                    .col(big_pk_auto("id"))
                    .col(text("slug"))
                    .col(big_integer("version"))
                    .col(text("spec"))
                    .col(boolean("is_current"))
                    .col(timestamp_with_time_zone("created_at"))
                    .take(),
            )
            .await?;
        unique(manager, "programme", &["slug", "version"]).await?;
        index(manager, "programme", &["is_current", "slug"]).await?;
        manager
            .create_table(
                table("policy")
                    .col(big_integer("version").primary_key())
                    .col(text("settings"))
                    .col(timestamp_with_time_zone("from_at"))
                    .take(),
            )
            .await?;
        manager.create_table(table("counter").col(text("name").primary_key()).col(big_integer("value")).take()).await?;
        manager.create_table(table("setting").col(text("name").primary_key()).col(text("value")).take()).await
    }
}
