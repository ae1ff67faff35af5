//! Lists of requests: what staff see before they open one. Facts and answers stay sealed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{PersonId, PersonName, Reference, RequestId, SessionId, Timestamp, name::normalise, request::StageKind};
use sea_orm::{
    ColumnTrait, Condition, DerivePartialModel, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::LikeExpr,
};
use serde::{Deserialize, Serialize};

use crate::{Source, entities::request, error::Result};

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: RequestId,
    pub reference: Reference,
    pub programme_slug: String,
    pub programme_version: i64,
    pub person: PersonId,
    pub branch: i64,
    pub stage: StageKind,
    pub applicant_name: Option<PersonName>,
    pub version: i64,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
    pub submitted_at: Option<Timestamp>,
    pub earliest_reply_on: Option<NaiveDate>,
    pub latest_reply_on: Option<NaiveDate>,
    pub release_on: Option<NaiveDate>,
    pub session: Option<SessionId>,
}

impl Line {
    /// Where the next page begins when this is the last line of a page.
    pub fn cursor(&self) -> Cursor {
        Cursor { updated_at: self.updated_at, id: self.id }
    }
}

/// Where a page ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    pub updated_at: Timestamp,
    pub id: RequestId,
}

/// By the last change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    OldestFirst,
    NewestFirst,
}

/// Which requests are listed.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// At any of these stages; empty: at every stage.
    pub stages: Vec<StageKind>,
    /// Of these branches; `None`: of every branch.
    pub branches: Option<Vec<i64>>,
    /// Part of the applicant's name, however it is spelled, or of the reference.
    pub search: Option<String>,
    pub order: Order,
    /// The page after this one.
    pub after: Option<Cursor>,
    /// Lines at most.
    pub limit: u64,
}

/// A page of requests.
pub async fn queue(source: &impl Source, filter: &Filter) -> Result<Vec<Line>> {
    use request::Column;
    let mut which = of_branches(filter.branches.as_deref());
    if !filter.stages.is_empty() {
        which = which.add(Column::Stage.is_in(filter.stages.iter().map(|stage| stage.slug())));
    }
    if let Some(text) = filter.search.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        which = which.add(
            Condition::any()
                .add(Column::ApplicantNameNormal.like(contains(&normalise(text))))
                .add(Column::Reference.like(contains(&text.to_uppercase()))),
        );
    }
    if let Some(Cursor { updated_at, id }) = filter.after {
        let (later, beyond) = match filter.order {
            Order::OldestFirst => (Column::UpdatedAt.gt(updated_at), Column::Id.gt(id.0)),
            Order::NewestFirst => (Column::UpdatedAt.lt(updated_at), Column::Id.lt(id.0)),
        };
        let tied = Condition::all().add(Column::UpdatedAt.eq(updated_at)).add(beyond);
        which = which.add(Condition::any().add(later).add(tied));
    }
    let direction = match filter.order {
        Order::OldestFirst => sea_orm::Order::Asc,
        Order::NewestFirst => sea_orm::Order::Desc,
    };
    let rows = request::Entity::find()
        .filter(which)
        .order_by(Column::UpdatedAt, direction.clone())
        .order_by(Column::Id, direction)
        .limit(filter.limit)
        .into_partial_model::<Listed>()
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| row.open(source)).collect()
}

/// The requests referred to a session of the committee, in the order they came.
pub async fn in_session(source: &impl Source, session: SessionId) -> Result<Vec<Line>> {
    let rows = request::Entity::find()
        .filter(request::Column::SessionId.eq(session.0))
        .order_by_asc(request::Column::Id)
        .into_partial_model::<Listed>()
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| row.open(source)).collect()
}

/// How many requests are at each stage, in these branches (`None`: in every branch). Stages without any are left out.
pub async fn counts_by_stage(source: &impl Source, branches: Option<&[i64]>) -> Result<BTreeMap<StageKind, i64>> {
    let rows: Vec<(String, i64)> = request::Entity::find()
        .select_only()
        .column(request::Column::Stage)
        .column_as(request::Column::Id.count(), "requests")
        .filter(of_branches(branches))
        .group_by(request::Column::Stage)
        .into_tuple()
        .all(source.conn())
        .await?;
    rows.into_iter().map(|(slug, count)| Ok((super::stage_kind(&slug)?, count))).collect()
}

/// Requests whose held answer goes out today or should have gone out before (H5).
pub async fn due_for_release(source: &impl Source, today: NaiveDate) -> Result<Vec<RequestId>> {
    let ids: Vec<i64> = request::Entity::find()
        .select_only()
        .column(request::Column::Id)
        .filter(request::Column::ReleaseOn.lte(today))
        .order_by_asc(request::Column::Id)
        .into_tuple()
        .all(source.conn())
        .await?;
    Ok(ids.into_iter().map(RequestId).collect())
}

fn of_branches(branches: Option<&[i64]>) -> Condition {
    let all = Condition::all();
    match branches {
        Some(branches) => all.add(request::Column::BranchId.is_in(branches.iter().copied())),
        None => all,
    }
}

/// A pattern for text that contains these characters and means nothing more by them.
fn contains(text: &str) -> LikeExpr {
    let plain = text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    LikeExpr::new(format!("%{plain}%")).escape('\\')
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "request::Entity")]
struct Listed {
    id: i64,
    reference: String,
    programme_slug: String,
    programme_version: i64,
    person_id: i64,
    branch_id: i64,
    stage: String,
    applicant_name_sealed: Vec<u8>,
    version: i64,
    created_at: Timestamp,
    updated_at: Timestamp,
    submitted_at: Option<Timestamp>,
    earliest_reply_on: Option<NaiveDate>,
    latest_reply_on: Option<NaiveDate>,
    release_on: Option<NaiveDate>,
    session_id: Option<i64>,
}

impl Listed {
    fn open(self, source: &impl Source) -> Result<Line> {
        let name = &self.applicant_name_sealed;
        Ok(Line {
            id: RequestId(self.id),
            applicant_name: source.vault().open_json("request.applicant_name", &self.reference, name)?,
            reference: super::reference(&self.reference)?,
            programme_slug: self.programme_slug,
            programme_version: self.programme_version,
            person: PersonId(self.person_id),
            branch: self.branch_id,
            stage: super::stage_kind(&self.stage)?,
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
            submitted_at: self.submitted_at,
            earliest_reply_on: self.earliest_reply_on,
            latest_reply_on: self.latest_reply_on,
            release_on: self.release_on,
            session: self.session_id.map(SessionId),
        })
    }
}
