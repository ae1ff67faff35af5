//! Who is signed in. The token itself is never kept, only its keyed hash ([`crate::Vault::token_hash`]).

use domain::{MatterId, PersonId, RequestId, StaffId, Timestamp, VolunteerId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::Value;

use crate::{Source, StoreError, Tx, entities::session, error::Result};

/// Whose sign-in it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Staff(StaffId),
    Beneficiary(PersonId),
    /// Opened one request with its reference and a code.
    Tracker(RequestId),
    /// Opened what they wrote to the association.
    Follower(MatterId),
    Volunteer(VolunteerId),
    /// Half signed in: the facts say what is missing. The number is the service's own.
    Pending(i64),
}

impl Subject {
    fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Staff(id) => ("staff", id.0),
            Self::Beneficiary(id) => ("beneficiary", id.0),
            Self::Tracker(id) => ("tracker", id.0),
            Self::Follower(id) => ("follower", id.0),
            Self::Volunteer(id) => ("volunteer", id.0),
            Self::Pending(id) => ("pending", id),
        }
    }

    fn from_columns(kind: &str, id: i64) -> Result<Self> {
        match kind {
            "staff" => Ok(Self::Staff(StaffId(id))),
            "beneficiary" => Ok(Self::Beneficiary(PersonId(id))),
            "tracker" => Ok(Self::Tracker(RequestId(id))),
            "follower" => Ok(Self::Follower(MatterId(id))),
            "volunteer" => Ok(Self::Volunteer(VolunteerId(id))),
            "pending" => Ok(Self::Pending(id)),
            other => Err(StoreError::damaged("session.subject_kind", other)),
        }
    }
}

/// A sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    pub subject: Subject,
    /// Sealed in the table.
    pub facts: Value,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub expires_at: Timestamp,
}

/// Keeps a sign-in. [`StoreError::Taken`] when the token is in use.
pub async fn insert(tx: &Tx, token_hash: &str, login: &Login) -> Result<()> {
    let (kind, id) = login.subject.columns();
    let row = session::ActiveModel {
        token_hash: Set(token_hash.to_owned()),
        subject_kind: Set(kind.to_owned()),
        subject_id: Set(id),
        facts_sealed: Set(tx.vault().seal_json("session.facts", token_hash, &login.facts)?),
        created_at: Set(login.created_at),
        seen_at: Set(login.seen_at),
        expires_at: Set(login.expires_at),
    };
    session::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// A sign-in that has not expired.
pub async fn find(source: &impl Source, token_hash: &str, now: Timestamp) -> Result<Option<Login>> {
    let row =
        session::Entity::find_by_id(token_hash).filter(session::Column::ExpiresAt.gt(now)).one(source.conn()).await?;
    row.map(|row| {
        Ok(Login {
            subject: Subject::from_columns(&row.subject_kind, row.subject_id)?,
            facts: source.vault().open_json("session.facts", &row.token_hash, &row.facts_sealed)?,
            created_at: row.created_at,
            seen_at: row.seen_at,
            expires_at: row.expires_at,
        })
    })
    .transpose()
}

/// The sign-in was used, and lasts longer for it.
pub async fn touch(tx: &Tx, token_hash: &str, seen_at: Timestamp, expires_at: Timestamp) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::value(seen_at))
        .col_expr(session::Column::ExpiresAt, Expr::value(expires_at))
        .filter(session::Column::TokenHash.eq(token_hash))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Signs out.
pub async fn delete(tx: &Tx, token_hash: &str) -> Result<()> {
    session::Entity::delete_by_id(token_hash).exec(tx.conn()).await?;
    Ok(())
}

/// Signs a subject out everywhere; gives how many sign-ins ended.
pub async fn delete_of_subject(tx: &Tx, subject: Subject) -> Result<u64> {
    let (kind, id) = subject.columns();
    let gone = session::Entity::delete_many()
        .filter(session::Column::SubjectKind.eq(kind))
        .filter(session::Column::SubjectId.eq(id))
        .exec(tx.conn())
        .await?;
    Ok(gone.rows_affected)
}

/// Forgets sign-ins that expired; gives how many.
pub async fn purge(tx: &Tx, now: Timestamp) -> Result<u64> {
    let gone = session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(now)).exec(tx.conn()).await?;
    Ok(gone.rows_affected)
}
