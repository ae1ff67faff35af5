//! What was typed and not saved yet is kept, so that a call, an empty battery or another phone loses nothing.

use domain::{Invalid, Reference, access::Action, application::Section, request::Gap, views::Unfinished};

use crate::{Ctx, Error, Result, requests};

use super::check;

/// Longest form that is kept, in bytes of names and values.
const LONGEST: usize = 32 * 1024;

/// Keeps what stands in the form of a section. It changes no answer and no version, voids no signature and is no step:
/// nobody but the applicant ever sees it.
pub async fn keep_unfinished(
    ctx: &Ctx,
    reference: &Reference,
    section: Section,
    values: Vec<(String, String)>,
) -> Result<()> {
    let length: usize = values.iter().map(|(name, value)| name.len() + value.len()).sum();
    if length > LONGEST {
        return Err(Error::Field { field: "values", why: Invalid::TooLong { max: LONGEST } });
    }
    let (ctx, reference, at) = (ctx.clone(), reference.clone(), ctx.now());
    let typed = Unfinished { section, values, at };
    ctx.db()
        .clone()
        .write(move |tx| {
            Box::pin(async move {
                let row = requests::find(&ctx, tx, &reference, Action::EditAnswers).await?;
                if !check::asked_for(&row.stage, Gap::Section { section }) {
                    return Err(Error::Forbidden(Action::EditAnswers));
                }
                store::unfinished::keep(tx, row.id, &typed).await.map_err(Error::from)
            })
        })
        .await
}

/// Forgets it: the applicant goes on from what was saved.
pub async fn forget_unfinished(ctx: &Ctx, reference: &Reference, section: Section) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    ctx.db()
        .clone()
        .write(move |tx| {
            Box::pin(async move {
                let row = requests::find(&ctx, tx, &reference, Action::EditAnswers).await?;
                store::unfinished::forget(tx, row.id, Some(section)).await.map_err(Error::from)
            })
        })
        .await
}

#[cfg(test)]
mod tests {
    use domain::access::Role;

    use super::*;
    use crate::{
        applications::{save, sheet, submit},
        testing::{World, answers},
    };

    fn typed(words: &str) -> Vec<(String, String)> {
        vec![("words".to_owned(), words.to_owned())]
    }

    #[tokio::test]
    async fn the_newest_is_kept_and_changes_nothing_else() {
        let world = World::new().await;
        let reference = world.signed().await;
        let ctx = world.beneficiary();
        let before = world.row(&reference).await;
        for words in ["نحتاج", "نحتاج سلة"] {
            keep_unfinished(&ctx, &reference, Section::Need, typed(words)).await.expect("kept");
        }
        let row = world.row(&reference).await;
        assert_eq!((row.version, row.stage), (before.version, before.stage));
        let kept = sheet(&ctx, &reference).await.expect("own").unfinished;
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].values, typed("نحتاج سلة"));
    }

    #[tokio::test]
    async fn what_is_saved_forgotten_or_sent_is_no_longer_unfinished() {
        let world = World::new().await;
        let reference = world.drafted().await;
        let ctx = world.beneficiary();
        let kept = || async { sheet(&ctx, &reference).await.expect("own").unfinished.len() };
        for section in [Section::Need, Section::Livelihood, Section::Identity] {
            keep_unfinished(&ctx, &reference, section, typed("…")).await.expect("kept");
        }
        let version = world.row(&reference).await.version;
        save(&ctx, &reference, version, answers::need()).await.expect("saved as it was");
        assert_eq!(kept().await, 2);
        forget_unfinished(&ctx, &reference, Section::Livelihood).await.expect("forgotten");
        assert_eq!(kept().await, 1);

        let sent = world.signed().await;
        keep_unfinished(&ctx, &sent, Section::Need, typed("…")).await.expect("kept");
        submit(&ctx, &sent, &world.last_code().await, "k").await.expect("sent");
        assert!(sheet(&ctx, &sent).await.expect("own").unfinished.is_empty());
    }

    #[tokio::test]
    async fn nobody_else_and_nothing_endless() {
        let world = World::new().await;
        let reference = world.drafted().await;
        for ctx in [world.stranger(), world.staff(Role::RelationsOfficer)] {
            let refused = keep_unfinished(&ctx, &reference, Section::Need, typed("x")).await;
            assert!(matches!(refused, Err(Error::NotFound)));
        }
        let endless =
            keep_unfinished(&world.beneficiary(), &reference, Section::Need, typed(&"ن".repeat(20_000))).await;
        assert!(matches!(endless, Err(Error::Field { why: Invalid::TooLong { .. }, .. })));
    }
}
