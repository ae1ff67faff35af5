//! Synthetic people and requests.

use chrono::NaiveDate;
use domain::{
    Halalas, Mobile, NationalId, PersonId, PersonName, Reference, RequestId, SessionId, StaffId, Timestamp,
    application::{Answers, Group, Identity, Need, Urgency},
    committee::{Decision, Outcome},
    household::{Household, Income, IncomeKind, Livelihood, Tenure},
    matching::MatchSheet,
    name::NamePart,
    programme::Bilingual,
    request::Stage,
    signature::{Mark, Signature},
    study::{Housing, Recommendation, ScoreRule, Study, StudyPlace},
    window::WindowRule,
};
use serde_json::json;
use store::{
    Language, branches, committee, people, people::NewPerson, requests, requests::NewDraft, staff, staff::NewStaff,
};

use crate::home::Home;

pub fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A working morning in Makkah.
pub fn morning() -> Timestamp {
    moment("2026-03-01T06:00:00Z")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn text<T: std::str::FromStr<Err = domain::Invalid>>(words: &str) -> T {
    words.parse().unwrap()
}

pub fn name(words: &str) -> PersonName {
    let parts: Vec<NamePart> = words.split(' ').map(|word| word.parse().unwrap()).collect();
    let [own, father, grandfather, family] = parts.try_into().unwrap();
    PersonName { own, father: Some(father), grandfather: Some(grandfather), family }
}

/// A valid national id, another for every number.
pub fn national_id(number: u32) -> NationalId {
    (0..10).find_map(|check| NationalId::parse(&format!("1{number:08}{check}")).ok()).unwrap()
}

pub fn mobile(number: u32) -> Mobile {
    Mobile::parse(&format!("05{number:08}")).unwrap()
}

pub fn reference(number: u64) -> Reference {
    let mut entropy = [0; 16];
    let mut rest = number;
    for pair in entropy.chunks_mut(2) {
        pair[1] = u8::try_from(rest % 23).unwrap();
        rest /= 23;
    }
    Reference::from_entropy(entropy)
}

pub async fn a_branch(home: &Home, name: &str) -> i64 {
    let name = Bilingual { ar: name.to_owned(), en: name.to_owned() };
    home.write(move |tx| Box::pin(async move { branches::insert(tx, &name).await })).await
}

pub fn new_person(number: u32, named: Option<&str>) -> NewPerson {
    NewPerson {
        national_id: national_id(number),
        mobile: mobile(number),
        name: named.map(name),
        born_on: None,
        language: Language::Ar,
        branch: None,
        at: morning(),
    }
}

pub async fn a_person(home: &Home, number: u32, named: Option<&str>) -> PersonId {
    let new = new_person(number, named);
    home.write(move |tx| Box::pin(async move { people::insert(tx, &new).await })).await
}

pub async fn a_member(home: &Home, user_name: &str) -> StaffId {
    let new = new_staff(user_name);
    home.write(move |tx| Box::pin(async move { staff::insert(tx, &new).await })).await
}

pub fn new_staff(user_name: &str) -> NewStaff {
    NewStaff {
        user_name: user_name.to_owned(),
        display_name: Bilingual { ar: "عضو".to_owned(), en: "Member".to_owned() },
        password_hash: "$argon2id$synthetic".to_owned(),
        roles: [domain::access::Role::CommitteeMember].into(),
        branches: [].into(),
        must_change_password: true,
        at: morning(),
    }
}

pub async fn a_session(home: &Home, held_on: &str) -> SessionId {
    let held_on = day(held_on);
    home.write(move |tx| {
        Box::pin(async move { committee::insert_session(tx, "الجلسة الأولى", held_on, morning()).await })
    })
    .await
}

/// Everything answered, with a net income below zero.
pub fn answers(named: &str) -> Answers {
    Answers {
        identity: Some(Identity {
            name: name(named),
            born_on: day("1984-05-06"),
            group: Group::Widow,
            city: text("مكة"),
            address: None,
        }),
        household: Some(Household { members: Vec::new(), tenure: Tenure::Rented }),
        livelihood: Some(Livelihood {
            incomes: vec![Income { kind: IncomeKind::SocialSecurity, monthly: Halalas(125_050) }],
            rent: Halalas(150_000),
            debts: Vec::new(),
        }),
        need: Some(Need {
            words: text("انقطع الدخل منذ ثلاثة أشهر"),
            urgency: Urgency::ThisMonth,
            iban: Some(text("SA0380000000608010167519")),
            replies: domain::question::Replies::default(),
        }),
        documents: Vec::new(),
    }
}

pub fn new_draft(number: u64, person: PersonId, branch: i64, named: Option<&str>) -> NewDraft {
    NewDraft {
        reference: reference(number),
        programme_slug: "food-basket".to_owned(),
        programme_version: 1,
        policy_version: 1,
        person,
        branch,
        answers: named.map(answers).unwrap_or_default(),
        applicant_name: named.map(name),
        at: morning(),
    }
}

pub async fn a_draft(home: &Home, number: u64, person: PersonId, branch: i64, named: Option<&str>) -> RequestId {
    let new = new_draft(number, person, branch, named);
    home.write(move |tx| Box::pin(async move { requests::insert_draft(tx, &new).await })).await
}

/// Somebody's request in a new branch.
pub async fn a_request(home: &Home) -> RequestId {
    let branch = a_branch(home, "main").await;
    let person = a_person(home, 1, Some("نورة محمد علي الحربي")).await;
    a_draft(home, 1, person, branch, Some("نورة محمد علي الحربي")).await
}

pub fn submitted(answers: &Answers, at: Timestamp) -> Stage {
    let mark = Mark::Typed { name: text("نورة محمد علي الحربي") };
    let signature = Signature::over(answers, mark, at);
    Stage::draft().sign(signature).unwrap().submit(&answers.hash(), at, WindowRule::default()).unwrap()
}

pub fn referred(answers: &Answers, session: SessionId, at: Timestamp) -> Stage {
    let by = StaffId(1);
    let sheet: MatchSheet = serde_json::from_value(json!({"compared": [], "rulings": [], "by": 1, "at": at})).unwrap();
    let study = Study {
        place: StudyPlace::Home,
        housing: Housing::Unfit,
        net: answers.net_per_head().unwrap(),
        score: ScoreRule::default().score(answers, Housing::Unfit, day("2026-03-01")).unwrap(),
        findings: text("بيت قديم بلا تكييف"),
        recommendation: Recommendation::Support,
        clause: text("T3-4"),
        by,
        at,
    };
    let matched = submitted(answers, at).match_data(sheet).unwrap();
    matched.open_study(by, at).unwrap().record_study(study).unwrap().refer(session, by, at).unwrap()
}

pub fn held(answers: &Answers, session: SessionId, at: Timestamp) -> Stage {
    let decision = Decision {
        number: "1447-0001".to_owned(),
        outcome: Outcome::Accepted,
        votes: Vec::new(),
        recusals: Vec::new(),
        recorded_by: StaffId(1),
        decided_at: at,
    };
    referred(answers, session, at).decide(decision, at).unwrap()
}
