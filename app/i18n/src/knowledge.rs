//! Names of what articles and channels are.

use domain::knowledge::{Channel, Kind, State, Topic, Verdict};
use leptos_i18n::td_string;

use crate::{Label, Locale};

impl Label for Kind {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Faq => td_string!(locale, knowledge.kind.faq),
            Self::Bylaw => td_string!(locale, knowledge.kind.bylaw),
            Self::Guide => td_string!(locale, knowledge.kind.guide),
            Self::Misconception => td_string!(locale, knowledge.kind.misconception),
            Self::Improvement => td_string!(locale, knowledge.kind.improvement),
        }
    }
}

impl Label for Topic {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Applying => td_string!(locale, knowledge.topic.applying),
            Self::Documents => td_string!(locale, knowledge.topic.documents),
            Self::Answer => td_string!(locale, knowledge.topic.answer),
            Self::Receiving => td_string!(locale, knowledge.topic.receiving),
            Self::Rights => td_string!(locale, knowledge.topic.rights),
        }
    }
}

impl Label for Verdict {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::NotTrue => td_string!(locale, knowledge.verdict.not_true),
            Self::True => td_string!(locale, knowledge.verdict.yes),
        }
    }
}

impl Label for State {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Draft => td_string!(locale, knowledge.state.draft),
            Self::Published => td_string!(locale, knowledge.state.published),
            Self::Withdrawn => td_string!(locale, knowledge.state.withdrawn),
        }
    }
}

impl Label for Channel {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Website => td_string!(locale, knowledge.channel.website),
            Self::Request => td_string!(locale, knowledge.channel.request),
            Self::Phone => td_string!(locale, knowledge.channel.phone),
            Self::Social => td_string!(locale, knowledge.channel.social),
            Self::Visit => td_string!(locale, knowledge.channel.visit),
            Self::Letters => td_string!(locale, knowledge.channel.letters),
            Self::Delegates => td_string!(locale, knowledge.channel.delegates),
            Self::Volunteering => td_string!(locale, knowledge.channel.volunteering),
        }
    }
}
