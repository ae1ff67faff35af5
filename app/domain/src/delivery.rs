//! Delivery of the service (H7) and the beneficiary's own confirmation of it.

use serde::{Deserialize, Serialize};

use crate::{StaffId, Timestamp, programme::Award};

/// A delivery on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    pub award: Award,
    pub by: StaffId,
    pub at: Timestamp,
}

/// The hand-over, confirmed with the code that only the beneficiary received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    pub by: StaffId,
    pub confirmed_at: Timestamp,
}
