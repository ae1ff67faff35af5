//! What people ask of their own data (PDPL): to correct it or to erase it. Words and answers are sealed.

use chrono::NaiveDate;
use domain::{
    LongText, PersonId, Reference, StaffId, Timestamp,
    privacy::{Holding, Verdict, Want},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{Source, StoreError, Tx, Vault, entities::data_request, error::Result};

/// A request about somebody's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataRequest {
    pub reference: Reference,
    pub person: PersonId,
    pub want: Want,
    pub words: Option<LongText>,
    pub received_at: Timestamp,
    /// The last day of the answer.
    pub due_on: NaiveDate,
    pub answer: Option<Answer>,
    pub version: i64,
}

/// How it was answered, when and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub verdict: Verdict,
    pub at: Timestamp,
    pub by: StaffId,
}

const CORRECT: &str = "correct";
const ERASE: &str = "erase";

/// Enters a request, at version 1 and without an answer. [`StoreError::Taken`] when the reference is in use.
pub async fn insert(tx: &Tx, new: &DataRequest) -> Result<()> {
    let key = new.reference.as_str();
    let (want, holding) = match new.want {
        Want::Correct { holding } => (CORRECT, Some(holding.slug().to_owned())),
        Want::Erase => (ERASE, None),
    };
    let words = new.words.as_ref().map(|words| tx.vault().seal_json("data_request.words", key, words)).transpose()?;
    let row = data_request::ActiveModel {
        reference: Set(key.to_owned()),
        person_id: Set(new.person.0),
        want: Set(want.to_owned()),
        holding: Set(holding),
        words_sealed: Set(words),
        received_at: Set(new.received_at),
        due_on: Set(new.due_on),
        answered_at: Set(None),
        answered_by: Set(None),
        answer_sealed: Set(None),
        version: Set(1),
        ..Default::default()
    };
    data_request::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn find(source: &impl Source, reference: &Reference) -> Result<Option<DataRequest>> {
    let row = data_request::Entity::find()
        .filter(data_request::Column::Reference.eq(reference.as_str()))
        .one(source.conn())
        .await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// A person's requests, the newest first.
pub async fn of_person(source: &impl Source, person: PersonId) -> Result<Vec<DataRequest>> {
    let rows = data_request::Entity::find()
        .filter(data_request::Column::PersonId.eq(person.0))
        .order_by_desc(data_request::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// What waits for an answer, the most urgent first.
pub async fn waiting(source: &impl Source, limit: u64) -> Result<Vec<DataRequest>> {
    let rows = data_request::Entity::find()
        .filter(data_request::Column::AnsweredAt.is_null())
        .order_by_asc(data_request::Column::DueOn)
        .order_by_asc(data_request::Column::Id)
        .limit(limit)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// What was answered, the latest first.
pub async fn answered(source: &impl Source, limit: u64) -> Result<Vec<DataRequest>> {
    let rows = data_request::Entity::find()
        .filter(data_request::Column::AnsweredAt.is_not_null())
        .order_by_desc(data_request::Column::AnsweredAt)
        .limit(limit)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Gives the answer. [`StoreError::Conflict`] when it was given before, or the request moved on since it was read.
pub async fn answer(tx: &Tx, request: &DataRequest, answer: &Answer) -> Result<()> {
    let key = request.reference.as_str();
    let change = data_request::ActiveModel {
        answered_at: Set(Some(answer.at)),
        answered_by: Set(Some(answer.by.0)),
        answer_sealed: Set(Some(tx.vault().seal_json("data_request.answer", key, &answer.verdict)?)),
        version: Set(request.version + 1),
        ..Default::default()
    };
    let saved = data_request::Entity::update_many()
        .set(change)
        .filter(data_request::Column::Reference.eq(key))
        .filter(data_request::Column::Version.eq(request.version))
        .filter(data_request::Column::AnsweredAt.is_null())
        .exec(tx.conn())
        .await?;
    if saved.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn open(vault: &Vault, row: data_request::Model) -> Result<DataRequest> {
    let key = &row.reference;
    let holding = row.holding.as_deref().map(|slug| {
        Holding::from_slug(slug).ok_or_else(|| StoreError::damaged("data_request.holding", slug.to_owned()))
    });
    let want = match (row.want.as_str(), holding.transpose()?) {
        (CORRECT, Some(holding)) => Want::Correct { holding },
        (ERASE, None) => Want::Erase,
        (other, _) => return Err(StoreError::damaged("data_request.want", other)),
    };
    let answer = match (row.answered_at, row.answered_by, row.answer_sealed) {
        (Some(at), Some(by), Some(sealed)) => {
            Some(Answer { verdict: vault.open_json("data_request.answer", key, &sealed)?, at, by: StaffId(by) })
        }
        _ => None,
    };
    Ok(DataRequest {
        words: row.words_sealed.map(|words| vault.open_json("data_request.words", key, &words)).transpose()?,
        reference: Reference::parse(key).map_err(|error| StoreError::damaged("data_request.reference", error))?,
        person: PersonId(row.person_id),
        want,
        received_at: row.received_at,
        due_on: row.due_on,
        answer,
        version: row.version,
    })
}
