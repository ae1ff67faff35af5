//! The association's letters (C4) as PDF on its letterhead: number, Hijri date, Gregorian date.
//!
//! [`render`] is a pure function from a [`Letter`] to bytes: it reads no file, no clock and no network, and the same
//! letter gives the same bytes. Words come from the `letters` locale files, looks from `templates/letter.typ`; what
//! people typed reaches the template as string values and is never read as markup. The PDF is tagged (PDF/UA-1), says
//! its language and title, and its Arabic is searchable.
//!
//! Architecture invariant: no rule of the domain lives here. Dates, reasons and clauses arrive decided.

mod letter;
mod parts;
mod phrase;
mod press;
mod qr;
mod sheet;

pub use letter::{
    CertificateFacts, DataFacts, DataPart, DecisionFacts, Letter, LetterError, LetterKind, Letterhead, Outcome,
    ReceiptFacts,
};

use press::Press;

/// The letter as a PDF/UA-1 file on A4. Its creation date is the letter's date, so rendering again gives equal bytes.
pub fn render(letter: &Letter) -> Result<Vec<u8>, LetterError> {
    let press = Press::get()?;
    let sheet = sheet::compose(letter, press)?;
    press.print(&sheet, letter)
}
