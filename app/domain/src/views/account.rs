//! What somebody is shown who is half signed in.

use serde::{Deserialize, Serialize};

use crate::Reference;

/// Which step a half-finished sign-in waits for. Nothing here tells whether ID, number or reference are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "step")]
pub enum PendingSheet {
    /// The code that was sent to the number somebody typed.
    Beneficiary { mobile_masked: String },
    /// The code that was sent to the applicant of the request.
    Tracker { reference: Reference },
    /// The code that was sent to a volunteer's number.
    Volunteer { mobile_masked: String },
    /// The code that was sent to somebody they want to apply for.
    Representative { mobile_masked: String },
    /// The code of the authenticator app.
    StaffCode,
    /// Setting up the authenticator app.
    StaffEnrol,
    /// A password of their own.
    StaffPassword,
}

/// What an authenticator app is set up with; shown until its first code is entered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentSheet {
    pub user_name: String,
    /// Base32, for typing.
    pub secret: String,
    /// `otpauth://…`, for a phone that shows this page itself.
    pub address: String,
    /// The same as a QR code: the `d` of an SVG path in a square of `qr_side` units.
    pub qr_path: String,
    pub qr_side: i32,
    /// Each opens the account once.
    pub recovery: Vec<String>,
}

impl std::fmt::Debug for EnrolmentSheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnrolmentSheet").field("user_name", &self.user_name).finish_non_exhaustive()
    }
}
