//! The program's log: for trying things out.

use services::jobs::{Outgoing, Sending, Transport};

/// Writes messages into the program's log. Logs are kept and read by many, so the words, which hold codes, are written
/// only where the program is merely tried out.
#[derive(Clone, Copy, Debug)]
pub struct Console {
    with_words: bool,
}

impl Console {
    /// On a developer's machine: the whole message.
    pub fn with_words() -> Self {
        Self { with_words: true }
    }

    /// Only that there was one, and for whom, masked.
    pub fn without_words() -> Self {
        Self { with_words: false }
    }

    /// The line written for a message.
    pub fn line(self, message: &Outgoing) -> String {
        if self.with_words {
            format!("to {}: {}", message.to, message.body)
        } else {
            format!("to {}: {}, not sent anywhere", message.to.masked(), message.template)
        }
    }
}

impl Transport for Console {
    fn send<'a>(&'a self, message: &'a Outgoing) -> Sending<'a> {
        tracing::info!("{}", self.line(message));
        Box::pin(async { Ok(()) })
    }
}
