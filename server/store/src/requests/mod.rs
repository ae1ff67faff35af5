//! Support requests (T4). Stage facts, answers and the applicant's name are sealed; the columns that are searched and
//! sorted by are derived from the stage whenever it is saved.

mod queue;

use domain::{
    PersonId, PersonName, Reference, RequestId, SessionId, Timestamp,
    application::Answers,
    request::{Answering, Stage, StageKind},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

pub use queue::{Cursor, Filter, Line, Order, counts_by_stage, due_for_release, in_session, queue};

use crate::{Source, StoreError, Tx, Vault, entities::request, error::Result};

/// A request with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: RequestId,
    pub reference: Reference,
    pub programme_slug: String,
    pub programme_version: i64,
    pub policy_version: i64,
    pub person: PersonId,
    pub branch: i64,
    pub stage: Stage,
    pub answers: Answers,
    /// Unknown until the applicant told it.
    pub applicant_name: Option<PersonName>,
    /// Counts the changes; [`save`] refuses when it moved on.
    pub version: i64,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

/// A request to open.
#[derive(Clone, Debug)]
pub struct NewDraft {
    pub reference: Reference,
    pub programme_slug: String,
    pub programme_version: i64,
    pub policy_version: i64,
    pub person: PersonId,
    pub branch: i64,
    /// What is known from earlier requests.
    pub answers: Answers,
    pub applicant_name: Option<PersonName>,
    pub at: Timestamp,
}

/// Opens a request as a draft, at version 1. [`StoreError::Taken`] when the reference is in use: draw another.
pub async fn insert_draft(tx: &Tx, new: &NewDraft) -> Result<RequestId> {
    let sealed = seal(tx.vault(), &new.reference, &Stage::draft(), &new.answers, new.applicant_name.as_ref())?;
    let row = request::ActiveModel {
        reference: Set(new.reference.to_string()),
        programme_slug: Set(new.programme_slug.clone()),
        programme_version: Set(new.programme_version),
        policy_version: Set(new.policy_version),
        person_id: Set(new.person.0),
        branch_id: Set(new.branch),
        version: Set(1),
        created_at: Set(new.at),
        updated_at: Set(new.at),
        ..sealed
    };
    Ok(RequestId(request::Entity::insert(row).exec(tx.conn()).await?.last_insert_id))
}

pub async fn find(source: &impl Source, id: RequestId) -> Result<Option<Row>> {
    let row = request::Entity::find_by_id(id.0).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

pub async fn find_by_reference(source: &impl Source, reference: &Reference) -> Result<Option<Row>> {
    let row =
        request::Entity::find().filter(request::Column::Reference.eq(reference.as_str())).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// A person's requests, the newest first.
pub async fn of_person(source: &impl Source, person: PersonId) -> Result<Vec<Row>> {
    let rows = request::Entity::find()
        .filter(request::Column::PersonId.eq(person.0))
        .order_by_desc(request::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Saves stage, answers, name, branch, versions of programme and policy, and `updated_at`; gives the new version.
/// [`StoreError::Conflict`] when the request is no longer at `expected_version`.
pub async fn save(tx: &Tx, row: &Row, expected_version: i64) -> Result<i64> {
    let sealed = seal(tx.vault(), &row.reference, &row.stage, &row.answers, row.applicant_name.as_ref())?;
    let version = expected_version + 1;
    let change = request::ActiveModel {
        programme_version: Set(row.programme_version),
        policy_version: Set(row.policy_version),
        branch_id: Set(row.branch),
        version: Set(version),
        updated_at: Set(row.updated_at),
        ..sealed
    };
    let saved = request::Entity::update_many()
        .set(change)
        .filter(request::Column::Id.eq(row.id.0))
        .filter(request::Column::Version.eq(expected_version))
        .exec(tx.conn())
        .await?;
    if saved.rows_affected == 1 { Ok(version) } else { Err(StoreError::Conflict) }
}

/// The sealed columns, and those derived from the stage.
fn seal(
    vault: &Vault,
    reference: &Reference,
    stage: &Stage,
    answers: &Answers,
    name: Option<&PersonName>,
) -> Result<request::ActiveModel> {
    let key = reference.as_str();
    let mut row = request::ActiveModel {
        stage: Set(stage.kind().slug().to_owned()),
        facts_sealed: Set(vault.seal_json("request.facts", key, stage)?),
        answers_sealed: Set(vault.seal_json("request.answers", key, answers)?),
        applicant_name_sealed: Set(vault.seal_json("request.applicant_name", key, &name)?),
        applicant_name_normal: Set(name.map(PersonName::normalised).unwrap_or_default()),
        release_on: Set(release_on(stage)),
        ..Default::default()
    };
    // A closed request keeps the dates it had: its stage no longer holds them.
    if !matches!(stage, Stage::Withdrawn { .. } | Stage::Lapsed { .. }) {
        let submitted = stage.submitted();
        row.submitted_at = Set(submitted.map(|submitted| submitted.submitted_at));
        row.earliest_reply_on = Set(submitted.map(|submitted| submitted.window.earliest_reply_on));
        row.latest_reply_on = Set(submitted.map(|submitted| submitted.window.latest_reply_on));
        row.session_id = Set(session(stage).map(|session| session.0));
    }
    Ok(row)
}

/// The day a held answer goes out (H5).
fn release_on(stage: &Stage) -> Option<chrono::NaiveDate> {
    match stage {
        Stage::Decided(decided) => match decided.answering {
            Answering::Held { until } => Some(until),
            Answering::Issued { .. } => None,
        },
        _ => None,
    }
}

fn session(stage: &Stage) -> Option<SessionId> {
    stage.referred().map(|referred| referred.referral.session)
}

fn open(vault: &Vault, row: request::Model) -> Result<Row> {
    let key = &row.reference;
    let stage: Stage = vault.open_json("request.facts", key, &row.facts_sealed)?;
    if stage.kind() != stage_kind(&row.stage)? {
        return Err(StoreError::damaged("request.stage", format!("differs from the facts of {key}")));
    }
    Ok(Row {
        id: RequestId(row.id),
        stage,
        answers: vault.open_json("request.answers", key, &row.answers_sealed)?,
        applicant_name: vault.open_json("request.applicant_name", key, &row.applicant_name_sealed)?,
        reference: reference(key)?,
        programme_slug: row.programme_slug,
        programme_version: row.programme_version,
        policy_version: row.policy_version,
        person: PersonId(row.person_id),
        branch: row.branch_id,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

fn reference(stored: &str) -> Result<Reference> {
    Reference::parse(stored).map_err(|error| StoreError::damaged("request.reference", error))
}

fn stage_kind(slug: &str) -> Result<StageKind> {
    StageKind::from_slug(slug).ok_or_else(|| StoreError::damaged("request.stage", slug))
}
