//! A job takes its things one by one: what fails is told at the end, and keeps nothing else back.

use domain::request::NotNow;

use crate::{Error, Result};

/// What became of the things a job went through.
#[derive(Debug, Default)]
pub(super) struct Tally {
    done: u64,
    failed: Option<Error>,
}

impl Tally {
    pub fn count(&mut self, outcome: Result<()>) {
        match outcome {
            Ok(()) => self.done += 1,
            // Another node was first, or somebody came back to it in the meantime.
            Err(Error::Conflict | Error::NotFound | Error::NotNow(NotNow::Stage { .. } | NotNow::TooEarly(_))) => {}
            Err(error) => self.failed = self.failed.take().or(Some(error)),
        }
    }

    /// How many were done, or the first failure.
    pub fn result(self) -> Result<u64> {
        match self.failed {
            None => Ok(self.done),
            Some(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failure_keeps_nothing_back() {
        let mut tally = Tally::default();
        for outcome in
            [Ok(()), Err(Error::Internal("first".to_owned())), Err(Error::Conflict), Ok(()), Err(Error::Closed)]
        {
            tally.count(outcome);
        }
        assert_eq!(tally.done, 2);
        assert!(matches!(tally.result(), Err(Error::Internal(first)) if first == "first"));
    }

    #[test]
    fn who_came_second_did_nothing_wrong() {
        let mut tally = Tally::default();
        tally.count(Err(Error::NotFound));
        tally.count(Ok(()));
        assert_eq!(tally.result().ok(), Some(1));
    }
}
