//! Ratings of services and of answers: one each, by invitation (D5, D6c). The comment is sealed.

use domain::{
    MatterId, RequestId, Timestamp,
    rating::{Level, Rated, Rating},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use crate::{Source, StoreError, Tx, Vault, entities::rating_invitation, error::Result};

/// What comments are sealed for, by the name the table had first.
const SEALED: &str = "rating_invite.comment";

/// An invitation to rate, and the rating once it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    pub id: i64,
    pub of: Rated,
    pub expires_at: Timestamp,
    pub rating: Option<Rating>,
}

/// Invites to rate. `token_hash` is [`Vault::token_hash`] of the secret in the link. A second invitation takes the place of
/// the first, whose link leads nowhere then; a rating that was given stands.
pub async fn invite(tx: &Tx, of: Rated, token_hash: &str, expires_at: Timestamp) -> Result<()> {
    let (request, matter, column) = match of {
        Rated::Service(request) => (Some(request.0), None, rating_invitation::Column::RequestId),
        Rated::Contact(matter) => (None, Some(matter.0), rating_invitation::Column::MatterId),
    };
    let row = rating_invitation::ActiveModel {
        request_id: Set(request),
        matter_id: Set(matter),
        token_hash: Set(token_hash.to_owned()),
        expires_at: Set(expires_at),
        rated_at: Set(None),
        level: Set(None),
        comment_sealed: Set(None),
        ..Default::default()
    };
    let newest = OnConflict::column(column)
        .update_columns([rating_invitation::Column::TokenHash, rating_invitation::Column::ExpiresAt])
        .to_owned();
    rating_invitation::Entity::insert(row).on_conflict(newest).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The invitation behind a link, expired or not.
pub async fn find_by_token(source: &impl Source, token_hash: &str) -> Result<Option<Invite>> {
    let row = rating_invitation::Entity::find()
        .filter(rating_invitation::Column::TokenHash.eq(token_hash))
        .one(source.conn())
        .await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// The invitation to rate this.
pub async fn of(source: &impl Source, of: Rated) -> Result<Option<Invite>> {
    let this = match of {
        Rated::Service(request) => rating_invitation::Column::RequestId.eq(request.0),
        Rated::Contact(matter) => rating_invitation::Column::MatterId.eq(matter.0),
    };
    let row = rating_invitation::Entity::find().filter(this).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// Gives the rating. [`StoreError::Conflict`] when it was given before.
pub async fn rate(tx: &Tx, invite: &Invite, rating: &Rating) -> Result<()> {
    let comment = rating.comment.as_ref();
    let key = row_key(invite.of);
    let change = rating_invitation::ActiveModel {
        rated_at: Set(Some(rating.at)),
        level: Set(Some(i64::from(rating.level.score()))),
        comment_sealed: Set(comment.map(|comment| tx.vault().seal_json(SEALED, &key, comment)).transpose()?),
        ..Default::default()
    };
    let rated = rating_invitation::Entity::update_many()
        .set(change)
        .filter(rating_invitation::Column::Id.eq(invite.id))
        .filter(rating_invitation::Column::RatedAt.is_null())
        .exec(tx.conn())
        .await?;
    if rated.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn row_key(of: Rated) -> String {
    match of {
        Rated::Service(request) => request.to_string(),
        Rated::Contact(matter) => format!("matter:{matter}"),
    }
}

fn open(vault: &Vault, row: rating_invitation::Model) -> Result<Invite> {
    let of = match (row.request_id, row.matter_id) {
        (Some(request), None) => Rated::Service(RequestId(request)),
        (None, Some(matter)) => Rated::Contact(MatterId(matter)),
        _ => return Err(StoreError::damaged("rating_invitation", row.id)),
    };
    let rating = match (row.rated_at, row.level) {
        (Some(at), Some(score)) => Some(Rating {
            level: u8::try_from(score)
                .ok()
                .and_then(|score| Level::from_score(score).ok())
                .ok_or_else(|| StoreError::damaged("rating_invitation.level", score))?,
            comment: row.comment_sealed.map(|comment| vault.open_json(SEALED, &row_key(of), &comment)).transpose()?,
            at,
        }),
        _ => None,
    };
    Ok(Invite { id: row.id, of, expires_at: row.expires_at, rating })
}
