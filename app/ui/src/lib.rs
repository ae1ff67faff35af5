//! The design system: components that know no use case. Data in, markup out.
//!
//! Texts come in as values, in the language of the page; the few words the components say themselves are in the
//! namespace `ui`. Looks live in `style/`, behaviour in the browser part, found by `data-` attributes:
//! `data-once` (a button that sends once), `data-focus` (takes the focus when the page opens), `data-signature`.

mod banner;
mod button;
mod cards;
mod date_pair;
mod disclosure;
mod empty;
mod error_summary;
mod field;
pub mod gallery;
mod icon;
mod khatam;
mod ltr;
mod nav;
mod notice;
mod page_head;
mod pagination;
mod quick_exit;
mod rating;
mod shell;
mod signature;
mod stat;
mod steps;
mod summary;
mod table;
mod tag;
mod tasks;
mod timeline;
mod tone;
mod toolbar;
mod vote;
mod window;
mod words;

/// The icon set (Lucide).
pub use icondata_lu as lu;

pub use banner::Banner;
pub use button::{Button, ButtonKind, ButtonLink, SubmitButton};
pub use cards::{DocumentCard, PersonCard};
pub use date_pair::{DatePair, Dates};
pub use disclosure::Disclosure;
pub use empty::EmptyState;
pub use error_summary::ErrorSummary;
pub use field::{
    Calendar, CheckboxField, Choice, CodeField, DateField, DateValue, Fieldset, FileField, MoneyField, RadioGroup,
    SelectField, TextArea, TextField, Width,
};
pub use icon::{Glyph, Icon};
pub use khatam::{Khatam, Mark};
pub use ltr::{Ltr, ltr, with_references};
pub use nav::{NavLink, Tabs};
pub use notice::{Notice, NoticeKind};
pub use page_head::{BackLink, PageHead};
pub use pagination::Pagination;
pub use quick_exit::QuickExit;
pub use rating::RatingScale;
pub use shell::{CommitteeShell, FooterPart, Identity, OfficeShell, PublicShell};
pub use signature::Signature;
pub use stat::{Stat, Stats};
pub use steps::{Step, Steps};
pub use summary::{SummaryList, SummaryRow};
pub use table::{Column, DataTable, Sorted};
pub use tag::Tag;
pub use tasks::{TaskItem, TaskList, TaskState};
pub use timeline::{StepState, Timeline, TimelineStep};
pub use tone::Tone;
pub use toolbar::Toolbar;
pub use vote::{Vote, VoteBar};
pub use window::{WindowBar, WindowDays};
pub use words::Words;
