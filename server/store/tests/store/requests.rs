//! Requests come back as they were saved, and the columns they are found by follow the stage.

use domain::{
    request::{Stage, StageKind},
    time::riyadh_date,
};
use store::{
    StoreError,
    requests::{self, Filter, Line, Row},
};

use crate::{
    given::{
        a_draft, a_request, a_session, answers, day, held, moment, morning, new_draft, reference, referred, submitted,
    },
    home::Home,
};

const NAME: &str = "نورة محمد علي الحربي";

async fn saved(home: &Home, row: &Row) -> i64 {
    let row = row.clone();
    home.write(move |tx| Box::pin(async move { requests::save(tx, &row, row.version).await })).await
}

async fn line(home: &Home) -> Line {
    let all = Filter { limit: 9, ..Filter::default() };
    requests::queue(&home.db, &all).await.unwrap().remove(0)
}

async fn a_request_comes_back_as_it_was_saved(home: Home) {
    let id = a_request(&home).await;
    let session = a_session(&home, "2026-03-10").await;
    let mut row = requests::find(&home.db, id).await.unwrap().unwrap();
    assert_eq!((&row.stage, row.version), (&Stage::draft(), 1));
    assert_eq!(row.answers, answers(NAME));
    let (answers, at) = (answers(NAME), morning());
    let closed = submitted(&answers, at).withdraw(at).unwrap();
    for stage in [
        submitted(&answers, at),
        referred(&answers, session, at),
        held(&answers, session, at),
        held(&answers, session, at).issue(moment("2026-03-20T06:00:00Z")).unwrap(),
        closed,
    ] {
        row.stage = stage;
        row.updated_at = moment("2026-03-21T06:00:00Z");
        row.version = saved(&home, &row).await;
        assert_eq!(requests::find(&home.db, id).await.unwrap().unwrap(), row);
        assert_eq!(requests::find_by_reference(&home.db, &row.reference).await.unwrap().unwrap(), row);
        assert_eq!(requests::of_person(&home.db, row.person).await.unwrap(), [row.clone()]);
    }
    assert_eq!(row.version, 6);
}

async fn the_columns_follow_the_stage(home: Home) {
    let id = a_request(&home).await;
    let session = a_session(&home, "2026-03-10").await;
    let mut row = requests::find(&home.db, id).await.unwrap().unwrap();
    let drafted = line(&home).await;
    assert_eq!((drafted.submitted_at, drafted.latest_reply_on, drafted.session), (None, None, None));

    row.stage = held(&answers(NAME), session, morning());
    row.version = saved(&home, &row).await;
    let told = riyadh_date(morning());
    let decided = line(&home).await;
    assert_eq!((decided.stage, decided.version), (StageKind::DecisionHeld, 2));
    assert_eq!(decided.submitted_at, Some(morning()));
    assert_eq!(decided.earliest_reply_on, Some(told + chrono::Days::new(14)));
    assert_eq!(decided.latest_reply_on, Some(told + chrono::Days::new(30)));
    assert_eq!((decided.release_on, decided.session), (decided.earliest_reply_on, Some(session)));
    assert_eq!(requests::in_session(&home.db, session).await.unwrap(), [decided]);

    assert_eq!(requests::due_for_release(&home.db, day("2026-03-14")).await.unwrap(), []);
    assert_eq!(requests::due_for_release(&home.db, day("2026-03-15")).await.unwrap(), [id]);
    row.stage = row.stage.issue(moment("2026-03-15T06:00:00Z")).unwrap();
    row.version = saved(&home, &row).await;
    assert_eq!(requests::due_for_release(&home.db, day("2026-03-15")).await.unwrap(), []);
}

async fn a_closed_request_keeps_its_dates(home: Home) {
    let id = a_request(&home).await;
    let mut row = requests::find(&home.db, id).await.unwrap().unwrap();
    row.stage = submitted(&row.answers, morning());
    row.version = saved(&home, &row).await;
    row.stage = row.stage.withdraw(moment("2026-03-02T06:00:00Z")).unwrap();
    saved(&home, &row).await;
    let line = line(&home).await;
    assert_eq!((line.stage, line.submitted_at), (StageKind::Withdrawn, Some(morning())));
    assert_eq!(line.earliest_reply_on, Some(day("2026-03-15")));
}

async fn two_changes_of_one_version_are_one(home: Home) {
    let id = a_request(&home).await;
    let row = requests::find(&home.db, id).await.unwrap().unwrap();
    let save = || {
        let row = row.clone();
        home.db.write(move |tx| Box::pin(async move { requests::save(tx, &row, row.version).await }))
    };
    let (first, second) = tokio::join!(save(), save());
    let mut both = [first, second];
    both.sort_by_key(Result::is_err);
    assert!(matches!(both, [Ok(2), Err(StoreError::Conflict)]), "{both:?}");
}

async fn a_reference_is_used_once(home: Home) {
    let id = a_request(&home).await;
    let row = requests::find(&home.db, id).await.unwrap().unwrap();
    let again = new_draft(1, row.person, row.branch, None);
    assert_eq!(again.reference, row.reference);
    let refused = home.db.write(move |tx| Box::pin(async move { requests::insert_draft(tx, &again).await })).await;
    assert!(matches!(refused, Err(StoreError::Taken(_))), "{refused:?}");
    a_draft(&home, 2, row.person, row.branch, None).await;
    assert!(requests::find_by_reference(&home.db, &reference(2)).await.unwrap().is_some());
}

async fn a_changed_stage_column_is_damage(home: Home) {
    let id = a_request(&home).await;
    home.tamper("UPDATE request SET stage = 'accepted'").await;
    let read = requests::find(&home.db, id).await;
    assert!(matches!(read, Err(StoreError::Damaged(_))), "{read:?}");
}

on_both!(
    a_request_comes_back_as_it_was_saved,
    the_columns_follow_the_stage,
    a_closed_request_keeps_its_dates,
    two_changes_of_one_version_are_one,
    a_reference_is_used_once,
    a_changed_stage_column_is_damage,
);
