//! Rows as they lie in the tables. Private: the query modules turn them into domain types.

mod committee;
mod guards;
mod people;
mod requests;
mod settings;
mod trail;
mod volunteers;

pub(crate) use committee::{committee_session, recusal, vote};
pub(crate) use guards::{idempotency, one_time_code, rate_window, session, staff};
pub(crate) use people::{beneficiary_file, branch, person};
pub(crate) use requests::{document, rating_invite, request};
pub(crate) use settings::{counter, policy, programme, setting};
pub(crate) use trail::{audit, event, outbox};
pub(crate) use volunteers::{
    volunteer, volunteer_application, volunteer_certificate, volunteer_opportunity, volunteer_place, volunteer_shift,
};
