//! Who makes a request for its applicant. One at a time; the former ones stay on record.

use domain::{
    PersonId, RequestId, Timestamp,
    representation::{Capacity, Representative},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{Source, StoreError, Tx, entities::representation, error::Result};

/// From now on this person makes the request for its applicant.
pub async fn begin(tx: &Tx, request: RequestId, representative: &Representative) -> Result<()> {
    let name = tx.vault().seal_json("representation.name", &row_key(request), &representative.name)?;
    let row = representation::ActiveModel {
        request_id: Set(request.0),
        person_id: Set(representative.person.0),
        capacity: Set(representative.capacity.slug().to_owned()),
        name_sealed: Set(name),
        named_at: Set(representative.named_at),
        ended_at: Set(None),
        ..Default::default()
    };
    representation::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Who makes the request for its applicant now.
pub async fn of_request(source: &impl Source, request: RequestId) -> Result<Option<Representative>> {
    let row = representation::Entity::find()
        .filter(representation::Column::RequestId.eq(request.0))
        .filter(representation::Column::EndedAt.is_null())
        .one(source.conn())
        .await?;
    let open = |row: representation::Model| {
        let capacity = Capacity::from_slug(&row.capacity);
        Ok(Representative {
            person: PersonId(row.person_id),
            name: source.vault().open_json("representation.name", &row_key(request), &row.name_sealed)?,
            capacity: capacity.ok_or_else(|| StoreError::damaged("representation.capacity", &row.capacity))?,
            named_at: row.named_at,
        })
    };
    row.map(open).transpose()
}

/// The requests this person makes for others now, the newest first.
pub async fn of_person(source: &impl Source, person: PersonId) -> Result<Vec<RequestId>> {
    let ids: Vec<i64> = representation::Entity::find()
        .select_only()
        .column(representation::Column::RequestId)
        .filter(representation::Column::PersonId.eq(person.0))
        .filter(representation::Column::EndedAt.is_null())
        .order_by_desc(representation::Column::Id)
        .into_tuple()
        .all(source.conn())
        .await?;
    Ok(ids.into_iter().map(RequestId).collect())
}

/// The applicant goes on alone. `false`: nobody made it for them.
pub async fn end(tx: &Tx, request: RequestId, at: Timestamp) -> Result<bool> {
    let ended = representation::Entity::update_many()
        .set(representation::ActiveModel { ended_at: Set(Some(at)), ..Default::default() })
        .filter(representation::Column::RequestId.eq(request.0))
        .filter(representation::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await?;
    Ok(ended.rows_affected > 0)
}

/// Forgets whoever made the request for its applicant: it is erased.
pub async fn erase(tx: &Tx, request: RequestId) -> Result<()> {
    let rows = representation::Entity::delete_many().filter(representation::Column::RequestId.eq(request.0));
    rows.exec(tx.conn()).await?;
    Ok(())
}

fn row_key(request: RequestId) -> String {
    request.to_string()
}
