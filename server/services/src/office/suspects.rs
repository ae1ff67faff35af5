//! People who may be the applicant under another entry (H2).

use domain::{
    matching::{MatchSheet, Ruling},
    views::Suspect,
};
use store::{
    Source,
    people::{self, Alike},
    requests::Row,
};

use crate::{Error, Result};

/// Everyone with the same mobile or a like name, with the ruling where one was given.
pub(super) async fn of(source: &impl Source, row: &Row) -> Result<Vec<Suspect>> {
    let person = people::find(source, row.person).await?.ok_or(Error::NotFound)?;
    let rulings = row.stage.sheet().map(MatchSheet::rulings).unwrap_or_default();
    let found = people::similar(source, &person, &[]).await?;
    Ok(found.into_iter().map(|suspect| shown(suspect, rulings)).collect())
}

fn shown(suspect: people::Suspect, rulings: &[Ruling]) -> Suspect {
    let ruling = rulings.iter().find(|ruling| ruling.other == suspect.person.id);
    Suspect {
        person: suspect.person.id,
        name: suspect.person.name.as_ref().map(domain::PersonName::full).unwrap_or_default(),
        national_id_masked: suspect.person.national_id.masked(),
        same_mobile: suspect.alike.contains(&Alike::Mobile),
        ruling: ruling.map(|ruling| ruling.likeness),
    }
}
