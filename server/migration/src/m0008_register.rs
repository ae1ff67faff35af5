//! The beneficiaries' register (H6).

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, date, text, timestamp_with_time_zone},
};

use crate::table::{index, references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("beneficiary_file")
                    .col(big_pk_auto("id"))
                    .col(big_integer("person_id"))
                    .col(text("number"))
                    .col(timestamp_with_time_zone("opened_at"))
                    .col(date("renew_by"))
                    .foreign_key(&mut references("beneficiary_file", "person_id", "person"))
                    .take(),
            )
            .await?;
        unique(manager, "beneficiary_file", &["person_id"]).await?;
        unique(manager, "beneficiary_file", &["number"]).await?;
        index(manager, "beneficiary_file", &["renew_by"]).await
    }
}
