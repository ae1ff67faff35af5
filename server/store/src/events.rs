//! The timeline of a request: append-only.

use domain::{RequestId, Timestamp, access::Actor};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;

use crate::{Source, StoreError, Tx, codec, entities::event, error::Result};

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Visitor,
    Beneficiary(i64),
    Tracker(i64),
    Follower(i64),
    Volunteer(i64),
    Staff(i64),
    System,
}

impl From<&Actor> for By {
    fn from(actor: &Actor) -> Self {
        match actor {
            Actor::Visitor => Self::Visitor,
            Actor::Beneficiary { person } => Self::Beneficiary(person.0),
            Actor::Tracker { request } => Self::Tracker(request.0),
            Actor::Follower { matter } => Self::Follower(matter.0),
            Actor::Volunteer { id } => Self::Volunteer(id.0),
            Actor::Staff { id, .. } => Self::Staff(id.0),
            Actor::System => Self::System,
        }
    }
}

impl By {
    fn columns(self) -> (&'static str, Option<i64>) {
        match self {
            Self::Visitor => ("visitor", None),
            Self::Beneficiary(id) => ("beneficiary", Some(id)),
            Self::Tracker(id) => ("tracker", Some(id)),
            Self::Follower(id) => ("follower", Some(id)),
            Self::Volunteer(id) => ("volunteer", Some(id)),
            Self::Staff(id) => ("staff", Some(id)),
            Self::System => ("system", None),
        }
    }

    fn from_columns(kind: &str, id: Option<i64>) -> Result<Self> {
        match (kind, id) {
            ("visitor", None) => Ok(Self::Visitor),
            ("beneficiary", Some(id)) => Ok(Self::Beneficiary(id)),
            ("tracker", Some(id)) => Ok(Self::Tracker(id)),
            ("follower", Some(id)) => Ok(Self::Follower(id)),
            ("volunteer", Some(id)) => Ok(Self::Volunteer(id)),
            ("staff", Some(id)) => Ok(Self::Staff(id)),
            ("system", None) => Ok(Self::System),
            _ => Err(StoreError::damaged("event.actor", kind)),
        }
    }
}

/// Something that happened to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub at: Timestamp,
    /// The name of the move, such as `submitted`.
    pub kind: String,
    pub by: By,
    /// Not sealed: no personal data.
    pub facts: Value,
}

/// Adds to the timeline.
pub async fn append(tx: &Tx, request: RequestId, event: &Event) -> Result<()> {
    let (actor_kind, actor_id) = event.by.columns();
    let row = event::ActiveModel {
        request_id: Set(request.0),
        at: Set(event.at),
        kind: Set(event.kind.clone()),
        actor_kind: Set(actor_kind.to_owned()),
        actor_id: Set(actor_id),
        facts: Set(codec::to_json(&event.facts)?),
        ..Default::default()
    };
    event::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The timeline, the oldest first.
pub async fn of_request(source: &impl Source, request: RequestId) -> Result<Vec<Event>> {
    let rows = event::Entity::find()
        .filter(event::Column::RequestId.eq(request.0))
        .order_by_asc(event::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Event {
                at: row.at,
                by: By::from_columns(&row.actor_kind, row.actor_id)?,
                facts: codec::from_json("event.facts", &row.facts)?,
                kind: row.kind,
            })
        })
        .collect()
}
