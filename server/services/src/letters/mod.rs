//! What the association's letters say, as plain values (C4). Setting and printing them is another crate's.

mod answer;
mod certificate;
mod my_data;
mod receipt;

pub use answer::{Answer, answer};
pub use certificate::{Certificate, certificate};
pub use my_data::{MyDataLetter, my_data};
pub use receipt::{Receipt, receipt};

use store::requests::Row;

/// The name a letter is addressed to.
fn addressee(row: &Row) -> String {
    row.applicant_name.as_ref().map(domain::PersonName::full).unwrap_or_default()
}

#[cfg(test)]
mod tests;
