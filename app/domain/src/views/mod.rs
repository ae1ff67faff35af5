//! Read models: what a screen is given. Plain values that travel to the browser; nothing in them is hidden by a view.

mod account;
mod committee;
mod demo;
mod knowledge;
mod messages;
mod mydata;
mod office;
mod portal;
mod voice;
mod volunteer;

pub use account::{EnrolmentSheet, PendingSheet};
pub use committee::{Agenda, AgendaLine, Brief, CastVote, SessionCard, SessionLine, SessionState, Sessions};
pub use demo::{DemoMessage, DemoPerson, DemoSheet, DemoStaff};
pub use knowledge::{
    ArticleSheet, Card, ChannelsSheet, DeskFilter, DeskLine, DeskSheet, EditionLine, Entry, Hit, Preview, Shelf,
};
pub use messages::{MessageLine, MessageSheet, StopSheet};
pub use mydata::{
    ConsentState, DataCopy, DataRequest, ErasurePlan, HeldMessage, HeldRequest, MessageWishes, MyData, Opening,
    PrivacyCase, PrivacyLine, PrivacyQueue, Reusable, Safe, SafeDocument, Standing, Tongue,
};
pub use office::{
    Desk, DocumentLine, OfficeFrame, Queue, QueueCursor, QueueFilter, QueueLine, RepresentativeLine, RequestSheet,
    StaffLine, StaffSelf, Suspect, TimelineEntry, TimelineKind,
};
pub use portal::{
    ApplicationSheet, Catalogue, MyRequest, ProgrammeSheet, RatingAbout, RatingSheet, StatusSheet, Terms, Unfinished,
};
pub use voice::{
    ContactTerms, MatterCard, MatterCount, MatterEntry, MatterFileLine, MatterFilter, MatterFolder, MatterLine,
    MatterQueue, MatterSheet, MatterStep, PublicProposal, Spoken, Writer,
};
pub use volunteer::{
    AttendanceLine, AttendanceSheet, CertificateCheck, CertificateLine, MyApplication, MyShift, OpportunityCard,
    OpportunitySheet, PlanList, PlanSheet, ShiftLine, VolunteerFilter, VolunteerLine, VolunteerPage, VolunteerQueue,
    VolunteerSheet,
};
