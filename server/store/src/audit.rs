//! The audit chain: every entry is sealed with a SHA-256 over its contents and the hash of the one before, so that a
//! changed, moved or missing entry is found.
//!
//! On `SQLite` an entry is sealed as it is written: there is one writer. On `PostgreSQL` writers do not queue for the
//! chain: entries are written unsealed and sealed in batches ([`seal_pending`]). Their place in the chain is the order
//! of sealing, which may differ from `seq` where a transaction committed late.

use domain::Timestamp;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Source, Tx, codec, entities::audit, error::Result};

/// Something somebody did. Nothing here is sealed: it names people by their row ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub at: Timestamp,
    /// Such as `staff:3`, `beneficiary:17`, `system`.
    pub actor: String,
    /// Such as `request.submit`.
    pub action: String,
    /// Such as `request:12`.
    pub subject: String,
    pub detail: Value,
}

/// The last link of the chain: printed and kept elsewhere, it also proves that nothing was cut off the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Sealed entries so far.
    pub place: i64,
    pub hash: String,
}

/// What a check of the whole chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// All entries, those not sealed yet included.
    pub entries: i64,
    /// Entries not sealed yet; always none on `SQLite`.
    pub unsealed: i64,
    pub head: Option<Head>,
    /// `seq` of the first entry that does not fit the chain.
    pub broken: Option<i64>,
}

/// The hash before the first entry.
const GENESIS: &str = "";
/// Entries read or sealed at a time.
const BATCH: u64 = 1_000;
/// Names the advisory lock under which `PostgreSQL` seals.
const SEALING: i64 = 0x0057_4953_414C;

/// Adds an entry.
pub async fn append(tx: &Tx, entry: &Entry) -> Result<()> {
    let at = codec::whole_micros(entry.at);
    let detail = codec::to_json(&entry.detail)?;
    let row = audit::ActiveModel {
        seq: NotSet,
        place: Set(None),
        at: Set(at),
        actor: Set(entry.actor.clone()),
        action: Set(entry.action.clone()),
        subject: Set(entry.subject.clone()),
        detail: Set(detail.clone()),
        previous_hash: Set(None),
        hash: Set(None),
    };
    let row = match tx.conn().get_database_backend() {
        DbBackend::Sqlite => {
            let (place, previous) = next(tx).await?;
            let model = audit::Model {
                seq: place,
                place: Some(place),
                at,
                actor: entry.actor.clone(),
                action: entry.action.clone(),
                subject: entry.subject.clone(),
                detail,
                previous_hash: None,
                hash: None,
            };
            let hash = link(&model, place, &previous);
            audit::ActiveModel {
                seq: Set(place),
                place: Set(Some(place)),
                previous_hash: Set(Some(previous)),
                hash: Set(Some(hash)),
                ..row
            }
        }
        _ => row,
    };
    audit::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Seals up to a thousand entries that are not yet, in the order of `seq`; gives how many. Only one node seals at a
/// time. Nothing to do on `SQLite`.
pub async fn seal_pending(tx: &Tx) -> Result<u64> {
    let backend = tx.conn().get_database_backend();
    if backend != DbBackend::Postgres {
        return Ok(0);
    }
    let lock = Statement::from_sql_and_values(backend, "SELECT pg_advisory_xact_lock($1)", [SEALING.into()]);
    tx.conn().execute_raw(lock).await?;
    let rows = audit::Entity::find()
        .filter(audit::Column::Place.is_null())
        .order_by_asc(audit::Column::Seq)
        .limit(BATCH)
        .all(tx.conn())
        .await?;
    let (mut place, mut previous) = next(tx).await?;
    let mut sealed = 0;
    for row in rows {
        let hash = link(&row, place, &previous);
        let change = audit::ActiveModel {
            place: Set(Some(place)),
            previous_hash: Set(Some(previous)),
            hash: Set(Some(hash.clone())),
            ..Default::default()
        };
        audit::Entity::update_many().set(change).filter(audit::Column::Seq.eq(row.seq)).exec(tx.conn()).await?;
        previous = hash;
        place += 1;
        sealed += 1;
    }
    Ok(sealed)
}

/// The entries of one action on any of these subjects, the latest first.
pub async fn of_subjects(source: &impl Source, action: &str, subjects: &[String]) -> Result<Vec<Entry>> {
    let rows = audit::Entity::find()
        .filter(audit::Column::Subject.is_in(subjects))
        .filter(audit::Column::Action.eq(action))
        .order_by_desc(audit::Column::Seq)
        .all(source.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Entry {
                at: row.at,
                actor: row.actor,
                action: row.action,
                subject: row.subject,
                detail: codec::from_json("audit.detail", &row.detail)?,
            })
        })
        .collect()
}

