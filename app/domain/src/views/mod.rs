//! Read models: what a screen is given. Plain values that travel to the browser; nothing in them is hidden by a view.

mod account;
mod committee;
mod demo;
mod office;
mod portal;
mod volunteer;

pub use account::{EnrolmentSheet, PendingSheet};
pub use committee::{Agenda, AgendaLine, Brief, CastVote, SessionCard, SessionLine, SessionState, Sessions};
pub use demo::{DemoMessage, DemoPerson, DemoSheet, DemoStaff};
pub use office::{
    DocumentLine, OfficeFrame, Queue, QueueCursor, QueueFilter, QueueLine, RequestSheet, StaffLine, StaffSelf, Suspect,
    TimelineEntry, TimelineKind,
};
pub use portal::{ApplicationSheet, Catalogue, MyRequest, ProgrammeSheet, RatingSheet, StatusSheet, Terms};
pub use volunteer::{
    AttendanceLine, AttendanceSheet, CertificateCheck, CertificateLine, MyApplication, MyShift, OpportunityCard,
    OpportunitySheet, PlanList, PlanSheet, ShiftLine, VolunteerFilter, VolunteerLine, VolunteerPage, VolunteerQueue,
    VolunteerSheet,
};
