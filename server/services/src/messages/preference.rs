//! How a person wants to be written to. The one place that knows: whatever else people may settle is read here.

use domain::{PersonId, message::Recipient};
use store::{Language, Source};

use crate::{Error, Result};

/// How a person wants to be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preference {
    /// The channel, and their address on it.
    pub to: Recipient,
    pub language: Language,
    /// They want no message they can do without.
    pub stopped: bool,
}

/// Until somebody settles something else: a text message to their mobile, in the language they came in.
pub(crate) async fn of(source: &impl Source, person: PersonId) -> Result<Preference> {
    let person = store::people::find(source, person).await?.ok_or(Error::NotFound)?;
    Ok(Preference {
        to: Recipient::Sms(person.mobile),
        language: person.language,
        stopped: store::stops::has_stopped(source, person.id).await?
            || store::consents::necessary_only(source, person.id).await?,
    })
}
