//! Ratings of a service: one a request, by invitation (D5, D6c). The comment is sealed.

use domain::{
    RequestId, Timestamp,
    rating::{Level, Rating},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use crate::{Source, StoreError, Tx, Vault, entities::rating_invite, error::Result};

/// An invitation to rate, and the rating once it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    pub id: i64,
    pub request: RequestId,
    pub expires_at: Timestamp,
    pub rating: Option<Rating>,
}

/// Invites to rate. `token_hash` is [`Vault::token_hash`] of the secret in the link. `false` when the request has an
/// invitation already: that one stays.
pub async fn invite(tx: &Tx, request: RequestId, token_hash: &str, expires_at: Timestamp) -> Result<bool> {
    let row = rating_invite::ActiveModel {
        request_id: Set(request.0),
        token_hash: Set(token_hash.to_owned()),
        expires_at: Set(expires_at),
        rated_at: Set(None),
        level: Set(None),
        comment_sealed: Set(None),
        ..Default::default()
    };
    let keep = OnConflict::column(rating_invite::Column::RequestId).do_nothing().to_owned();
    let inserted = rating_invite::Entity::insert(row).on_conflict(keep).exec_without_returning(tx.conn()).await?;
    Ok(inserted == 1)
}

/// The invitation behind a link, expired or not.
pub async fn find_by_token(source: &impl Source, token_hash: &str) -> Result<Option<Invite>> {
    let row = rating_invite::Entity::find()
        .filter(rating_invite::Column::TokenHash.eq(token_hash))
        .one(source.conn())
        .await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// The invitation of a request.
pub async fn of_request(source: &impl Source, request: RequestId) -> Result<Option<Invite>> {
    let row =
        rating_invite::Entity::find().filter(rating_invite::Column::RequestId.eq(request.0)).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// Gives the rating. [`StoreError::Conflict`] when it was given before.
pub async fn rate(tx: &Tx, invite: &Invite, rating: &Rating) -> Result<()> {
    let comment = rating.comment.as_ref();
    let key = row_key(invite.request);
    let change = rating_invite::ActiveModel {
        rated_at: Set(Some(rating.at)),
        level: Set(Some(i64::from(rating.level.score()))),
        comment_sealed: Set(comment
            .map(|comment| tx.vault().seal_json("rating_invite.comment", &key, comment))
            .transpose()?),
        ..Default::default()
    };
    let rated = rating_invite::Entity::update_many()
        .set(change)
        .filter(rating_invite::Column::Id.eq(invite.id))
        .filter(rating_invite::Column::RatedAt.is_null())
        .exec(tx.conn())
        .await?;
    if rated.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn row_key(request: RequestId) -> String {
    request.to_string()
}

fn open(vault: &Vault, row: rating_invite::Model) -> Result<Invite> {
    let request = RequestId(row.request_id);
    let rating = match (row.rated_at, row.level) {
        (Some(at), Some(score)) => Some(Rating {
            level: u8::try_from(score)
                .ok()
                .and_then(|score| Level::from_score(score).ok())
                .ok_or_else(|| StoreError::damaged("rating_invite.level", score))?,
            comment: row
                .comment_sealed
                .map(|comment| vault.open_json("rating_invite.comment", &row_key(request), &comment))
                .transpose()?,
            at,
        }),
        _ => None,
    };
    Ok(Invite { id: row.id, request, expires_at: row.expires_at, rating })
}
