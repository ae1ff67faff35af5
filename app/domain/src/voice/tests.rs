use std::{collections::BTreeSet, fmt::Write as _};

use super::*;
use crate::{
    MatterId, RequestId,
    access::{Actor, Relation, Role},
};

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_timestamp(1_795_327_200 + seconds, 0).expect("a moment")
}

fn words(text: &str) -> LongText {
    LongText::parse(text).expect("words")
}

fn matter(kind: Kind) -> Matter {
    Matter::open(kind, Subject::parse("موعد الصرف").expect("a subject"), words("متى يصرف؟"), at(0))
}

const REEM: StaffId = StaffId(1);

#[test]
fn a_matter_is_taken_on_answered_and_settled() {
    let taken = matter(Kind::Inquiry).take(REEM, at(1)).expect("taken");
    assert_eq!((taken.stage(), taken.handler()), (Stage::InHand, Some(REEM)));
    let taken = taken.take(StaffId(2), at(2)).expect("from a colleague");
    let answered = taken.answer(REEM, words("يوم الخميس"), None, at(3)).expect("answered");
    assert_eq!(answered.stage(), Stage::Answered);
    assert_eq!(answered.clone().answer(REEM, words("مرة أخرى"), None, at(4)), Err(NoMove::Passed));
    assert_eq!(answered.settle(at(5)).map(|matter| matter.stage()), Ok(Stage::Closed));
}

#[test]
fn an_answer_that_was_none_opens_it_again() {
    let answered = matter(Kind::Complaint).answer(REEM, words("نعتذر"), None, at(1)).expect("answered");
    let again = answered.ask_again(words("لم تحل المشكلة"), at(2)).expect("open again");
    assert_eq!(again.stage(), Stage::Received);
    assert!(again.was_handled_by(REEM) && again.log().len() == 3);
    assert_eq!(again.clone().settle(at(3)), Err(NoMove::Passed));
    let closed = again.answer(REEM, words("حُلّت"), None, at(4)).and_then(|matter| matter.settle(at(5)));
    assert_eq!(closed.and_then(|matter| matter.ask_again(words("لا"), at(6))), Err(NoMove::Passed));
}

#[test]
fn a_proposal_is_answered_with_a_decision_and_nothing_else_is() {
    assert_eq!(matter(Kind::Proposal).answer(REEM, words("شكرًا"), None, at(1)), Err(NoMove::Decision));
    let adopted = matter(Kind::Proposal).answer(REEM, words("شكرًا"), Some(Decision::Adopted), at(1)).expect("decided");
    assert_eq!(adopted.decision(), Some(Decision::Adopted));
    assert_eq!(matter(Kind::Inquiry).answer(REEM, words("لا"), Some(Decision::Declined), at(1)), Err(NoMove::Decision));
}

#[test]
fn a_matter_is_read_back_as_it_was_written() -> serde_json::Result<()> {
    let whole = matter(Kind::Proposal).answer(REEM, words("نعم"), Some(Decision::NotNow), at(1)).expect("answered");
    assert_eq!(serde_json::from_str::<Matter>(&serde_json::to_string(&whole)?)?, whole);
    Ok(())
}

/// Every right there is: a line for each actor, kind and relation that has any, with the acts at each stage.
#[test]
fn the_rights_are_these() {
    let mut actors = vec![
        ("visitor".to_owned(), Actor::Visitor),
        ("beneficiary".to_owned(), Actor::Beneficiary { person: PersonId(1) }),
        ("tracker".to_owned(), Actor::Tracker { request: RequestId(1) }),
        ("follower".to_owned(), Actor::Follower { matter: MatterId(1) }),
        ("system".to_owned(), Actor::System),
    ];
    actors.extend(Role::ALL.into_iter().map(|role| {
        let actor = Actor::Staff { id: REEM, roles: BTreeSet::from([role]), branches: BTreeSet::from([1]) };
        (role.slug().to_owned(), actor)
    }));
    let mut table = String::new();
    for (name, actor) in actors {
        for (kind, relation) in Kind::ALL.into_iter().flat_map(|kind| Relation::ALL.map(|relation| (kind, relation))) {
            let acts: BTreeSet<Act> = Stage::ALL
                .into_iter()
                .flat_map(|stage| Act::ALL.map(|act| (stage, act)))
                .filter(|(stage, act)| may(&actor, *act, About { kind, stage: *stage, relation }))
                .map(|(_, act)| act)
                .collect();
            if !acts.is_empty() {
                writeln!(table, "{name} · {} · {relation:?}: {acts:?}", kind.slug()).expect("written");
            }
        }
    }
    insta::assert_snapshot!(table);
}
