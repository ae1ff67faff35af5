//! Messages on their way: written in the transaction of the change they tell of, sent by a job, at least once.

use domain::{
    PersonId, RequestId, Timestamp,
    message::{Channel, Recipient},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, UpdateMany,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict},
};

use crate::{Language, Source, StoreError, Tx, Vault, entities::outbox, error::Result};

/// A message to send.
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// Names the occasion: a second message with the same key is not sent.
    pub key: String,
    pub person: Option<PersonId>,
    pub request: Option<RequestId>,
    pub to: Recipient,
    pub language: Language,
    /// The template's name, for reports.
    pub template: String,
    pub body: String,
    pub created_at: Timestamp,
    pub due_at: Timestamp,
}

/// A message as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub id: i64,
    pub key: String,
    pub person: Option<PersonId>,
    pub request: Option<RequestId>,
    pub to: Recipient,
    pub language: Language,
    pub template: String,
    pub body: String,
    pub created_at: Timestamp,
    pub due_at: Timestamp,
    pub sent_at: Option<Timestamp>,
    pub attempts: i64,
    pub last_error: Option<String>,
    /// Since when it is never sent again; `last_error` says why.
    pub given_up_at: Option<Timestamp>,
}

/// Puts a message in the outbox. `false` when its key is there already: nothing changes then.
pub async fn enqueue(tx: &Tx, new: &NewMessage) -> Result<bool> {
    let vault = tx.vault();
    let row = outbox::ActiveModel {
        key: Set(new.key.clone()),
        person_id: Set(new.person.map(|person| person.0)),
        request_id: Set(new.request.map(|request| request.0)),
        channel: Set(new.to.channel().slug().to_owned()),
        to_sealed: Set(vault.seal_json("outbox.to", &new.key, &new.to.to_string())?),
        language: Set(new.language.slug().to_owned()),
        template: Set(new.template.clone()),
        body_sealed: Set(vault.seal_json("outbox.body", &new.key, &new.body)?),
        created_at: Set(new.created_at),
        due_at: Set(new.due_at),
        sent_at: Set(None),
        attempts: Set(0),
        last_error: Set(None),
        leased_until: Set(None),
        given_up_at: Set(None),
        ..Default::default()
    };
    let keep = OnConflict::column(outbox::Column::Key).do_nothing().to_owned();
    let inserted = outbox::Entity::insert(row).on_conflict(keep).exec_without_returning(tx.conn()).await?;
    Ok(inserted == 1)
}

/// Messages due and taken by nobody, the longest due first.
pub async fn due(source: &impl Source, now: Timestamp, limit: u64) -> Result<Vec<Message>> {
    let rows = waiting(now).limit(limit).all(source.conn()).await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Takes messages that are due: nobody else gets them before `until`. Commit, send, then [`mark_sent`] or
/// [`mark_failed`]; a sender that dies leaves them to the next one after `until`.
pub async fn lease(tx: &Tx, now: Timestamp, until: Timestamp, limit: u64) -> Result<Vec<Message>> {
    // `SQLite` knows no row locks and needs none.
    let rows =
        waiting(now).limit(limit).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).all(tx.conn()).await?;
    outbox::Entity::update_many()
        .col_expr(outbox::Column::LeasedUntil, Expr::value(until))
        .filter(outbox::Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(tx.conn())
        .await?;
    rows.into_iter().map(|row| open(tx.vault(), row)).collect()
}

/// The message went out.
pub async fn mark_sent(tx: &Tx, id: i64, at: Timestamp) -> Result<()> {
    let change = outbox::ActiveModel {
        sent_at: Set(Some(at)),
        leased_until: Set(None),
        last_error: Set(None),
        ..Default::default()
    };
    after_attempt(tx, id, change).await
}

/// The message did not go out; it is due again at `again_at`.
pub async fn mark_failed(tx: &Tx, id: i64, error: &str, again_at: Timestamp) -> Result<()> {
    let change = outbox::ActiveModel {
        due_at: Set(again_at),
        leased_until: Set(None),
        last_error: Set(Some(error.to_owned())),
        ..Default::default()
    };
    after_attempt(tx, id, change).await
}

/// The message waits until a moment. That is no attempt.
pub async fn hold(tx: &Tx, id: i64, until: Timestamp) -> Result<()> {
    let change = outbox::ActiveModel { due_at: Set(until), leased_until: Set(None), ..Default::default() };
    only_waiting(outbox::Entity::update_many().set(change), id, tx).await
}

/// The message is never sent: it was stopped, is too old, or failed too often.
pub async fn give_up(tx: &Tx, id: i64, why: &str, at: Timestamp) -> Result<()> {
    let change = outbox::ActiveModel {
        given_up_at: Set(Some(at)),
        leased_until: Set(None),
        last_error: Set(Some(why.to_owned())),
        ..Default::default()
    };
    only_waiting(outbox::Entity::update_many().set(change), id, tx).await
}

/// How many messages of these templates were sent to a person since a moment.
pub async fn sent_since(source: &impl Source, person: PersonId, templates: &[&str], since: Timestamp) -> Result<u64> {
    use outbox::Column;
    let sent = outbox::Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::SentAt.gte(since))
        .filter(Column::Template.is_in(templates.iter().copied()));
    Ok(sent.count(source.conn()).await?)
}

