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
            // Another node was first.
            Err(Error::Conflict | Error::NotFound | Error::NotNow(NotNow::Stage { .. })) => {}
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
