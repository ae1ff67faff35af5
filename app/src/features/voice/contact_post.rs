//! Somebody's words arrive, with the files that came along.

use services::{
    Ctx,
    files::Attached,
    voice::{self, Letter, MOST_FILES},
};

use super::contact_form;
use crate::{
    file_form::{FileForm, Sent},
    form::{Problem, Values},
    posts::{Next, Place},
};

pub struct Contact;

impl FileForm for Contact {
    const PATH: &'static str = "/contact";
    const MOST_FILES: usize = MOST_FILES;
    type Words = Letter;

    /// Everybody may write; how much from one address is counted when it is sent.
    async fn admit(_: &Ctx, _: &Place) -> Result<(), Problem> {
        Ok(())
    }

    fn read(values: &Values) -> Result<Letter, Problem> {
        contact_form::read(values)
    }

    async fn submit(ctx: Ctx, sent: Sent, letter: Letter, files: Vec<Attached>) -> Result<Next, Problem> {
        let receipt = voice::send(&ctx, letter, files, &sent.once).await?;
        let next = Next::to(format!("/contact/sent/{}?by={}", receipt.reference, receipt.due_on));
        Ok(match (receipt.code, sent.cookies) {
            (Some(code), Some(cookies)) => {
                next.with_cookie(cookies.open_sent(&format!("{}.{code}", receipt.reference)))
            }
            _ => next,
        })
    }
}
