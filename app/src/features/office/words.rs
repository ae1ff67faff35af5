//! Words and tones of a stage, as staff read them; and the names of choices in forms.

use domain::{Invalid, request::StageKind};
use i18n::{Label, Locale, td_string};
use serde::{Serialize, de::DeserializeOwned};
use ui::Tone;

/// The tone of a stage's tag.
pub fn stage_tone(stage: StageKind) -> Tone {
    use StageKind as S;
    match stage {
        S::Submitted | S::Returned | S::DecisionHeld | S::Deferred | S::Appealed => Tone::Sand,
        S::Matched
        | S::UnderStudy
        | S::BeforeCommittee
        | S::Accepted
        | S::Registered
        | S::Delivering
        | S::Completed => Tone::Green,
        S::Draft | S::Rejected | S::Withdrawn | S::Lapsed => Tone::Grey,
    }
}

/// A stage's name as staff read it: what it waits for.
pub fn stage_words(stage: StageKind, locale: Locale) -> &'static str {
    match stage {
        StageKind::Submitted => td_string!(locale, office.stage.submitted),
        StageKind::Returned => td_string!(locale, office.stage.returned),
        StageKind::Matched => td_string!(locale, office.stage.matched),
        StageKind::Accepted => td_string!(locale, office.stage.accepted),
        StageKind::Registered => td_string!(locale, office.stage.registered),
        other => other.label(locale),
    }
}

/// Who acts next, in one sentence.
pub fn who_acts(stage: StageKind, locale: Locale) -> &'static str {
    use StageKind as S;
    match stage {
        S::Draft => td_string!(locale, office.next.draft),
        S::Submitted => td_string!(locale, office.next.submitted),
        S::Returned => td_string!(locale, office.next.returned),
        S::Matched => td_string!(locale, office.next.matched),
        S::UnderStudy => td_string!(locale, office.next.under_study),
        S::BeforeCommittee => td_string!(locale, office.next.before_committee),
        S::DecisionHeld => td_string!(locale, office.next.decision_held),
        S::Accepted => td_string!(locale, office.next.accepted),
        S::Rejected => td_string!(locale, office.next.rejected),
        S::Deferred => td_string!(locale, office.next.deferred),
        S::Appealed => td_string!(locale, office.next.appealed),
        S::Registered => td_string!(locale, office.next.registered),
        S::Delivering => td_string!(locale, office.next.delivering),
        S::Completed | S::Withdrawn | S::Lapsed => td_string!(locale, office.next.closed),
    }
}

/// The name of a choice in a form: the one it is stored under.
pub fn word<T: Serialize>(choice: T) -> String {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// A choice read back from its name.
pub fn choice<T: DeserializeOwned>(word: &str) -> Result<T, Invalid> {
    if word.trim().is_empty() {
        return Err(Invalid::Missing);
    }
    serde_json::from_value(word.into()).map_err(|_| Invalid::Choice)
}
