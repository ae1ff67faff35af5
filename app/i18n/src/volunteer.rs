//! Words of volunteering: labels of its enums, lengths of time, and why something cannot be done now.

use domain::volunteer::{Audience, NotPossible, Skill, StandingKind, Tongue};
use leptos_i18n::td_string;

use crate::{Label, Locale};

impl Label for Skill {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Packing => td_string!(locale, volunteer.skill.packing),
            Self::Driving => td_string!(locale, volunteer.skill.driving),
            Self::Reception => td_string!(locale, volunteer.skill.reception),
            Self::Teaching => td_string!(locale, volunteer.skill.teaching),
            Self::Health => td_string!(locale, volunteer.skill.health),
            Self::Cooking => td_string!(locale, volunteer.skill.cooking),
            Self::Maintenance => td_string!(locale, volunteer.skill.maintenance),
            Self::Computing => td_string!(locale, volunteer.skill.computing),
            Self::Design => td_string!(locale, volunteer.skill.design),
            Self::Photography => td_string!(locale, volunteer.skill.photography),
        }
    }
}

impl Label for Tongue {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Arabic => td_string!(locale, volunteer.tongue.arabic),
            Self::English => td_string!(locale, volunteer.tongue.english),
            Self::Urdu => td_string!(locale, volunteer.tongue.urdu),
            Self::Hausa => td_string!(locale, volunteer.tongue.hausa),
            Self::Burmese => td_string!(locale, volunteer.tongue.burmese),
            Self::Indonesian => td_string!(locale, volunteer.tongue.indonesian),
            Self::Sign => td_string!(locale, volunteer.tongue.sign),
        }
    }
}

impl Label for Audience {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Everyone => td_string!(locale, volunteer.audience.everyone),
            Self::Women => td_string!(locale, volunteer.audience.women),
            Self::Men => td_string!(locale, volunteer.audience.men),
        }
    }
}

impl Label for StandingKind {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Received => td_string!(locale, volunteer.standing.received),
            Self::Accepted => td_string!(locale, volunteer.standing.accepted),
            Self::Declined => td_string!(locale, volunteer.standing.declined),
        }
    }
}

impl Label for NotPossible {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Closed => td_string!(locale, volunteer.not_possible.closed),
            Self::Full => td_string!(locale, volunteer.not_possible.full),
            Self::Overlaps => td_string!(locale, volunteer.not_possible.overlaps),
            Self::TooLate => td_string!(locale, volunteer.not_possible.too_late),
            Self::NotAccepted => td_string!(locale, volunteer.not_possible.not_accepted),
            Self::Answered => td_string!(locale, volunteer.not_possible.answered),
            Self::NotBegun => td_string!(locale, volunteer.not_possible.not_begun),
            Self::NoHours => td_string!(locale, volunteer.not_possible.no_hours),
            Self::InUse => td_string!(locale, volunteer.not_possible.in_use),
        }
    }
}

/// A length of time in words: `3 ساعات و30 دقيقة`.
pub fn duration(locale: Locale, minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let in_hours = || td_string!(locale, volunteer.hours, count = hours).to_string();
    let in_minutes = || td_string!(locale, volunteer.minutes, count = rest).to_string();
    match (hours, rest) {
        (_, 0) => in_hours(),
        (0, _) => in_minutes(),
        _ => td_string!(locale, volunteer.hours_and_minutes, hours = in_hours(), minutes = in_minutes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_read_as_people_say_them() {
        let said = [0, 1, 60, 120, 180, 210, 660, 6_000].map(|minutes| duration(Locale::ar, minutes));
        let words =
            ["لا ساعات", "دقيقة واحدة", "ساعة واحدة", "ساعتان", "3 ساعات", "3 ساعات و30 دقيقة", "11 ساعة", "100 ساعة"];
        assert_eq!(said, words);
        assert_eq!(duration(Locale::en, 210), "3 hours and 30 minutes");
        assert_eq!(duration(Locale::en, 61), "1 hour and 1 minute");
    }
}
