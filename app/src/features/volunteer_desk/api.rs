//! Server functions of the coordinator's desk.

use domain::{
    Reference, ShiftId,
    views::{AttendanceSheet, PlanList, PlanSheet, VolunteerFilter, VolunteerQueue, VolunteerSheet},
    volunteer::Slug,
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// Applications of one standing, or those that fit a name.
#[server(endpoint = "volunteer_desk/queue")]
pub async fn queue(filter: VolunteerFilter) -> Result<VolunteerQueue, AppError> {
    Ok(services::volunteers::queue(&request::ctx()?, filter).await?)
}

/// One application.
#[server(endpoint = "volunteer_desk/sheet")]
pub async fn sheet(reference: Reference) -> Result<VolunteerSheet, AppError> {
    Ok(services::volunteers::sheet(&request::ctx()?, &reference).await?)
}

/// Every opportunity.
#[server(endpoint = "volunteer_desk/plans")]
pub async fn plans() -> Result<PlanList, AppError> {
    Ok(services::volunteers::plans(&request::ctx()?).await?)
}

/// One opportunity, to be changed.
#[server(endpoint = "volunteer_desk/plan")]
pub async fn plan(slug: Slug) -> Result<PlanSheet, AppError> {
    Ok(services::volunteers::plan_sheet(&request::ctx()?, &slug).await?)
}

/// The attendance sheet of a shift.
#[server(endpoint = "volunteer_desk/attendance")]
pub async fn attendance(shift: ShiftId) -> Result<AttendanceSheet, AppError> {
    Ok(services::volunteers::attendance(&request::ctx()?, shift).await?)
}
