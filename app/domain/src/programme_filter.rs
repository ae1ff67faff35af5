//! Finding a programme: by what is needed, by who needs it, by words (D1).

use crate::{
    application::Group,
    name::normalise,
    programme::{ProgrammeSpec, SupportKind},
};

/// What a visitor looks for; nothing chosen finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgrammeFilter {
    pub need: Option<SupportKind>,
    pub group: Option<Group>,
    /// As typed; spelling is folded before it is compared.
    pub words: String,
}

impl ProgrammeFilter {
    /// Longest search that is read, in characters.
    pub const LONGEST: usize = 80;

    pub fn is_empty(&self) -> bool {
        self.need.is_none() && self.group.is_none() && self.words.trim().is_empty()
    }

    /// Does a programme fit everything that was chosen? Every word must be found in one of its texts.
    pub fn keeps(&self, programme: &ProgrammeSpec) -> bool {
        let need = self.need.is_none_or(|need| need == programme.support);
        let group = self.group.is_none_or(|group| programme.groups.contains(&group));
        need && group && self.finds(programme)
    }

    fn finds(&self, programme: &ProgrammeSpec) -> bool {
        let wanted = normalise(&self.words.chars().take(Self::LONGEST).collect::<String>());
        if wanted.is_empty() {
            return true;
        }
        let texts = [&programme.name, &programme.summary, &programme.gives];
        let told =
            texts.iter().flat_map(|text| [normalise(&text.ar), normalise(&text.en)]).collect::<Vec<_>>().join(" ");
        wanted.split_whitespace().all(|word| told.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Halalas,
        eligibility::Rule,
        programme::{Award, Bilingual, Opening},
    };

    fn rent() -> ProgrammeSpec {
        let text = |ar: &str, en: &str| Bilingual { ar: ar.to_owned(), en: en.to_owned() };
        ProgrammeSpec {
            slug: "rent".to_owned(),
            version: 1,
            support: SupportKind::Rent,
            name: text("سداد إيجار", "Rent support"),
            summary: text("نعين الأسرة المستأجرة", "For families who rent"),
            gives: text("جزء من الإيجار", "Part of the rent"),
            groups: vec![Group::Widow, Group::Divorced],
            questions: Vec::new(),
            documents: Vec::new(),
            eligibility: Rule::All(Vec::new()),
            award: Award::Cash { amount: Halalas::from_riyals(1) },
            opening: Opening::Open,
        }
    }

    fn words(words: &str) -> ProgrammeFilter {
        ProgrammeFilter { words: words.to_owned(), ..ProgrammeFilter::default() }
    }

    #[test]
    fn spelling_does_not_matter() {
        for typed in ["ايجار", "إيجَار", "الاسره ايجار", "RENT", "  ", "support rent"] {
            assert!(words(typed).keeps(&rent()), "{typed}");
        }
        assert!(!words("ايجار سيارة").keeps(&rent()));
        assert!(words("   ").is_empty() && !words("x").is_empty());
    }

    #[test]
    fn everything_chosen_must_fit() {
        let both = |need, group| ProgrammeFilter { need: Some(need), group: Some(group), words: String::new() };
        assert!(both(SupportKind::Rent, Group::Widow).keeps(&rent()));
        assert!(!both(SupportKind::Rent, Group::Student).keeps(&rent()));
        assert!(!both(SupportKind::Cash, Group::Widow).keeps(&rent()));
    }

    #[test]
    fn a_flood_of_words_costs_no_more_than_a_line() {
        assert!(words(&format!("rent{}", " ".repeat(1_000_000))).keeps(&rent()));
    }
}
