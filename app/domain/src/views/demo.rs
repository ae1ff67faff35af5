//! What the demonstration's page is given. Only a demonstration has it.

use serde::{Deserialize, Serialize};

use crate::{Reference, Timestamp, access::Role, programme::Bilingual, request::StageKind};

/// A member of staff to sign in as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoStaff {
    pub user_name: String,
    pub name: Bilingual,
    pub roles: Vec<Role>,
    pub password: String,
    /// The six digits an authenticator would show now.
    pub code: String,
}

/// A synthetic beneficiary to sign in as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoPerson {
    pub name: String,
    pub national_id: String,
    pub mobile: String,
    pub reference: Reference,
    pub stage: StageKind,
}

/// A message as it left, or would leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoMessage {
    pub at: Timestamp,
    pub to: String,
    pub template: String,
    pub language: String,
    pub body: String,
}

/// The demonstration's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoSheet {
    pub now: Timestamp,
    pub days_ahead: i64,
    pub staff: Vec<DemoStaff>,
    pub people: Vec<DemoPerson>,
}
