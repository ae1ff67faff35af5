//! Ways a message leaves the house: the program's log, an SMS gateway over HTTP, mail.
//!
//! Architecture invariant: nothing here decides whether, when or to whom something is sent; that was decided before.
//! Whatever fails is told in words that hold neither the message nor its recipient.

mod console;
mod gateway;
mod http;
mod mail;
mod secret;

pub use console::Console;
pub use gateway::{Gateway, Values, WrongGateway};
pub use http::{HttpSms, WrongAddress};
pub use mail::{Mail, MailSecurity, MailSettings, WrongMail};
pub use secret::Secret;
