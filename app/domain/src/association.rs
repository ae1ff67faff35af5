//! The association whose name is on the letterhead (P1).

use serde::{Deserialize, Serialize};

use crate::programme::Bilingual;

/// Identity of the association: everything that differs between associations is a setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Association {
    pub name: Bilingual,
    pub address: Bilingual,
    pub licence: String,
    pub unified_number: String,
    pub phone: String,
}
