//! Branches, and the people known to the association.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, big_pk_auto, blob, blob_null, date_null, text, text_null, timestamp_with_time_zone},
};

use crate::table::{index, references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(table("branch").col(big_pk_auto("id")).col(text("name_ar")).col(text("name_en")).take())
            .await?;
        manager
            .create_table(
                table("person")
                    .col(big_pk_auto("id"))
                    .col(blob("national_id_sealed"))
                    .col(text("national_id_index"))
                    .col(blob("mobile_sealed"))
                    .col(text("mobile_index"))
                    .col(blob_null("name_sealed"))
                    .col(text_null("name_normal"))
                    .col(date_null("born_on"))
                    .col(text("language"))
                    .col(big_integer_null("branch_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .foreign_key(&mut references("person", "branch_id", "branch"))
                    .take(),
            )
            .await?;
        unique(manager, "person", &["national_id_index"]).await?;
        index(manager, "person", &["mobile_index"]).await?;
        index(manager, "person", &["name_normal"]).await
    }
}
