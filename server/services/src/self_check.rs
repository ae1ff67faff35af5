//! The self-check on its way into an application: sealed for the visitor's own browser, kept nowhere here.

use domain::{TimeDelta, Timestamp, self_check::Told};
use serde::{Deserialize, Serialize};

use crate::{Ctx, Error, Result};

/// How long the browser carries the answers: time to sign in and to open the first pages.
pub const CARRIED_FOR: TimeDelta = TimeDelta::hours(1);

const CELL: (&str, &str) = ("browser.self_check", "told");

#[derive(Serialize, Deserialize)]
struct Carried {
    told: Told,
    until: Timestamp,
}

/// The answers, sealed (hex), as a cookie may carry them.
pub fn seal(ctx: &Ctx, told: &Told) -> Result<String> {
    let carried = Carried { told: told.clone(), until: ctx.now() + CARRIED_FOR };
    let sealed = ctx.db().vault().seal_json(CELL.0, CELL.1, &carried);
    sealed.map(hex::encode).map_err(|error| Error::Internal(error.to_string()))
}

/// The answers a browser carried here. What was not sealed by this house, or is too old, says nothing.
pub fn open(ctx: &Ctx, sealed: &str) -> Told {
    let carried = hex::decode(sealed).ok().and_then(|sealed| {
        ctx.db().vault().open_json::<Carried>(CELL.0, CELL.1, &sealed).ok().filter(|carried| ctx.now() < carried.until)
    });
    carried.map(|carried| carried.told).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use domain::{Halalas, application::Group};

    use super::*;
    use crate::testing::World;

    fn told() -> Told {
        Told { group: Some(Group::Widow), people: Some(5), rent: Some(Halalas::from_riyals(1_200)), ..Told::default() }
    }

    #[tokio::test]
    async fn it_comes_back_as_it_was_told_and_is_not_readable_on_the_way() {
        let world = World::new().await;
        let sealed = seal(&world.visitor(), &told()).expect("sealed");
        assert!(sealed.bytes().all(|byte| byte.is_ascii_hexdigit()) && sealed.len() < 1_000);
        assert!(!sealed.contains(&hex::encode("widow")));
        assert_eq!(open(&world.beneficiary(), &sealed), told());
    }

    #[tokio::test]
    async fn what_this_house_did_not_seal_says_nothing() {
        let world = World::new().await;
        let sealed = seal(&world.visitor(), &told()).expect("sealed");
        for forged in ["", "xyz", "00ff", &sealed[2..], &format!("{sealed}00")] {
            assert!(open(&world.visitor(), forged).is_empty(), "{forged}");
        }
    }

    #[tokio::test]
    async fn it_is_forgotten_after_its_hour() {
        let world = World::new().await;
        let sealed = seal(&world.visitor(), &told()).expect("sealed");
        world.pass_days(1);
        assert!(open(&world.visitor(), &sealed).is_empty());
    }
}
