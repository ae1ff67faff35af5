//! The stages in an applicant's words: what is so, who acts, what comes next.

use domain::request::StageKind;
use i18n::{Locale, td_string};
use ui::Tone;

/// What a stage means to the person who waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stand {
    pub title: &'static str,
    pub now: &'static str,
    /// Who acts now; nobody once it is over.
    pub who: Option<&'static str>,
    pub tone: Tone,
}

/// A stage in words. A held decision reads as the committee still being at it (H5).
pub(super) fn stand(locale: Locale, stage: StageKind) -> Stand {
    let (title, now) = words(locale, stage);
    Stand { title, now, who: who(locale, stage), tone: tone(stage) }
}

fn words(locale: Locale, stage: StageKind) -> (&'static str, &'static str) {
    use StageKind as S;
    macro_rules! words {
        ($stage:ident) => {
            (td_string!(locale, track.stage.$stage.title), td_string!(locale, track.stage.$stage.now))
        };
    }
    match stage {
        S::Draft => words!(draft),
        S::Submitted => words!(submitted),
        S::Returned => words!(returned),
        S::Matched => words!(matched),
        S::UnderStudy => words!(under_study),
        S::BeforeCommittee | S::DecisionHeld => words!(before_committee),
        S::Accepted => words!(accepted),
        S::Rejected => words!(rejected),
        S::Deferred => words!(deferred),
        S::Appealed => words!(appealed),
        S::Registered => words!(registered),
        S::Delivering => words!(delivering),
        S::Completed => words!(completed),
        S::Withdrawn => words!(withdrawn),
        S::Lapsed => words!(lapsed),
    }
}

fn who(locale: Locale, stage: StageKind) -> Option<&'static str> {
    use StageKind as S;
    Some(match stage {
        S::Draft | S::Returned => td_string!(locale, track.actor.you),
        S::Submitted | S::Accepted => td_string!(locale, track.actor.relations),
        S::Matched | S::UnderStudy => td_string!(locale, track.actor.research),
        S::BeforeCommittee | S::DecisionHeld | S::Appealed => td_string!(locale, track.actor.committee),
        S::Deferred => td_string!(locale, track.actor.secretary),
        S::Registered | S::Delivering => td_string!(locale, track.actor.provider),
        S::Rejected | S::Completed | S::Withdrawn | S::Lapsed => return None,
    })
}

fn tone(stage: StageKind) -> Tone {
    use StageKind as S;
    match stage {
        S::Accepted | S::Registered | S::Delivering | S::Completed => Tone::Green,
        S::Draft | S::Rejected | S::Withdrawn | S::Lapsed => Tone::Grey,
        S::Submitted
        | S::Returned
        | S::Matched
        | S::UnderStudy
        | S::BeforeCommittee
        | S::DecisionHeld
        | S::Deferred
        | S::Appealed => Tone::Sand,
    }
}

/// What comes after a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ahead {
    Send,
    Match,
    Study,
    Committee,
    Answer,
    Deliver,
    Rate,
}

impl Ahead {
    pub(super) fn words(self, locale: Locale) -> &'static str {
        match self {
            Self::Send => td_string!(locale, track.path.send),
            Self::Match => td_string!(locale, track.path.compare),
            Self::Study => td_string!(locale, track.path.study),
            Self::Committee => td_string!(locale, track.path.committee),
            Self::Answer => td_string!(locale, track.path.answer),
            Self::Deliver => td_string!(locale, track.path.deliver),
            Self::Rate => td_string!(locale, track.path.rate),
        }
    }
}

/// The steps that follow, in order.
pub(super) fn ahead(stage: StageKind) -> &'static [Ahead] {
    use Ahead as A;
    match stage {
        StageKind::Draft | StageKind::Returned => &[A::Send, A::Match, A::Study, A::Committee, A::Answer],
        StageKind::Submitted | StageKind::Matched => &[A::Study, A::Committee, A::Answer],
        StageKind::UnderStudy | StageKind::Deferred => &[A::Committee, A::Answer],
        StageKind::BeforeCommittee | StageKind::DecisionHeld | StageKind::Appealed => &[A::Answer],
        StageKind::Accepted | StageKind::Registered => &[A::Deliver, A::Rate],
        StageKind::Delivering => &[A::Rate],
        StageKind::Rejected | StageKind::Completed | StageKind::Withdrawn | StageKind::Lapsed => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No word, actor, colour or next step tells a held decision from a committee at work (H5).
    #[test]
    fn a_held_decision_reads_as_none() {
        for locale in [Locale::ar, Locale::en] {
            assert_eq!(stand(locale, StageKind::DecisionHeld), stand(locale, StageKind::BeforeCommittee));
        }
        assert_eq!(ahead(StageKind::DecisionHeld), ahead(StageKind::BeforeCommittee));
    }
}
