//! Names of people, and the folding that lets the same name be found however it is spelled.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::digits::{self, is_invisible};
use crate::invalid::{Invalid, canonical_string, shown_as_stored};
use crate::national_id::NationalIdKind;
use crate::text::is_override;

/// Words between a name and the father's that say only whose child it is.
const CHILD_OF: [&str; 6] = ["بن", "ابن", "بنت", "bin", "ibn", "bint"];

/// A name in up to four parts. Citizens have all four; a resident's passport may have fewer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PersonName {
    pub own: NamePart,
    pub father: Option<NamePart>,
    pub grandfather: Option<NamePart>,
    pub family: NamePart,
}

impl PersonName {
    /// Refuses a citizen's name without its four parts (`NameTooFewParts`).
    pub fn complete_for(self, kind: NationalIdKind) -> Result<Self, Invalid> {
        let has_four = self.father.is_some() && self.grandfather.is_some();
        match kind {
            NationalIdKind::Citizen if !has_four => Err(Invalid::NameTooFewParts),
            NationalIdKind::Citizen | NationalIdKind::Resident => Ok(self),
        }
    }

    /// All parts, as written.
    pub fn full(&self) -> String {
        let parts = [Some(&self.own), self.father.as_ref(), self.grandfather.as_ref(), Some(&self.family)];
        parts.into_iter().flatten().map(NamePart::as_str).collect::<Vec<_>>().join(" ")
    }

    /// The full name, folded for matching.
    pub fn normalised(&self) -> String {
        normalise(&self.full())
    }
}

/// One part of a name, such as `عبد الله` or `O'Brien`: Arabic or Latin letters with their marks, hyphens, apostrophes
/// and single spaces; at most forty characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NamePart(String);

impl NamePart {
    /// The most characters of a part.
    pub const MAX: usize = 40;

    /// Trims, joins spaces, drops marks that show nothing.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        if raw.trim().len() > Self::MAX * 8 {
            return Err(Invalid::TooLong { max: Self::MAX });
        }
        if raw.chars().any(|c| is_override(c) || (c.is_control() && !c.is_whitespace())) {
            return Err(Invalid::NotText);
        }
        let visible: String = raw.chars().filter(|&c| !is_invisible(c)).collect();
        let name = visible.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            Err(Invalid::Missing)
        } else if name.chars().count() > Self::MAX {
            Err(Invalid::TooLong { max: Self::MAX })
        } else if name.chars().any(is_letter) && name.chars().all(is_in_names) {
            Ok(Self(name))
        } else {
            Err(Invalid::NameCharacters)
        }
    }
}

shown_as_stored!(NamePart);
canonical_string!(NamePart);

/// Folds what spelling varies, for matching and search, never for showing: tashkeel, tatweel and invisible marks go;
/// hamza seats, taa marbuta, alef maqsura and Persian letter forms become their plain letters; digits become Western,
/// Latin lower case; hyphens become spaces and apostrophes go; `عبد` joins the word after it; `بن`, `ابن`, `بنت` go;
/// spaces are single. Folding twice changes nothing.
pub fn normalise(text: &str) -> String {
    let folded: String = text.chars().flat_map(folded_letters).collect();
    let mut words: Vec<Cow<'_, str>> = Vec::new();
    for word in folded.split_whitespace().filter(|word| !CHILD_OF.contains(word)) {
        match words.last_mut() {
            Some(last) if last == "عبد" => last.to_mut().push_str(word),
            _ => words.push(Cow::Borrowed(word)),
        }
    }
    words.join(" ")
}

/// What is left of one letter: nothing of a mark, otherwise its plain form. Search folds letters alike, wherever they
/// stand.
pub(crate) fn folded_letters(letter: char) -> impl Iterator<Item = char> {
    let shown = Some(letter).filter(|&c| !is_mark(c) && !is_invisible(c) && !is_apostrophe(c));
    shown.into_iter().map(|c| fold(digits::western(c))).flat_map(char::to_lowercase).filter(|&c| !is_mark(c))
}

fn fold(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ؤ' => 'و',
        'ة' | 'ھ' | 'ہ' | 'ۃ' => 'ه',
        'ک' => 'ك',
        dash if digits::is_dash(dash) => ' ',
        other => other,
    }
}

/// Tashkeel and other marks over and under letters, tatweel, and Latin combining accents.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
            | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
            | '\u{0300}'..='\u{036F}'
    )
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{02BB}'..='\u{02BF}')
}

/// An Arabic or Latin letter.
fn is_letter(c: char) -> bool {
    let arabic = matches!(c, '\u{0620}'..='\u{06FF}' | '\u{0750}'..='\u{077F}');
    let latin = matches!(c, '\u{0041}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}');
    (arabic || latin) && c.is_alphabetic() && !is_mark(c)
}

