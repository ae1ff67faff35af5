//! The words, whose they are, and who stopped which.

use domain::{
    Invalid,
    access::Role,
    committee::Choice,
    message::{self, Template},
};
use i18n::Locale;

use super::{product_words, resume, stop, stop_sheet, wording};
use crate::{Error, testing::World};

#[test]
fn the_products_own_words_could_be_anybodys() {
    for template in Template::ALL {
        for locale in [Locale::ar, Locale::en] {
            let words = product_words(template, locale);
            assert_eq!(message::wording(template, &words), Ok(words), "{template}");
        }
    }
}

/// The token of the link in a message.
async fn token(world: &World) -> String {
    let told = world.newest("matched").await;
    let link = told.lines().last().expect("a line");
    assert!(link.contains("https://wisal.example/stop/"), "{told}");
    link.rsplit('/').next().expect("a token").to_owned()
}

#[tokio::test]
async fn the_link_stops_what_can_be_done_without_and_nothing_else() {
    let world = World::new().await;
    world.before_committee().await;
    assert!(!world.newest("before_committee").await.contains("/stop/"));
    let (token, visitor) = (token(&world).await, world.visitor());
    assert!(!stop_sheet(&visitor, &token).await.expect("ours").stopped);
    stop(&visitor, &token).await.expect("stopped");
    stop(&visitor, &token).await.expect("stopped already");
    assert!(stop_sheet(&visitor, &token).await.expect("ours").stopped);

    let (courtesies, needed) = (world.messages("matched").await, world.messages("before_committee").await);
    world.before_committee().await;
    assert_eq!(world.messages("matched").await, courtesies);
    assert_eq!(world.messages("before_committee").await, needed + 1);

    resume(&visitor, &token).await.expect("resumed");
    assert!(!stop_sheet(&visitor, &token).await.expect("ours").stopped);
    world.before_committee().await;
    assert_eq!(world.messages("matched").await, courtesies + 1);
}

#[tokio::test]
async fn a_link_nobody_was_sent_does_not_exist() {
    let world = World::new().await;
    world.before_committee().await;
    let token = token(&world).await;
    let (person, mark) = token.split_once('-').expect("two parts");
    let other = format!("{:x}-{mark}", world.other.0);
    let longer = format!("{token}0");
    let wrong = ["", "-", "1", "1-", "zz-00", &other, &longer, &token[..token.len() - 1], &format!("{person}-")];
    for forged in wrong {
        assert!(matches!(stop_sheet(&world.visitor(), forged).await, Err(Error::NotFound)), "{forged}");
        assert!(matches!(stop(&world.visitor(), forged).await, Err(Error::NotFound)), "{forged}");
        assert!(matches!(resume(&world.staff(Role::SystemAdministrator), forged).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn the_association_words_a_message_itself() {
    let world = World::new().await;
    let admin = world.staff(Role::SystemAdministrator);
    let answered = Template::Answered;
    assert_eq!(wording::sheet(&admin, answered, "ar").await.expect("open to them").version, 0);
    let words = "جاء الرد على طلبك {{reference}}: {{link}}";
    wording::save(&admin, answered, "ar", 0, words).await.expect("saved");
    let sheet = wording::sheet(&admin, answered, "ar").await.expect("open to them");
    assert_eq!((sheet.words(), sheet.version), ("جاء الرد على طلبك {{ reference }}: {{ link }}", 1));
    let lines = wording::list(&admin).await.expect("open to them");
    let own: Vec<_> = lines.iter().filter(|line| !line.own.is_empty()).collect();
    assert_eq!((lines.len(), own.len(), own[0].own.as_slice()), (Template::ALL.len(), 1, ["ar".to_owned()].as_slice()));

    let reference = world.answered(Choice::Reject).await;
    let told = world.newest("answered").await;
    assert!(told.starts_with(&format!("جاء الرد على طلبك {reference}: ")), "{told}");
    assert!(told.ends_with(&format!("/my/requests/{reference}")), "{told}");

    wording::reset(&admin, answered, "ar", 1).await.expect("reset");
    assert_eq!(wording::sheet(&admin, answered, "ar").await.expect("open to them").own, None);
}

#[tokio::test]
async fn two_who_word_the_same_message_do_not_overwrite_each_other() {
    let world = World::new().await;
    let admin = world.staff(Role::SystemAdministrator);
    let save = |seen| wording::save(&admin, Template::Lapsed, "en", seen, "Over: {{ reference }}");
    save(0).await.expect("saved");
    assert!(matches!(save(0).await, Err(Error::Conflict)));
    save(1).await.expect("saved");
    assert!(matches!(wording::reset(&admin, Template::Lapsed, "en", 1).await, Err(Error::Conflict)));
}

#[tokio::test]
async fn a_wording_that_lacks_a_value_is_refused() {
    let world = World::new().await;
    let admin = world.staff(Role::SystemAdministrator);
    let refused = wording::save(&admin, Template::SignInCode, "ar", 0, "رمزك سري").await;
    assert!(matches!(refused, Err(Error::Field { field: "body", why: Invalid::PlaceholderMissing { .. } })));
    assert!(matches!(wording::sheet(&admin, Template::SignInCode, "fr").await, Err(Error::NotFound)));
}

#[tokio::test]
async fn nobody_else_words_messages() {
    let world = World::new().await;
    let answered = Template::Answered;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::SystemAdministrator) {
        let ctx = world.staff(role);
        assert!(matches!(wording::list(&ctx).await, Err(Error::NotFound)), "{role:?}");
        assert!(matches!(wording::sheet(&ctx, answered, "ar").await, Err(Error::NotFound)), "{role:?}");
        let saved = wording::save(&ctx, answered, "ar", 0, "{{ reference }}").await;
        assert!(matches!(saved, Err(Error::NotFound)), "{role:?}");
        assert!(matches!(wording::reset(&ctx, answered, "ar", 0).await, Err(Error::NotFound)), "{role:?}");
    }
    assert!(matches!(wording::list(&world.visitor()).await, Err(Error::NotSignedIn)));
    assert!(matches!(wording::list(&world.beneficiary()).await, Err(Error::NotFound)));
}
