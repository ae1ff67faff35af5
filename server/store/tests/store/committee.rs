//! Votes and recusals of a session.

use domain::{
    SessionId, StaffId,
    committee::{Choice, Recusal, Vote},
};
use store::{
    StoreError,
    committee::{self, SessionState},
};

use crate::{
    given::{a_member, a_request, a_session, day, morning, text},
    home::Home,
};

async fn sessions_open_and_close_once(home: Home) {
    let first = a_session(&home, "2026-03-10").await;
    let second = a_session(&home, "2026-04-10").await;
    let listed = committee::sessions(&home.db).await.unwrap();
    assert_eq!(listed.iter().map(|session| session.id).collect::<Vec<_>>(), [second, first]);
    let opened = committee::session(&home.db, first).await.unwrap().unwrap();
    assert_eq!((opened.held_on, opened.state), (day("2026-03-10"), SessionState::Open));
    home.write(move |tx| Box::pin(committee::close(tx, first))).await;
    let closed = committee::session(&home.db, first).await.unwrap().unwrap();
    assert_eq!(closed.state, SessionState::Closed);
    let again = home.db.write(move |tx| Box::pin(committee::close(tx, first))).await;
    assert!(matches!(again, Err(StoreError::Conflict)));
    assert_eq!(committee::session(&home.db, SessionId(99)).await.unwrap(), None);
}

async fn a_member_votes_once_and_may_change_it(home: Home) {
    let (request, session) = (a_request(&home).await, a_session(&home, "2026-03-10").await);
    let (one, two) = (a_member(&home, "one").await, a_member(&home, "two").await);
    let vote = |member: StaffId, choice, reason: Option<&str>| Vote {
        member,
        choice,
        reason: reason.map(text),
        at: morning(),
    };
    for given in [
        vote(one, Choice::Reject, Some("الدخل أعلى من الحد")),
        vote(two, Choice::Accept, None),
        vote(one, Choice::Accept, Some("ظهر دين لم يُحسب")),
    ] {
        home.write(move |tx| Box::pin(async move { committee::put_vote(tx, request, session, &given).await })).await;
    }
    let votes = committee::votes(&home.db, request, session).await.unwrap();
    assert_eq!(votes, [vote(one, Choice::Accept, Some("ظهر دين لم يُحسب")), vote(two, Choice::Accept, None)]);
    let other = a_session(&home, "2026-04-10").await;
    assert_eq!(committee::votes(&home.db, request, other).await.unwrap(), []);
}

async fn who_steps_aside_has_no_vote(home: Home) {
    let (request, session) = (a_request(&home).await, a_session(&home, "2026-03-10").await);
    let (one, two) = (a_member(&home, "one").await, a_member(&home, "two").await);
    home.write(move |tx| {
        Box::pin(async move {
            for member in [one, two] {
                let vote = Vote { member, choice: Choice::Defer, reason: None, at: morning() };
                committee::put_vote(tx, request, session, &vote).await?;
            }
            for ground in ["ابن عم مقدّم الطلب", "مرة ثانية"] {
                let aside = Recusal { member: one, ground: text(ground), at: morning() };
                committee::put_recusal(tx, request, session, &aside).await?;
            }
            Ok(())
        })
    })
    .await;
    let aside = committee::recusals(&home.db, request, session).await.unwrap();
    assert_eq!(aside, [Recusal { member: one, ground: text("ابن عم مقدّم الطلب"), at: morning() }]);
    let votes = committee::votes(&home.db, request, session).await.unwrap();
    assert_eq!(votes.iter().map(|vote| vote.member).collect::<Vec<_>>(), [two]);
}

on_both!(sessions_open_and_close_once, a_member_votes_once_and_may_change_it, who_steps_aside_has_no_vote);
