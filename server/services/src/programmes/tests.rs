//! Programmes are open to every reader.

use super::{catalogue, find, open};
use crate::{
    Error,
    testing::{CLOSED, PROGRAMME, World},
};

#[tokio::test]
async fn closed_programmes_can_be_read_but_stand_apart() {
    let world = World::new().await;
    let visitor = world.visitor();
    let read = catalogue(&visitor).await.expect("public");
    assert_eq!(read.open.iter().map(|one| one.slug.as_str()).collect::<Vec<_>>(), [PROGRAMME]);
    assert_eq!(read.closed.iter().map(|one| one.slug.as_str()).collect::<Vec<_>>(), [CLOSED]);
    assert_eq!(open(&visitor).await.expect("public"), read.open);
    assert!(!find(&visitor, CLOSED).await.expect("public").takes_applications);
    assert!(matches!(find(&visitor, "no-such-thing").await, Err(Error::NotFound)));
}

/// The window that is promised is the policy's: never less than two weeks (H5).
#[tokio::test]
async fn the_promise_begins_today() {
    let world = World::new().await;
    let sheet = find(&world.visitor(), PROGRAMME).await.expect("public");
    assert!(sheet.takes_applications);
    assert_eq!((sheet.terms.floor, sheet.terms.promise), (14, 30));
    assert_eq!(sheet.terms.if_today.told_on, world.visitor().today());
    assert_eq!((sheet.terms.if_today.earliest_reply_on - world.visitor().today()).num_days(), 14);
}
