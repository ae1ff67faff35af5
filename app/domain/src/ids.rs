//! Row identities, one type per thing so that they cannot be swapped.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id!(
    /// A person known to the association.
    PersonId
);
id!(
    /// A support request (T4).
    RequestId
);
id!(
    /// A member of staff or of the committee.
    StaffId
);
id!(
    /// A stored document.
    DocumentId
);
id!(
    /// A session of the research committee (H5).
    SessionId
);
id!(
    /// An inquiry, a complaint or a proposal (G1, D3, D7).
    MatterId
);
id!(
    /// A file that came with one of them.
    MatterFileId
);
id!(
    /// A volunteer, known by a verified mobile (P1, C6).
    VolunteerId
);
id!(
    /// A shift of an opportunity to volunteer.
    ShiftId
);
id!(
    /// A volunteer's place in a shift.
    PlaceId
);
id!(
    /// A certificate of volunteering.
    CertificateId
);
