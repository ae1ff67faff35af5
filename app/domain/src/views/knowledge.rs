//! What the pages of knowledge and channels are given.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    association::Association,
    calendar::Doors,
    knowledge::{Block, ChannelSettings, Content, Kind, Nature, Slug, State},
    search::Piece,
};

/// An article with its text, as it stands open in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub slug: Slug,
    pub nature: Nature,
    pub title: String,
    pub blocks: Vec<Block>,
    /// The reader asked for another language, and there is only the Arabic text.
    pub only_arabic: bool,
    /// When its first version was published.
    pub since: NaiveDate,
}

/// An article as one line that leads to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub slug: Slug,
    pub nature: Nature,
    pub title: String,
    /// Its first paragraph.
    pub summary: String,
    pub only_arabic: bool,
    pub number: i64,
    pub published_on: NaiveDate,
}

/// The first page of help.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelf {
    pub questions: Vec<Entry>,
    pub guides: Vec<Card>,
    pub bylaws: Vec<Card>,
}

/// An article that holds what was looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub slug: Slug,
    pub nature: Nature,
    pub title: Vec<Piece>,
    pub excerpt: Vec<Piece>,
    pub only_arabic: bool,
}

/// A published version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionLine {
    pub number: i64,
    pub published_on: NaiveDate,
}

/// An article in one of its versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleSheet {
    pub slug: Slug,
    pub nature: Nature,
    pub title: String,
    pub blocks: Vec<Block>,
    pub only_arabic: bool,
    /// The version that is shown.
    pub shown: EditionLine,
    /// Every version, the newest first.
    pub editions: Vec<EditionLine>,
}

/// The ways to the association, and whether somebody is there now (C1–C8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelsSheet {
    pub association: Association,
    pub settings: ChannelSettings,
    pub doors: Doors,
    pub today: NaiveDate,
    pub opens: NaiveTime,
    pub closes: NaiveTime,
    /// Working days of the coming weeks on which the association is closed, first and last day of each run.
    pub holidays: Vec<(NaiveDate, NaiveDate)>,
}

/// Which articles the editor looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskFilter {
    pub kind: Option<Kind>,
    pub state: Option<State>,
    pub search: Option<String>,
}

/// An article in the editor's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskLine {
    pub slug: Slug,
    pub nature: Nature,
    /// Of the draft, in Arabic.
    pub title: String,
    pub state: State,
    /// The draft says something else than the newest version.
    pub changed: bool,
    pub in_english: bool,
    /// The newest version; 0 before the first.
    pub number: i64,
    pub updated_at: Timestamp,
}

/// An article on the editor's table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskSheet {
    pub line: DeskLine,
    pub draft: Content,
    pub position: i64,
    pub editions: Vec<EditionLine>,
    /// Row version, sent back with every change.
    pub version: i64,
}

/// A text as readers will see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    pub ar: Vec<Block>,
    pub en: Vec<Block>,
}
