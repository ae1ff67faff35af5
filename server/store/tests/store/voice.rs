//! Inquiries, complaints and proposals.

use chrono::TimeDelta;
use domain::{
    LongText, MatterId, StaffId, Timestamp,
    voice::{Decision, Kind, Matter, Publication, Sender, Stage},
};
use store::{
    Language, StoreError,
    voice::{self, Filter, NewFile, NewMatter, Published, Reach, Row},
};

use crate::{
    given::{a_branch, mobile, morning, reference, text},
    home::Home,
};

fn new(number: u64, kind: Kind, branch: i64, due_at: Timestamp) -> NewMatter {
    NewMatter {
        reference: reference(number),
        matter: Matter::open(kind, text("موعد الصرف"), text("متى تصرف المعونة؟"), morning()),
        sender: Sender::Visitor { name: None, mobile: Some(mobile(7)) },
        about: Some(reference(900)),
        branch,
        language: Language::Ar,
        code_hash: Some("ab".repeat(32)),
        due_at,
        at: morning(),
    }
}

/// An inquiry, just received.
pub async fn a_matter(home: &Home) -> MatterId {
    let branch = a_branch(home, "of matters").await;
    enter(home, new(700, Kind::Inquiry, branch, morning())).await
}

async fn enter(home: &Home, new: NewMatter) -> MatterId {
    home.write(move |tx| Box::pin(async move { voice::insert(tx, &new).await })).await
}

async fn row(home: &Home, id: MatterId) -> Row {
    voice::find(&home.db, id).await.unwrap().unwrap()
}

async fn a_matter_is_sealed_and_moves_by_versions(home: Home) {
    let branch = a_branch(&home, "main").await;
    let given = new(1, Kind::Inquiry, branch, morning());
    let id = enter(&home, given.clone()).await;
    let before = voice::find_by_reference(&home.db, &reference(1)).await.unwrap().unwrap();
    assert_eq!((before.id, &before.matter, &before.sender), (id, &given.matter, &given.sender));
    assert_eq!((before.about.clone(), before.version), (Some(reference(900)), 1));
    let mut taken = before.clone();
    taken.matter = before.matter.clone().take(StaffId(3), morning()).unwrap();
    let again = taken.clone();
    assert_eq!(home.write(move |tx| Box::pin(async move { voice::save(tx, &taken).await })).await, 2);
    assert_eq!(row(&home, id).await.matter.stage(), Stage::InHand);
    let stale = home.db.write(move |tx| Box::pin(async move { voice::save(tx, &again).await })).await;
    assert!(matches!(stale, Err(StoreError::Conflict)), "{stale:?}");
}

async fn late_complaints_stand_first_and_each_sees_their_own(home: Home) {
    let (here, there) = (a_branch(&home, "here").await, a_branch(&home, "there").await);
    let days = |days| morning() + TimeDelta::days(days);
    for (number, kind, branch, due) in [
        (1, Kind::Inquiry, here, days(-9)),
        (2, Kind::Complaint, here, days(-1)),
        (3, Kind::Complaint, there, days(5)),
        (4, Kind::Inquiry, there, days(1)),
        (5, Kind::Proposal, here, days(20)),
    ] {
        enter(&home, new(number, kind, branch, due)).await;
    }
    let everything = Reach(Kind::ALL.map(|kind| (kind, None)).to_vec());
    let filter = |reach: &Reach, late| {
        let (reach, stages) = (reach.clone(), Stage::OPEN.to_vec());
        Filter { reach, stages, late, now: morning(), page: 0 }
    };
    let db = &home.db;
    let listed = |filter: Filter| async move {
        let rows = voice::queue(db, &filter).await.unwrap();
        rows.into_iter().map(|row| row.reference).collect::<Vec<_>>()
    };
    assert_eq!(listed(filter(&everything, false)).await, [2, 1, 4, 3, 5].map(reference));
    assert_eq!(listed(filter(&everything, true)).await, [2, 1].map(reference));
    assert_eq!(listed(filter(&everything.only(Kind::Inquiry), false)).await, [1, 4].map(reference));
    let mine = Reach(vec![(Kind::Inquiry, Some(vec![here])), (Kind::Proposal, Some(vec![here]))]);
    assert_eq!(listed(filter(&mine, false)).await, [1, 5].map(reference));
    assert_eq!(listed(filter(&Reach::default(), false)).await, []);
    let counts = voice::counts(&home.db, &mine).await.unwrap();
    assert_eq!(counts, [(Kind::Inquiry, Stage::Received, 1), (Kind::Proposal, Stage::Received, 1)]);
    assert_eq!(voice::late(&home.db, &everything, morning()).await.unwrap(), 2);
    assert_eq!(voice::late(&home.db, &Reach::default(), morning()).await.unwrap(), 0);
}

async fn files_belong_to_their_matter(home: Home) {
    let branch = a_branch(&home, "main").await;
    let one = enter(&home, new(1, Kind::Complaint, branch, morning())).await;
    let two = enter(&home, new(2, Kind::Complaint, branch, morning())).await;
    let file = NewFile {
        file_key: "cd".repeat(16),
        name: Some("صورة الموقع.jpg".to_owned()),
        media: domain::document::MediaType::Jpeg,
        bytes: 2_048,
        sha256: "ef".repeat(32),
    };
    home.write(move |tx| Box::pin(async move { voice::add_file(tx, one, &file).await })).await;
    let files = voice::files(&home.db, one).await.unwrap();
    assert_eq!(files.iter().map(|file| file.name.as_deref()).collect::<Vec<_>>(), [Some("صورة الموقع.jpg")]);
    assert_eq!(voice::file(&home.db, one, files[0].id).await.unwrap().as_ref(), Some(&files[0]));
    assert_eq!(voice::file(&home.db, two, files[0].id).await.unwrap(), None);
}

async fn a_publication_is_changed_in_place_and_withdrawn(home: Home) {
    let branch = a_branch(&home, "main").await;
    let id = enter(&home, new(1, Kind::Proposal, branch, morning())).await;
    let text = |became: Option<LongText>| Publication {
        title: text("مظلة عند الباب"),
        wording: text("وضع مظلة عند باب الاستقبال"),
        answer: text("نعم"),
        became,
    };
    let first = Published { text: text(None), decision: Decision::Adopted, at: morning() };
    let then =
        Published { text: text("رُكّبت".parse().ok()), at: morning() + TimeDelta::days(9), ..first.clone() };
    let new = then.clone();
    home.write(move |tx| {
        Box::pin(async move {
            voice::publish(tx, id, &first).await?;
            voice::publish(tx, id, &new).await
        })
    })
    .await;
    let kept = Published { at: morning(), ..then };
    assert_eq!(voice::published(&home.db, 10).await.unwrap(), std::slice::from_ref(&kept));
    assert_eq!(voice::of_matter(&home.db, id).await.unwrap(), Some(kept));
    assert!(home.write(move |tx| Box::pin(async move { voice::withdraw(tx, id).await })).await);
    assert_eq!(voice::published(&home.db, 10).await.unwrap(), []);
}

on_both!(
    a_matter_is_sealed_and_moves_by_versions,
    late_complaints_stand_first_and_each_sees_their_own,
    files_belong_to_their_matter,
    a_publication_is_changed_in_place_and_withdrawn,
);
