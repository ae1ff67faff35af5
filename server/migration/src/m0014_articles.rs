//! Articles, what of them is published, and every version that was (T1–T3, D3, D6a, D7).

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null},
};

use crate::table::{index, references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("article")
                    .col(big_pk_auto("id"))
                    .col(text("slug"))
                    .col(text("kind"))
                    .col(big_integer("position"))
                    .col(text("draft"))
                    .col(text_null("published"))
                    .col(big_integer("number"))
                    .col(timestamp_with_time_zone_null("first_published_at"))
                    .col(timestamp_with_time_zone_null("published_at"))
                    .col(text_null("search_ar"))
                    .col(text_null("search_en"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .col(big_integer("version"))
                    .take(),
            )
            .await?;
        unique(manager, "article", &["slug"]).await?;
        index(manager, "article", &["kind", "position"]).await?;
        manager
            .create_table(
                table("article_edition")
                    .col(big_pk_auto("id"))
                    .col(big_integer("article_id"))
                    .col(big_integer("number"))
                    .col(text("content"))
                    .col(timestamp_with_time_zone("published_at"))
                    .foreign_key(&mut references("article_edition", "article_id", "article"))
                    .take(),
            )
            .await?;
        unique(manager, "article_edition", &["article_id", "number"]).await
    }
}
