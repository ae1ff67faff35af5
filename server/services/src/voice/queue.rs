//! What waits for an answer: late complaints first.

use std::collections::HashMap;

use domain::{
    StaffId,
    programme::Bilingual,
    time::riyadh_date,
    views::{MatterCount, MatterFilter, MatterLine, MatterQueue},
    voice::{Act, Stage, may},
};
use store::voice::{Filter, PAGE, Row};

use super::{about, reach};
use crate::{Ctx, Error, Result};

/// One page of the matters the reader may see.
pub async fn queue(ctx: &Ctx, filter: MatterFilter) -> Result<MatterQueue> {
    super::staff(ctx)?;
    let seen = reach(ctx.actor(), Act::View);
    if seen.0.is_empty() {
        return Err(Error::NotEntitled);
    }
    let stages = match filter.stage {
        Some(stage) => vec![stage],
        None if filter.all && !filter.late => Stage::ALL.to_vec(),
        None => Stage::OPEN.to_vec(),
    };
    let wanted = Filter {
        reach: filter.kind.map_or_else(|| seen.clone(), |kind| seen.only(kind)),
        stages,
        late: filter.late,
        now: ctx.now(),
        page: filter.page,
    };
    let mut rows = store::voice::queue(ctx.db(), &wanted).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    rows.truncate(page);
    let counts = store::voice::counts(ctx.db(), &seen).await?;
    Ok(MatterQueue {
        lines: lines(ctx, rows).await?,
        counts: counts.into_iter().map(|(kind, stage, count)| MatterCount { kind, stage, count }).collect(),
        late: store::voice::late(ctx.db(), &seen, ctx.now()).await?,
        kinds: seen.0.iter().map(|(kind, _)| *kind).collect(),
        more,
    })
}

/// How much waits for an answer of the reader; `None` for who sees none of it.
pub async fn waiting(ctx: &Ctx) -> Result<Option<u64>> {
    if reach(ctx.actor(), Act::View).0.is_empty() {
        return Ok(None);
    }
    let counts = store::voice::counts(ctx.db(), &reach(ctx.actor(), Act::Answer)).await?;
    Ok(Some(counts.iter().filter(|(_, stage, _)| stage.is_open()).map(|(.., count)| count).sum()))
}

/// The rows the reader may open. Of a complaint about their own work they do not even see the subject.
async fn lines(ctx: &Ctx, rows: Vec<Row>) -> Result<Vec<MatterLine>> {
    let names = names(ctx).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        if !may(ctx.actor(), Act::View, about(ctx, ctx.db(), &row).await?) {
            continue;
        }
        lines.push(MatterLine {
            kind: row.matter.kind(),
            subject: row.matter.subject().clone(),
            stage: row.matter.stage(),
            sent_on: riyadh_date(row.created_at),
            due_on: riyadh_date(row.due_at),
            late: row.matter.stage().is_open() && row.due_at < ctx.now(),
            handler: row.matter.handler().and_then(|by| names.get(&by).cloned()),
            reference: row.reference,
        });
    }
    Ok(lines)
}

/// The names of everybody who works here.
pub(super) async fn names(ctx: &Ctx) -> Result<HashMap<StaffId, Bilingual>> {
    let staff = store::staff::list(ctx.db()).await?;
    Ok(staff.into_iter().map(|account| (account.id, account.display_name)).collect())
}
