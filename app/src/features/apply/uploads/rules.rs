//! What a browser that sends files decides by: what an answer means, when to try again, what need not be sent at all.

use domain::{
    Invalid,
    document::{GivenDocument, LARGEST_FILE},
};

use super::{State, Told};

/// What an answer means for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Stored(Option<GivenDocument>),
    Ended(State),
    /// The answer never came, or the server asks to come later.
    Again,
}

/// What an answer means; `status` is 0 where none came.
pub fn verdict(status: u16, body: &str) -> Verdict {
    match (status, serde_json::from_str(body)) {
        (200, Ok(Told::Stored { document })) => Verdict::Stored(document),
        (_, Ok(Told::Refused { day: true, .. })) => Verdict::Ended(State::DayFirst),
        (_, Ok(Told::Refused { why, .. })) => Verdict::Ended(State::Refused(why)),
        (401 | 403, _) => Verdict::Ended(State::SignedOut),
        (413, _) => Verdict::Ended(State::Refused(Invalid::FileTooLarge { max_megabytes: 10 })),
        (0 | 408 | 409 | 429 | 502..=504, _) => Verdict::Again,
        _ => Verdict::Ended(State::Failed),
    }
}

/// Milliseconds until the next try: longer each time, never longer than half a minute.
pub fn pause(tries: u32) -> u32 {
    1_000 * 2_u32.saturating_pow(tries.min(5)).min(30)
}

/// What can be said of a file before any of it is sent: on a slow line that saves minutes.
pub fn hopeless(name: &str, bytes: f64) -> Option<Invalid> {
    let name = name.to_lowercase();
    let largest = u32::try_from(LARGEST_FILE).map_or(f64::MAX, f64::from);
    if matches!(name.rsplit_once('.'), Some((_, "heic" | "heif"))) {
        Some(Invalid::FileHeic)
    } else if bytes > largest {
        Some(Invalid::FileTooLarge { max_megabytes: 10 })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_ends_a_try_or_asks_for_another() {
        let stored = serde_json::to_string(&Told::Stored { document: None }).expect("written");
        assert_eq!(verdict(200, &stored), Verdict::Stored(None));
        let heic = serde_json::to_string(&Told::Refused { why: Invalid::FileHeic, day: false }).expect("written");
        assert_eq!(verdict(422, &heic), Verdict::Ended(State::Refused(Invalid::FileHeic)));
        let day = serde_json::to_string(&Told::Refused { why: Invalid::Missing, day: true }).expect("written");
        assert_eq!(verdict(422, &day), Verdict::Ended(State::DayFirst));
        for status in [0, 408, 409, 429, 502, 503, 504] {
            assert_eq!(verdict(status, "<html>"), Verdict::Again, "{status}");
        }
        assert_eq!(verdict(401, ""), Verdict::Ended(State::SignedOut));
        // A page of the line's own, as hotels send, is no answer of ours.
        assert_eq!(verdict(200, "<html>"), Verdict::Ended(State::Failed));
        assert_eq!(verdict(500, ""), Verdict::Ended(State::Failed));
    }

    #[test]
    fn tries_come_slower_and_never_stop() {
        assert_eq!([0, 1, 2, 4, 5, 90].map(pause), [1_000, 2_000, 4_000, 16_000, 30_000, 30_000]);
    }

    #[test]
    fn what_cannot_be_taken_is_not_sent() {
        assert_eq!(hopeless("IMG_1.HEIC", 1.0), Some(Invalid::FileHeic));
        assert_eq!(hopeless("scan.pdf", 10_485_761.0), Some(Invalid::FileTooLarge { max_megabytes: 10 }));
        assert_eq!(hopeless("scan.pdf", 10_485_760.0), None);
    }
}
