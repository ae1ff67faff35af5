//! Who somebody is: signing in with a phone, with a password and an authenticator app, to one request only, as a
//! volunteer; and who was named by whom to apply for them.
//!
//! A sign-in takes two steps. The first leaves a half-finished sign-in behind (a [`PendingToken`], in a cookie of its
//! own); the second turns it into a session (a [`SessionToken`]). Every token is new at every step, only its keyed
//! hash is kept, and what is wrong, unknown, closed or mismatched is answered alike.

mod beneficiary;
pub mod codes;
mod enrol;
pub(crate) mod limits;
mod new_password;
pub(crate) mod password;
mod pending;
mod recovery;
mod representative;
mod send;
pub(crate) mod session;
mod staff_sign_in;
mod staff_verify;
mod totp;
mod track;
mod volunteer;

pub use beneficiary::{request_code, verify_code};
pub use enrol::{enrol, enrolment};
pub use new_password::set_password;
pub use pending::{PENDING_FOR, PendingToken, Step, pending, send_again};
pub use representative::{naming, open_naming, request_naming};
pub use session::{ABSOLUTE, IDLE, SessionToken, actor_of, sign_out};
pub use staff_sign_in::{StaffPending, staff_sign_in};
pub use staff_verify::{Verified, staff_verify};
pub use totp::{secret_of, totp_now};
pub use track::{open_track, request_track_code};
pub use volunteer::{open_volunteer, request_join_code, request_volunteer_code};
