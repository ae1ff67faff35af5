//! Volunteering (C6): volunteers, opportunities, shifts, applications, places in shifts, certificates.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, big_pk_auto, blob, blob_null, boolean, date, text, timestamp_with_time_zone,
        timestamp_with_time_zone_null,
    },
};

use crate::table::{index, references, table, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        volunteers(manager).await?;
        opportunities(manager).await?;
        applications(manager).await?;
        places(manager).await?;
        certificates(manager).await
    }
}

async fn volunteers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let volunteer = table("volunteer")
        .col(big_pk_auto("id"))
        .col(text("mobile_index"))
        .col(blob("mobile_sealed"))
        .col(blob("profile_sealed"))
        .col(text("name_normal"))
        .col(text("language"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(big_integer("version"))
        .take();
    manager.create_table(volunteer).await?;
    unique(manager, "volunteer", &["mobile_index"]).await?;
    index(manager, "volunteer", &["name_normal"]).await
}

async fn opportunities(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let opportunity = table("volunteer_opportunity")
        .col(big_pk_auto("id"))
        .col(text("slug"))
        .col(text("title_ar"))
        .col(text("title_en"))
        .col(text("work_ar"))
        .col(text("work_en"))
        .col(text("place_ar"))
        .col(text("place_en"))
        .col(text("audience"))
        .col(text("skills"))
        .col(big_integer("wanted"))
        .col(boolean("open"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(big_integer("version"))
        .take();
    manager.create_table(opportunity).await?;
    unique(manager, "volunteer_opportunity", &["slug"]).await?;
    let shift = table("volunteer_shift")
        .col(big_pk_auto("id"))
        .col(big_integer("opportunity_id"))
        .col(date("held_on"))
        .col(big_integer("starts"))
        .col(big_integer("ends"))
        .col(big_integer("capacity"))
        .col(big_integer("taken"))
        .col(big_integer("version"))
        .foreign_key(&mut references("volunteer_shift", "opportunity_id", "volunteer_opportunity"))
        .take();
    manager.create_table(shift).await?;
    unique(manager, "volunteer_shift", &["opportunity_id", "held_on", "starts"]).await
}

async fn applications(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let application = table("volunteer_application")
        .col(big_pk_auto("id"))
        .col(text("reference"))
        .col(big_integer("volunteer_id"))
        .col(big_integer("opportunity_id"))
        .col(blob_null("words_sealed"))
        .col(text("standing"))
        .col(blob_null("reason_sealed"))
        .col(big_integer_null("answered_by"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(timestamp_with_time_zone("created_at"))
        .col(big_integer("version"))
        .foreign_key(&mut references("volunteer_application", "volunteer_id", "volunteer"))
        .foreign_key(&mut references("volunteer_application", "opportunity_id", "volunteer_opportunity"))
        .foreign_key(&mut references("volunteer_application", "answered_by", "staff"))
        .take();
    manager.create_table(application).await?;
    unique(manager, "volunteer_application", &["reference"]).await?;
    unique(manager, "volunteer_application", &["volunteer_id", "opportunity_id"]).await?;
    index(manager, "volunteer_application", &["standing", "created_at"]).await
}

async fn places(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let place = table("volunteer_place")
        .col(big_pk_auto("id"))
        .col(big_integer("shift_id"))
        .col(big_integer("volunteer_id"))
        .col(boolean("held"))
        .col(big_integer_null("minutes"))
        .col(big_integer_null("confirmed_by"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        .foreign_key(&mut references("volunteer_place", "shift_id", "volunteer_shift"))
        .foreign_key(&mut references("volunteer_place", "volunteer_id", "volunteer"))
        .foreign_key(&mut references("volunteer_place", "confirmed_by", "staff"))
        .take();
    manager.create_table(place).await?;
    unique(manager, "volunteer_place", &["shift_id", "volunteer_id"]).await?;
    index(manager, "volunteer_place", &["volunteer_id"]).await
}

async fn certificates(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let certificate = table("volunteer_certificate")
        .col(big_pk_auto("id"))
        .col(text("number"))
        .col(text("token_hash"))
        .col(blob("token_sealed"))
        .col(big_integer("application_id"))
        .col(blob("name_sealed"))
        .col(big_integer("minutes"))
        .col(date("since"))
        .col(date("until"))
        .col(date("issued_on"))
        .col(big_integer("issued_by"))
        .foreign_key(&mut references("volunteer_certificate", "application_id", "volunteer_application"))
        .foreign_key(&mut references("volunteer_certificate", "issued_by", "staff"))
        .take();
    manager.create_table(certificate).await?;
    unique(manager, "volunteer_certificate", &["number"]).await?;
    unique(manager, "volunteer_certificate", &["token_hash"]).await?;
    unique(manager, "volunteer_certificate", &["application_id", "minutes"]).await
}
