//! The research committee (H5): its sessions, the votes, and the members who stepped aside. Reasons are sealed.

use chrono::NaiveDate;
use domain::{
    RequestId, SessionId, StaffId, Timestamp,
    committee::{Recusal, Vote},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict},
};

use crate::{
    Source, StoreError, Tx, codec,
    entities::{committee_session, recusal, vote},
    error::Result,
};

/// Whether a session still takes votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionState {
    Open,
    Closed,
}

/// A session of the committee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub title: String,
    pub held_on: NaiveDate,
    pub state: SessionState,
    pub created_at: Timestamp,
}

const OPEN: &str = "open";
const CLOSED: &str = "closed";

/// Opens a session.
pub async fn insert_session(tx: &Tx, title: &str, held_on: NaiveDate, at: Timestamp) -> Result<SessionId> {
    let row = committee_session::ActiveModel {
        title: Set(title.to_owned()),
        held_on: Set(held_on),
        state: Set(OPEN.to_owned()),
        created_at: Set(at),
        ..Default::default()
    };
    Ok(SessionId(committee_session::Entity::insert(row).exec(tx.conn()).await?.last_insert_id))
}

/// Every session, the latest first.
pub async fn sessions(source: &impl Source) -> Result<Vec<Session>> {
    let rows = committee_session::Entity::find()
        .order_by_desc(committee_session::Column::HeldOn)
        .order_by_desc(committee_session::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(open_session).collect()
}

pub async fn session(source: &impl Source, id: SessionId) -> Result<Option<Session>> {
    let row = committee_session::Entity::find_by_id(id.0).one(source.conn()).await?;
    row.map(open_session).transpose()
}

/// Closes a session. [`StoreError::Conflict`] when it is closed already.
pub async fn close(tx: &Tx, id: SessionId) -> Result<()> {
    let closed = committee_session::Entity::update_many()
        .col_expr(committee_session::Column::State, Expr::value(CLOSED))
        .filter(committee_session::Column::Id.eq(id.0))
        .filter(committee_session::Column::State.eq(OPEN))
        .exec(tx.conn())
        .await?;
    if closed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Records a member's vote on a request, in place of their former one in the same session.
pub async fn put_vote(tx: &Tx, request: RequestId, session: SessionId, given: &Vote) -> Result<()> {
    use vote::Column;
    let key = row_key(request, session, given.member);
    let reason = given.reason.as_ref();
    let row = vote::ActiveModel {
        request_id: Set(request.0),
        session_id: Set(session.0),
        member_id: Set(given.member.0),
        choice: Set(codec::to_slug(given.choice)?),
        reason_sealed: Set(reason.map(|reason| tx.vault().seal_json("vote.reason", &key, reason)).transpose()?),
        at: Set(given.at),
        ..Default::default()
    };
    let replace = OnConflict::columns([Column::RequestId, Column::SessionId, Column::MemberId])
        .update_columns([Column::Choice, Column::ReasonSealed, Column::At])
        .to_owned();
    vote::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The votes on a request in a session, by member.
pub async fn votes(source: &impl Source, request: RequestId, session: SessionId) -> Result<Vec<Vote>> {
    let rows = vote::Entity::find()
        .filter(vote::Column::RequestId.eq(request.0))
        .filter(vote::Column::SessionId.eq(session.0))
        .order_by_asc(vote::Column::MemberId)
        .all(source.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            let member = StaffId(row.member_id);
            let key = row_key(request, session, member);
            let reason = row.reason_sealed;
            Ok(Vote {
                member,
                choice: codec::from_slug("vote.choice", &row.choice)?,
                reason: reason.map(|reason| source.vault().open_json("vote.reason", &key, &reason)).transpose()?,
                at: row.at,
            })
        })
        .collect()
}

/// A member steps aside from a request. The vote they may have given in the session is taken out. Doing it twice
/// keeps the first.
pub async fn put_recusal(tx: &Tx, request: RequestId, session: SessionId, aside: &Recusal) -> Result<()> {
    use recusal::Column;
    let key = row_key(request, session, aside.member);
    let row = recusal::ActiveModel {
        request_id: Set(request.0),
        session_id: Set(session.0),
        member_id: Set(aside.member.0),
        ground_sealed: Set(tx.vault().seal_json("recusal.ground", &key, &aside.ground)?),
        at: Set(aside.at),
        ..Default::default()
    };
    let keep = OnConflict::columns([Column::RequestId, Column::SessionId, Column::MemberId]).do_nothing().to_owned();
    recusal::Entity::insert(row).on_conflict(keep).exec_without_returning(tx.conn()).await?;
    vote::Entity::delete_many()
        .filter(vote::Column::RequestId.eq(request.0))
        .filter(vote::Column::SessionId.eq(session.0))
        .filter(vote::Column::MemberId.eq(aside.member.0))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Who stepped aside from a request in a session, by member.
pub async fn recusals(source: &impl Source, request: RequestId, session: SessionId) -> Result<Vec<Recusal>> {
    let rows = recusal::Entity::find()
        .filter(recusal::Column::RequestId.eq(request.0))
        .filter(recusal::Column::SessionId.eq(session.0))
        .order_by_asc(recusal::Column::MemberId)
        .all(source.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            let member = StaffId(row.member_id);
            let key = row_key(request, session, member);
            Ok(Recusal {
                member,
                ground: source.vault().open_json("recusal.ground", &key, &row.ground_sealed)?,
                at: row.at,
            })
        })
        .collect()
}

fn row_key(request: RequestId, session: SessionId, member: StaffId) -> String {
    format!("{request}.{session}.{member}")
}

fn open_session(row: committee_session::Model) -> Result<Session> {
    Ok(Session {
        id: SessionId(row.id),
        title: row.title,
        held_on: row.held_on,
        state: match row.state.as_str() {
            OPEN => SessionState::Open,
            CLOSED => SessionState::Closed,
            other => return Err(StoreError::damaged("committee_session.state", other)),
        },
        created_at: row.created_at,
    })
}
