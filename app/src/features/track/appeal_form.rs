//! What an appeal says.

use domain::LongText;

use crate::form::{Problem, Reading, Values};

/// The grounds of an appeal.
pub fn read(values: &Values) -> Result<LongText, Problem> {
    let mut form = Reading::of(values);
    let grounds = form.field("grounds", LongText::parse);
    form.done(grounds)
}