fn is_in_names(c: char) -> bool {
    is_letter(c) || is_mark(c) || is_apostrophe(c) || matches!(c, ' ' | '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn name(parts: [&str; 4]) -> Result<PersonName, Invalid> {
        let [own, father, grandfather, family] = parts;
        Ok(PersonName {
            own: NamePart::parse(own)?,
            father: crate::text::optional(father)?,
            grandfather: crate::text::optional(grandfather)?,
            family: NamePart::parse(family)?,
        })
    }

    #[test]
    fn parts_are_letters_and_their_marks() {
        for part in ["محمد", "عبد الله", "مُحَمَّد", "أبو-بكر", "O'Brien", "D\u{2019}Souza", "José", "پرویز", "آل سعود"]
        {
            assert_eq!(NamePart::parse(part).map(|part| part.to_string()), Ok(part.to_owned()));
        }
        assert_eq!(
            NamePart::parse("  عبد \u{200F}\u{00A0} الله\t").map(|part| part.to_string()),
            Ok("عبد الله".to_owned())
        );
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for part in ["محمد1", "محمد٢", "a@b", "-", "'", "ـ", "<b>", "Иван", "محمد،", "😀"] {
            assert_eq!(NamePart::parse(part), Err(Invalid::NameCharacters), "{part}");
        }
        assert_eq!(NamePart::parse(" \u{200F} "), Err(Invalid::Missing));
        assert_eq!(NamePart::parse("محمد\u{202E}"), Err(Invalid::NotText));
        assert_eq!(NamePart::parse("محمد\u{0}"), Err(Invalid::NotText));
        assert_eq!(NamePart::parse(&"م".repeat(41)), Err(Invalid::TooLong { max: 40 }));
        assert_eq!(NamePart::parse(&"م".repeat(1_000_000)), Err(Invalid::TooLong { max: 40 }));
    }

    #[test]
    fn a_citizen_has_four_parts_and_a_resident_may_have_two() -> Result<(), Invalid> {
        let two = name(["John", "", "", "O'Brien"])?;
        assert_eq!(two.full(), "John O'Brien");
        assert!(two.clone().complete_for(NationalIdKind::Resident).is_ok());
        assert_eq!(two.complete_for(NationalIdKind::Citizen), Err(Invalid::NameTooFewParts));
        let four = name(["محمد", "عبد الله", "علي", "الحربي"])?;
        assert_eq!(four.full(), "محمد عبد الله علي الحربي");
        assert_eq!(four.clone().complete_for(NationalIdKind::Citizen), Ok(four));
        Ok(())
    }

    #[test]
    fn the_same_name_is_the_same_however_it_is_spelled() {
        for (one, other) in [
            ("أحمد إبراهيم آدم", "احمد ابراهيم ادم"),
            ("فاطمة", "فاطمه"),
            ("موسى", "موسي"),
            ("مؤمن عائض", "مومن عايض"),
            ("مُحَمَّدٌ", "محـــمد"),
            ("عبد الله", "عبدالله"),
            ("عبد الرحمن بن عبد العزيز", "عبدالرحمن عبدالعزيز"),
            ("محمد بن علي", "محمد علي"),
            ("محمد ابن علي", "محمد  علي"),
            ("نورة بنت سعد", "نوره سعد"),
            ("ٱلحسن", "الحسن"),
            ("کریم", "كريم"),
            ("MOHAMMED bin Ali", "mohammed ali"),
            ("Al-Harbi", "al harbi"),
            ("O'Brien", "o\u{2019}brien"),
            ("عمارة ١٢", "عماره 12"),
        ] {
            assert_eq!(normalise(one), normalise(other));
        }
    }

    #[test]
    fn different_names_stay_different() {
        assert_ne!(normalise("سعد"), normalise("سعيد"));
        assert_ne!(normalise("عبد الله"), normalise("عبد الإله"));
        assert_ne!(normalise("بندر"), normalise("در"));
        assert_eq!(normalise("بن"), "");
    }

    #[test]
    fn a_folded_name_reads_so() {
        insta::assert_snapshot!(normalise("  أُسامة بن عبد الرَّحمٰن آل الشّيخ  "), @"اسامه عبدالرحمن ال الشيخ");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".*") {
            let once = normalise(&text);
            prop_assert_eq!(normalise(&once), once);
        }

        #[test]
        fn folding_arabic_twice_changes_nothing(
            words in prop::collection::vec("عبد|بن|ابن|إبن|بِنت|عبـد|[\u{0621}-\u{065F} -]{0,6}", 0..8),
        ) {
            let once = normalise(&words.join(" "));
            prop_assert_eq!(normalise(&once), once);
        }

        #[test]
        fn parsing_what_is_shown_changes_nothing(raw in "[\u{0621}-\u{065F} a-zA-Z'-]{1,60}") {
            if let Ok(part) = NamePart::parse(&raw) {
                prop_assert!(part.as_str().chars().count() <= NamePart::MAX);
                prop_assert_eq!(NamePart::parse(part.as_str())?, part.clone());
                prop_assert_eq!(serde_json::from_str::<NamePart>(&serde_json::to_string(&part)?)?, part);
            }
        }
    }
}
