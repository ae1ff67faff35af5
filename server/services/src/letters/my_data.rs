//! The printed copy of a person's data (PDPL): the page, on the letterhead.

use domain::{NaiveDate, privacy::Holding, time::riyadh_date, views::DataCopy};
use i18n::{HeldRow, Label, Locale, date_pair, td_string};

use crate::{Ctx, Result, mydata};

/// What the printed copy says, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyDataLetter {
    pub number: String,
    /// The civil day in Riyadh on which it was made.
    pub date: NaiveDate,
    pub person: String,
    pub title: String,
    pub opening: String,
    /// Said of a part without rows.
    pub nothing: String,
    /// ID and mobile, whole.
    pub facts: Vec<HeldRow>,
    /// A title and what is held under it; without rows, nothing is.
    pub parts: Vec<(String, Vec<HeldRow>)>,
}

/// The caller's copy, in words. It is noted like the machine-readable one.
pub async fn my_data(ctx: &Ctx) -> Result<MyDataLetter> {
    Ok(worded(ctx.locale(), &mydata::copy(ctx).await?))
}

fn worded(locale: Locale, copy: &DataCopy) -> MyDataLetter {
    let data = &copy.data;
    let made_on = riyadh_date(copy.made_at);
    let held = Holding::ALL.map(|holding| (holding.label(locale).to_owned(), i18n::held(locale, holding, data)));
    let openings = data.openings.iter().map(|one| (date_pair(locale, one.on), i18n::opening(locale, one))).collect();
    let parts = held.into_iter().chain([
        (td_string!(locale, mydata.opened.title).to_owned(), openings),
        (td_string!(locale, mydata.consent.title).to_owned(), consents(locale, copy)),
        (td_string!(locale, mydata.asked.title).to_owned(), asked(locale, copy)),
    ]);
    MyDataLetter {
        number: td_string!(locale, mydata.letter.number, day = made_on.format("%Y%m%d").to_string()),
        date: made_on,
        title: td_string!(locale, mydata.letter.title).to_owned(),
        opening: td_string!(locale, mydata.letter.opening).to_owned(),
        nothing: td_string!(locale, mydata.held.nothing).to_owned(),
        person: data.name.clone().unwrap_or_else(|| data.national_id_masked.clone()),
        facts: vec![
            (td_string!(locale, mydata.row.national_id).to_owned(), copy.national_id.to_string()),
            (td_string!(locale, mydata.row.mobile).to_owned(), copy.mobile.to_string()),
        ],
        parts: parts.collect(),
    }
}

fn consents(locale: Locale, copy: &DataCopy) -> Vec<HeldRow> {
    let said = copy.data.consents.iter().map(|change| {
        let day = date_pair(locale, riyadh_date(change.at));
        let words = if change.given {
            td_string!(locale, mydata.consent.given_on, day = day)
        } else {
            td_string!(locale, mydata.consent.withdrawn_on, day = day)
        };
        (change.purpose.label(locale).to_owned(), words)
    });
    said.collect()
}

fn asked(locale: Locale, copy: &DataCopy) -> Vec<HeldRow> {
    let words = |request: &domain::views::DataRequest| {
        let what = i18n::wanted(locale, request.want);
        let written = request.words.as_ref().map(|words| format!(": {words}"));
        format!("{what}{}", written.unwrap_or_default())
    };
    copy.data.asked.iter().map(|request| (request.reference.to_string(), words(request))).collect()
}
