//! The queue: filters, search however a name is spelled, and pages that neither repeat nor skip.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::{RequestId, request::StageKind};
use store::requests::{self, Cursor, Filter, NewDraft, Order};

use crate::{
    given::{a_branch, a_person, morning, new_draft, reference, submitted},
    home::Home,
};

/// Three branches' requests: every third is submitted; several changed at the same moment.
async fn many(home: &Home) -> Vec<i64> {
    let mut branches = Vec::new();
    for name in ["north", "south", "east"] {
        branches.push(a_branch(home, name).await);
    }
    let person = a_person(home, 1, None).await;
    let names = ["نورة محمد علي الحربي", "عبدالرحمن سعد فهد القرشي", "Sara Khalid Omar Flata"];
    let drafts: Vec<NewDraft> = (0..30_u64)
        .map(|number| {
            let index = usize::try_from(number).unwrap();
            let mut draft = new_draft(number, person, branches[index % 3], Some(names[index % 3]));
            draft.at = morning() + TimeDelta::milliseconds(i64::try_from(number / 4).unwrap() * 500);
            draft
        })
        .collect();
    home.write(move |tx| {
        Box::pin(async move {
            for draft in drafts {
                let id = requests::insert_draft(tx, &draft).await?;
                if id.0 % 3 == 0 {
                    let mut row = requests::find(tx, id).await?.unwrap();
                    row.stage = submitted(&row.answers, morning());
                    requests::save(tx, &row, 1).await?;
                }
            }
            Ok(())
        })
    })
    .await;
    branches
}

async fn found(home: &Home, filter: Filter) -> Vec<RequestId> {
    let filter = Filter { limit: if filter.limit == 0 { 100 } else { filter.limit }, ..filter };
    requests::queue(&home.db, &filter).await.unwrap().iter().map(|line| line.id).collect()
}

async fn pages_neither_repeat_nor_skip(home: Home) {
    many(&home).await;
    for order in [Order::OldestFirst, Order::NewestFirst] {
        let whole = found(&home, Filter { order, ..Filter::default() }).await;
        assert_eq!(whole.len(), 30);
        let (mut paged, mut after): (Vec<RequestId>, Option<Cursor>) = (Vec::new(), None);
        loop {
            let filter = Filter { order, after, limit: 7, ..Filter::default() };
            let page = requests::queue(&home.db, &filter).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.cursor());
            paged.extend(page.iter().map(|line| line.id));
        }
        assert_eq!(paged, whole);
        let mut expected: Vec<RequestId> = (1..=30).map(RequestId).collect();
        if order == Order::NewestFirst {
            expected.reverse();
        }
        assert_eq!(whole, expected);
    }
}

async fn stages_and_branches_filter(home: Home) {
    let branches = many(&home).await;
    let received = found(&home, Filter { stages: vec![StageKind::Submitted], ..Filter::default() }).await;
    assert_eq!(received, (1..=10).map(|third| RequestId(third * 3)).collect::<Vec<_>>());
    let both = Filter { stages: vec![StageKind::Submitted, StageKind::Draft], ..Filter::default() };
    assert_eq!(found(&home, both).await.len(), 30);
    let north = Filter { branches: Some(vec![branches[0]]), ..Filter::default() };
    assert_eq!(found(&home, north).await.len(), 10);
    let nowhere = Filter { branches: Some(Vec::new()), ..Filter::default() };
    assert_eq!(found(&home, nowhere).await, []);
    let counts = requests::counts_by_stage(&home.db, None).await.unwrap();
    assert_eq!(counts, BTreeMap::from([(StageKind::Draft, 20), (StageKind::Submitted, 10)]));
    let counts = requests::counts_by_stage(&home.db, Some(&branches[2..])).await.unwrap();
    assert_eq!(counts, BTreeMap::from([(StageKind::Submitted, 10)]));
    assert_eq!(requests::counts_by_stage(&home.db, Some(&[])).await.unwrap(), BTreeMap::new());
}

async fn names_are_found_however_they_are_spelled(home: Home) {
    many(&home).await;
    let search = |text: &str| Filter { search: Some(text.to_owned()), ..Filter::default() };
    for (text, hits) in [
        ("نوره", 10),
        ("نُورَة محمّد", 10),
        ("عبد الرحمن سعد", 10),
        ("sara KHALID", 10),
        ("الحربى", 10),
        ("حرب", 10),
        ("لا أحد", 0),
        ("%", 0),
        ("_", 0),
        ("\\", 0),
        ("' OR 1=1 --", 0),
        ("  ", 30),
    ] {
        assert_eq!(found(&home, search(text)).await.len(), hits, "{text}");
    }
    let whole = reference(5).to_string();
    assert_eq!(found(&home, search(&whole.to_lowercase())).await, [RequestId(6)]);
    assert_eq!(found(&home, search(&whole[4..])).await, [RequestId(6)]);
}

on_both!(pages_neither_repeat_nor_skip, stages_and_branches_filter, names_are_found_however_they_are_spelled);
