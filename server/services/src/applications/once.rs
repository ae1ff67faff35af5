//! Forms that arrive twice: the second is answered like the first, and nothing happens twice.

use serde::{Serialize, de::DeserializeOwned};
use store::{Source, Tx};

use crate::{Ctx, Error, Result};

/// Longest key a form brings, in bytes; ours are 32.
const LONGEST: usize = 64;

/// The key of one rendering of a form, for one purpose and one person: nobody is answered with another's result.
#[derive(Clone, Debug)]
pub(crate) struct Once {
    purpose: &'static str,
    key: Option<String>,
}

impl Once {
    pub(crate) fn new(ctx: &Ctx, purpose: &'static str, key: &str) -> Result<Self> {
        let person = super::applicant(ctx)?;
        let usable = !key.is_empty() && key.len() <= LONGEST && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
        Ok(Self { purpose, key: usable.then(|| format!("{purpose}:{person}:{key}")) })
    }

    /// The answer given before, if the form came before.
    pub(crate) async fn answered<T: DeserializeOwned>(&self, source: &impl Source) -> Result<Option<T>> {
        match &self.key {
            Some(key) => Ok(store::idempotency::find(source, key, self.purpose).await?),
            None => Ok(None),
        }
    }

    /// Remembers the answer, in the transaction of what was done.
    pub(crate) async fn remember<T: Serialize>(&self, ctx: &Ctx, tx: &Tx, answer: &T) -> Result<()> {
        if let Some(key) = &self.key {
            store::idempotency::remember(tx, key, self.purpose, answer, ctx.now()).await?;
        }
        Ok(())
    }

    /// The outcome of the write: if the same form overtook this one, the answer it was given.
    pub(crate) async fn settle<T: DeserializeOwned>(&self, ctx: &Ctx, outcome: Result<T>) -> Result<T> {
        match outcome {
            Err(Error::Conflict) => self.answered(ctx.db()).await?.ok_or(Error::Conflict),
            other => other,
        }
    }
}
