//! The ways to the association (C1–C8).

use serde::{Deserialize, Serialize};

use crate::programme::Bilingual;

/// The channels of the policy, in the order a person would try them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// C7
    Website,
    /// C5
    Request,
    /// C2
    Phone,
    /// C3
    Social,
    /// C1
    Visit,
    /// C4
    Letters,
    /// C8
    Delegates,
    /// C6
    Volunteering,
}

impl Channel {
    pub const ALL: [Self; 8] = [
        Self::Request,
        Self::Phone,
        Self::Visit,
        Self::Social,
        Self::Letters,
        Self::Website,
        Self::Delegates,
        Self::Volunteering,
    ];
}

/// An account on a social network, or a number that is the association's own: never anybody's personal one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SocialAccount {
    /// The network's name, such as `WhatsApp`.
    pub name: Bilingual,
    /// `https://…`
    pub address: String,
}

/// A delegate's office, where and when somebody is found (C8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delegate {
    pub office: Bilingual,
    pub found: Bilingual,
}

/// What an association sets about its channels; name, phone, address and hours are set elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelSettings {
    pub email: Option<String>,
    pub social: Vec<SocialAccount>,
    pub delegates: Vec<Delegate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_channel_of_the_policy_is_shown_once() {
        let mut shown = Channel::ALL.to_vec();
        shown.dedup();
        assert_eq!(shown.len(), 8);
        assert!(Channel::ALL.iter().enumerate().all(|(at, channel)| !Channel::ALL[..at].contains(channel)));
    }
}
