//! What happens by itself: answers issued on their day (H5), requests that lapse, messages sent, what expired cleared.
//! Every job may run on several nodes at once: a second run finds nothing left to do.

mod audit;
mod each;
mod issue;
mod lapse;
mod purge;
mod send;
#[cfg(test)]
mod send_tests;
#[cfg(test)]
mod tests;

pub use audit::{seal_audit, verify_audit};
pub use issue::issue_due;
pub use lapse::lapse_due;
pub use purge::purge;
pub use send::{NotSent, Outgoing, PATIENCE, Round, Sending, Transport, Ways, send_due};