/// The last link.
pub async fn head(source: &impl Source) -> Result<Option<Head>> {
    let row = audit::Entity::find()
        .filter(audit::Column::Place.is_not_null())
        .order_by_desc(audit::Column::Place)
        .limit(1)
        .one(source.conn())
        .await?;
    Ok(row.and_then(|row| Some(Head { place: row.place?, hash: row.hash? })))
}

/// Checks the whole chain from the first entry. On `PostgreSQL`, call [`seal_pending`] first.
pub async fn verify(source: &impl Source) -> Result<Report> {
    let mut report = Report { entries: 0, unsealed: 0, head: None, broken: None };
    let mut previous = GENESIS.to_owned();
    let mut expected = 1;
    // Where reading goes on; an entry moved before the first place is read too, and does not fit.
    let mut read_to = i64::MIN;
    loop {
        let rows = audit::Entity::find()
            .filter(audit::Column::Place.gt(read_to))
            .order_by_asc(audit::Column::Place)
            .limit(BATCH)
            .all(source.conn())
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            report.entries += 1;
            let hash = link(&row, expected, &previous);
            let fits = row.place == Some(expected)
                && row.previous_hash.as_deref() == Some(&previous)
                && row.hash.as_deref() == Some(&hash);
            if !fits && report.broken.is_none() {
                report.broken = Some(row.seq);
            }
            read_to = row.place.unwrap_or(expected);
            expected = read_to.saturating_add(1);
            previous = row.hash.unwrap_or_default();
            report.head = Some(Head { place: read_to, hash: previous.clone() });
        }
    }
    let loose = audit::Entity::find()
        .filter(audit::Column::Place.is_null())
        .order_by_asc(audit::Column::Seq)
        .all(source.conn())
        .await?;
    report.unsealed = codec::to_i64("audit", loose.len())?;
    report.entries += report.unsealed;
    // An entry that was sealed once and lost its place, or any loose one where entries are sealed as they are written.
    let sqlite = source.conn().get_database_backend() == DbBackend::Sqlite;
    let torn = loose.iter().find(|row| sqlite || row.hash.is_some() || row.previous_hash.is_some());
    report.broken = report.broken.or(torn.map(|row| row.seq));
    Ok(report)
}

/// The next place in the chain, and the hash before it.
async fn next(tx: &Tx) -> Result<(i64, String)> {
    Ok(head(tx).await?.map_or_else(|| (1, GENESIS.to_owned()), |head| (head.place + 1, head.hash)))
}

/// The hash (hex) of an entry at a place: every field framed by its length, so that none can lend to its neighbour.
fn link(row: &audit::Model, place: i64, previous: &str) -> String {
    let numbers = [place, row.seq, row.at.timestamp_micros()].map(|number| number.to_string());
    let texts = [&row.actor, &row.action, &row.subject, &row.detail].map(String::as_str);
    let mut hash = Sha256::new();
    for field in numbers.iter().map(String::as_str).chain(texts).chain([previous]) {
        hash.update(u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(field.as_bytes());
    }
    hex::encode(hash.finalize())
}
