//! Questions: labels, hints, errors and the controls they belong to.
//!
//! The id of a field is its name; in a group it is the id of the first control, so an error summary links to `#name`.

mod checkbox;
mod code;
mod date;
mod file;
mod frame;
mod group;
mod money;
mod radio;
mod select;
mod text;
mod textarea;

pub use checkbox::CheckboxField;
pub use code::CodeField;
pub use date::{Calendar, DateField, DateValue};
pub use file::FileField;
pub use group::Fieldset;
pub use money::MoneyField;
pub use radio::{Choice, RadioGroup};
pub use select::SelectField;
pub use text::{TextField, Width};
pub use textarea::TextArea;
