//! Rows as they lie in the tables. Private: the query modules turn them into domain types.

mod articles;
mod committee;
mod guards;
mod messages;
mod people;
mod privacy;
mod requests;
mod settings;
mod trail;
mod voice;
mod volunteers;

pub(crate) use articles::{article, article_edition};
pub(crate) use committee::{committee_session, recusal, vote};
pub(crate) use guards::{idempotency, one_time_code, rate_window, session, staff};
pub(crate) use messages::{message_stop, message_wording};
pub(crate) use people::{beneficiary_file, branch, person};
pub(crate) use privacy::{consent, data_request, message_wish};
pub(crate) use requests::{document, document_page, rating_invitation, representation, request, unfinished};
pub(crate) use settings::{counter, policy, programme, setting};
pub(crate) use trail::{audit, event, outbox};
pub(crate) use voice::{matter, matter_file, publication};
pub(crate) use volunteers::{
    volunteer, volunteer_application, volunteer_certificate, volunteer_opportunity, volunteer_place, volunteer_shift,
};