/// The last messages written, the newest first, sent or not.
pub async fn recent(source: &impl Source, limit: u64) -> Result<Vec<Message>> {
    let rows = outbox::Entity::find().order_by_desc(outbox::Column::Id).limit(limit).all(source.conn()).await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Every message to a person, the newest first, sent or not.
pub async fn of_person(source: &impl Source, person: PersonId) -> Result<Vec<Message>> {
    let rows = outbox::Entity::find()
        .filter(outbox::Column::PersonId.eq(person.0))
        .order_by_desc(outbox::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Erases every message about a request (PDPL).
pub async fn erase_of_request(tx: &Tx, request: RequestId) -> Result<()> {
    outbox::Entity::delete_many().filter(outbox::Column::RequestId.eq(request.0)).exec(tx.conn()).await?;
    Ok(())
}

fn waiting(now: Timestamp) -> Select<outbox::Entity> {
    use outbox::Column;
    outbox::Entity::find()
        .filter(Column::SentAt.is_null())
        .filter(Column::GivenUpAt.is_null())
        .filter(Column::DueAt.lte(now))
        .filter(Condition::any().add(Column::LeasedUntil.is_null()).add(Column::LeasedUntil.lte(now)))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
}

async fn after_attempt(tx: &Tx, id: i64, change: outbox::ActiveModel) -> Result<()> {
    let counted = Expr::col(outbox::Column::Attempts).add(1_i64);
    only_waiting(outbox::Entity::update_many().set(change).col_expr(outbox::Column::Attempts, counted), id, tx).await
}

/// Changes a message unless somebody else sent it or gave it up.
async fn only_waiting(change: UpdateMany<outbox::Entity>, id: i64, tx: &Tx) -> Result<()> {
    let waiting = outbox::Column::SentAt.is_null().and(outbox::Column::GivenUpAt.is_null());
    let changed = change.filter(outbox::Column::Id.eq(id)).filter(waiting).exec(tx.conn()).await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn open(vault: &Vault, row: outbox::Model) -> Result<Message> {
    Ok(Message {
        id: row.id,
        to: recipient(vault, &row)?,
        body: vault.open_json("outbox.body", &row.key, &row.body_sealed)?,
        key: row.key,
        person: row.person_id.map(PersonId),
        request: row.request_id.map(RequestId),
        language: Language::from_slug(&row.language)?,
        template: row.template,
        created_at: row.created_at,
        due_at: row.due_at,
        sent_at: row.sent_at,
        attempts: row.attempts,
        last_error: row.last_error,
        given_up_at: row.given_up_at,
    })
}

fn recipient(vault: &Vault, row: &outbox::Model) -> Result<Recipient> {
    let (column, key, sealed) = ("outbox.to", &row.key, &row.to_sealed);
    if row.channel == Channel::Email.slug() {
        Ok(Recipient::Email(vault.open_json(column, key, sealed)?))
    } else {
        Ok(Recipient::Sms(vault.open_json(column, key, sealed)?))
    }
}
