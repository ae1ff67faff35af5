//! Lists of matters for those who answer them.

use domain::{
    Timestamp,
    voice::{Kind, Stage},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{CaseStatement, Expr},
};

use super::{Row, open};
use crate::{Source, StoreError, entities::matter, error::Result};

/// Lines of a page.
pub const PAGE: u64 = 25;

/// Kinds, and the branches they are looked for in; `None` is every branch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach(pub Vec<(Kind, Option<Vec<i64>>)>);

impl Reach {
    /// The reach, narrowed to one kind.
    #[must_use]
    pub fn only(&self, kind: Kind) -> Self {
        Self(self.0.iter().filter(|(seen, _)| *seen == kind).cloned().collect())
    }

    fn condition(&self) -> Condition {
        let mut any = Condition::any().add(Expr::value(false));
        for (kind, branches) in &self.0 {
            let mut one = Condition::all().add(matter::Column::Kind.eq(kind.slug()));
            if let Some(branches) = branches {
                one = one.add(matter::Column::BranchId.is_in(branches.iter().copied()));
            }
            any = any.add(one);
        }
        any
    }
}

/// What to list.
#[derive(Clone, Debug)]
pub struct Filter {
    pub reach: Reach,
    pub stages: Vec<Stage>,
    /// Only what should have been answered before this moment.
    pub late: bool,
    pub now: Timestamp,
    /// Pages before this one.
    pub page: u32,
}

/// A page of matters and one row more, where there is more: complaints that are late first, then what is due first.
pub async fn queue(source: &impl Source, filter: &Filter) -> Result<Vec<Row>> {
    use matter::Column;
    let late_complaint = CaseStatement::new()
        .case(overdue(filter.now).add(Column::Kind.eq(Kind::Complaint.slug())), Expr::value(0_i64))
        .finally(Expr::value(1_i64));
    let mut select = matter::Entity::find()
        .filter(filter.reach.condition())
        .filter(Column::Stage.is_in(filter.stages.iter().map(|stage| stage.slug())));
    if filter.late {
        select = select.filter(overdue(filter.now));
    }
    let rows = select
        .order_by(Expr::expr(late_complaint), Order::Asc)
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .offset(u64::from(filter.page) * PAGE)
        .limit(PAGE + 1)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// How many matters of each kind stand at each stage.
pub async fn counts(source: &impl Source, reach: &Reach) -> Result<Vec<(Kind, Stage, u64)>> {
    use matter::Column;
    let rows: Vec<(String, String, i64)> = matter::Entity::find()
        .select_only()
        .column(Column::Kind)
        .column(Column::Stage)
        .column_as(Column::Id.count(), "held")
        .filter(reach.condition())
        .group_by(Column::Kind)
        .group_by(Column::Stage)
        .order_by_asc(Column::Kind)
        .order_by_asc(Column::Stage)
        .into_tuple()
        .all(source.conn())
        .await?;
    rows.into_iter()
        .map(|(kind, stage, held)| {
            let kind = Kind::from_slug(&kind).ok_or_else(|| StoreError::damaged("matter.kind", &kind))?;
            let stage = Stage::from_slug(&stage).ok_or_else(|| StoreError::damaged("matter.stage", &stage))?;
            Ok((kind, stage, u64::try_from(held).unwrap_or(0)))
        })
        .collect()
}

/// How many should have been answered before this moment.
pub async fn late(source: &impl Source, reach: &Reach, now: Timestamp) -> Result<u64> {
    let held: Option<i64> = matter::Entity::find()
        .select_only()
        .column_as(matter::Column::Id.count(), "held")
        .filter(reach.condition())
        .filter(overdue(now))
        .into_tuple()
        .one(source.conn())
        .await?;
    Ok(held.and_then(|held| u64::try_from(held).ok()).unwrap_or(0))
}

fn overdue(now: Timestamp) -> Condition {
    Condition::all().add(matter::Column::Stage.is_in(Stage::OPEN.map(Stage::slug))).add(matter::Column::DueAt.lt(now))
}
