//! What the forms of the doors hold, read the same way on both sides.

use domain::{Invalid, Mobile, NationalId, Reference};

use crate::form::{Problem, Reading, Values};

/// Most characters of a user name or password that are looked at.
const LONGEST: usize = 128;

/// National ID and mobile.
pub fn sign_in(values: &Values) -> Result<(NationalId, Mobile), Problem> {
    let mut reading = Reading::of(values);
    let id = reading.field("national_id", NationalId::parse);
    let mobile = reading.field("mobile", Mobile::parse);
    reading.done(id.zip(mobile))
}

/// The reference of a request.
pub fn track(values: &Values) -> Result<Reference, Problem> {
    let mut reading = Reading::of(values);
    let reference = reading.field("reference", Reference::parse);
    reading.done(reference)
}

/// The mobile of a volunteer.
pub fn volunteer(values: &Values) -> Result<Mobile, Problem> {
    let mut reading = Reading::of(values);
    let mobile = reading.field("mobile", Mobile::parse);
    reading.done(mobile)
}

/// User name and password of staff, which may hold anything.
pub fn office(values: &Values) -> Result<(String, String), Problem> {
    let mut reading = Reading::of(values);
    let user_name = reading.field("user_name", given);
    let password = reading.field("password", given);
    reading.done(user_name.zip(password))
}

fn given(raw: &str) -> Result<String, Invalid> {
    if raw.trim().is_empty() {
        Err(Invalid::Missing)
    } else if raw.chars().count() > LONGEST {
        Err(Invalid::TooLong { max: LONGEST })
    } else {
        Ok(raw.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let problems = sign_in(&values(&[("national_id", "1012345678"), ("mobile", "")]));
        let expected =
            vec![("national_id".to_owned(), Invalid::NationalIdChecksum), ("mobile".to_owned(), Invalid::Missing)];
        assert_eq!(problems, Err(Problem::Fields(expected)));
    }

    #[test]
    fn arabic_digits_are_fine() -> Result<(), Problem> {
        let (id, mobile) = sign_in(&values(&[("national_id", "١٠٥٨٥٢٩٩٤٠"), ("mobile", "٠٥٠ ١٢٣ ٤٥٦٧")]))?;
        assert_eq!((id.to_string(), mobile.local()), ("1058529940".to_owned(), "0501234567".to_owned()));
        Ok(())
    }

    #[test]
    fn a_password_keeps_its_spaces_and_a_flood_is_refused() {
        let typed = office(&values(&[("user_name", "noura"), ("password", " two words ")]));
        assert_eq!(typed, Ok(("noura".to_owned(), " two words ".to_owned())));
        let flood = office(&values(&[("user_name", "noura"), ("password", &"x".repeat(200_000))]));
        assert_eq!(flood, Err(Problem::Fields(vec![("password".to_owned(), Invalid::TooLong { max: LONGEST })])));
    }
}
