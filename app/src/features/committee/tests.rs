//! What the committee reads, in both languages.

use domain::{
    DocumentId, Halalas, LongText, NaiveDate, Reference, SessionId, ShortText, StaffId, Timestamp,
    access::{Action, Role},
    application::Group,
    committee::{Choice, CommitteeRule, NoDecision, Outcome, Vote},
    document::{DocumentKind, MediaType, Page, Pages, Validity},
    eligibility::Rule,
    household::{NetPerHead, Tenure},
    programme::{Award, Bilingual, Opening, ProgrammeSpec, SupportKind},
    request::StageKind,
    study::{Band, Housing, Recommendation, Score, ScorePart, ScoreRule, Study, StudyPlace},
    views::{
        Agenda, AgendaLine, Brief, CastVote, Desk, DocumentLine, OfficeFrame, SessionCard, SessionLine, SessionState,
        Sessions, StaffLine, StaffSelf,
    },
    window::{Window, WindowRule},
};
use i18n::Locale;
use leptos::prelude::*;

use super::{
    agenda::AgendaView,
    case::{CaseForms, CaseView},
    screen::{Connected, use_done},
    sessions::SessionsView,
    study::hundredths,
};
use crate::{form::use_form, public::tests::render};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a date")
}

fn at(date: u32) -> Timestamp {
    day(date).and_hms_opt(9, 0, 0).expect("a time").and_utc()
}

fn both(ar: &str, en: &str) -> Bilingual {
    Bilingual { ar: ar.to_owned(), en: en.to_owned() }
}

fn reference(seed: u8) -> Reference {
    Reference::from_entropy([seed; 16])
}

fn session() -> SessionLine {
    SessionLine {
        id: SessionId(3),
        title: "الجلسة الثالثة".to_owned(),
        held_on: day(24),
        state: SessionState::Open,
        files: 2,
    }
}

fn programme() -> ProgrammeSpec {
    ProgrammeSpec {
        slug: "rent-support".to_owned(),
        version: 1,
        support: SupportKind::Rent,
        name: both("سداد الإيجار", "Rent support"),
        summary: both("نعينك على إيجار بيتك.", "We help with your rent."),
        gives: both("إيجار ستة أشهر", "Six months of rent"),
        groups: vec![Group::Widow],
        questions: Vec::new(),
        documents: Vec::new(),
        eligibility: Rule::All(Vec::new()),
        award: Award::Cash { amount: Halalas::from_riyals(6_000) },
        opening: Opening::Open,
    }
}

fn net() -> NetPerHead {
    NetPerHead {
        incomes: Halalas::from_riyals(2_500),
        rent: Halalas::from_riyals(1_200),
        debts: Halalas::from_riyals(300),
        people: 3,
        net: Halalas::from_riyals(1_000),
        per_head: Halalas(33_333),
    }
}

fn study() -> Study {
    Study {
        place: StudyPlace::Home,
        housing: Housing::Crowded,
        net: net(),
        score: Score {
            parts: vec![
                ScorePart::PerHead { share: Halalas(33_333), points: 30 },
                ScorePart::Children { children: 2, points: 8 },
                ScorePart::Tenure { tenure: Tenure::Rented, points: 10 },
                ScorePart::Housing { housing: Housing::Crowded, points: 5 },
                ScorePart::Health { group: Group::Widow, points: 0 },
            ],
            points: 53,
            band: Band::High,
        },
        findings: LongText::parse("غرفة واحدة لثلاثة.").expect("words"),
        recommendation: Recommendation::Support,
        clause: ShortText::parse("3-2").expect("a clause"),
        by: StaffId(4),
        at: at(5),
    }
}

fn documents() -> Vec<DocumentLine> {
    let line = |id, kind, media| DocumentLine {
        id: DocumentId(id),
        kind,
        pages: Pages::of(Page { media, bytes: 40_000, sha256: "0".repeat(64) }),
        issued_on: None,
        validity: Some(Validity::Valid),
    };
    let mut proof = line(2, DocumentKind::IncomeProof, MediaType::Jpeg);
    proof.pages.add(Page { media: MediaType::Jpeg, bytes: 50_000, sha256: "1".repeat(64) }).expect("a page");
    vec![line(1, DocumentKind::FamilyRecord, MediaType::Pdf), proof]
}

/// A case a member has not voted on.
fn unread() -> Brief {
    Brief {
        reference: reference(7),
        version: 9,
        session: session(),
        programme: programme(),
        applicant_name: "سارة محمد علي السالم".to_owned(),
        age: Some(41),
        group: Some(Group::Widow),
        people: 3,
        children: 2,
        need: "تأخر إيجار البيت شهرين.\n</blockquote><script>alert(1)</script>".to_owned(),
        net: net(),
        study: study(),
        score_rule: ScoreRule::default(),
        researcher: both("هدى الباحثة", "Huda, researcher"),
        earlier: Vec::new(),
        grounds: None,
        documents: documents(),
        window: Window::open(day(1), WindowRule::default()),
        today: day(10),
        stage: StageKind::BeforeCommittee,
        votes: Vec::new(),
        recusals: Vec::new(),
        my_vote: None,
        rule: CommitteeRule::default(),
        standing: None,
        decision: None,
        allowed: vec![Action::View, Action::Vote, Action::StepAside],
        next: Some(reference(8)),
        waiting: 2,
    }
}

fn vote(member: i64, choice: Choice, reason: Option<&str>) -> CastVote {
    let vote = Vote {
        member: StaffId(member),
        choice,
        reason: reason.map(|reason| LongText::parse(reason).expect("words")),
        at: at(9),
    };
    let member = StaffLine { id: StaffId(member), name: both("عضو", "Member") };
    CastVote { member, vote }
}

/// The same, as the chair who rejected it, on an appeal, records the decision.
fn to_record() -> Brief {
    let votes = vec![
        vote(1, Choice::Reject, Some("الدخل أعلى من الحد.")),
        vote(2, Choice::Reject, Some("الدخل أعلى من الحد.")),
        vote(3, Choice::Accept, None),
    ];
    let reason = LongText::parse("ينقص تقرير الزيارة.").expect("words");
    Brief {
        earlier: vec![("1448-0003".to_owned(), Outcome::Deferred { reason })],
        grounds: Some("لم يُحسب الإيجار.".to_owned()),
        my_vote: Some(votes[0].vote.clone()),
        votes,
        recusals: vec![StaffLine { id: StaffId(5), name: both("عضو متنحٍّ", "Member aside") }],
        standing: Some(Ok(Choice::Reject)),
        allowed: vec![Action::View, Action::Vote, Action::StepAside, Action::Decide],
        next: None,
        waiting: 0,
        ..unread()
    }
}

fn frame() -> OfficeFrame {
    OfficeFrame {
        me: StaffSelf {
            id: StaffId(1),
            name: both("منى الحربي", "Muna Al-Harbi"),
            roles: vec![Role::CommitteeChair],
            desks: vec![Desk::Committee],
        },
        waiting: 0,
        voices: None,
    }
}

fn case(locale: Locale, brief: Brief) -> String {
    let html = render(locale, move || {
        let forms = CaseForms::of_page();
        view! { <CaseView frame=frame() brief forms connected=Connected::watch() query=use_done()/> }
    });
    assert!(!html.contains("<script>alert"), "typed words are text");
    html
}

#[tokio::test]
async fn a_case_is_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        insta::assert_snapshot!(format!("case_to_vote_{tag}"), case(locale, unread()));
        insta::assert_snapshot!(format!("case_to_record_{tag}"), case(locale, to_record()));
    }
}

#[tokio::test]
async fn a_decision_that_is_held_says_so_and_takes_no_vote() {
    let held = Brief {
        stage: StageKind::DecisionHeld,
        decision: Some(("1448-0017".to_owned(), Outcome::Accepted)),
        allowed: vec![Action::View],
        ..to_record()
    };
    let html = case(Locale::en, held);
    assert!(html.contains("1448-0017") && html.contains("Nobody is told before that day."));
    assert!(!html.contains("<form"));
}

#[tokio::test]
async fn who_has_no_vote_and_no_decision_to_record_only_reads() {
    let reads = Brief {
        standing: Some(Err(NoDecision::NoQuorum { have: 0, need: 3 })),
        allowed: vec![Action::View],
        ..unread()
    };
    let html = case(Locale::ar, reads);
    assert!(!html.contains("<form") && !html.contains("name=\"vote\""));
}

#[tokio::test]
async fn a_closed_file_has_no_name_and_no_way_in() {
    let line = |seed, name: &str| AgendaLine {
        reference: reference(seed),
        applicant_name: name.to_owned(),
        programme: both("سداد الإيجار", "Rent support"),
        stage: StageKind::BeforeCommittee,
        window: Some(Window::open(day(1), WindowRule::default())),
        votes: 1,
        my_vote: None,
        waits: !name.is_empty(),
        stepped_aside: name.is_empty(),
        open: !name.is_empty(),
    };
    for locale in [Locale::ar, Locale::en] {
        let agenda = Agenda {
            session: session(),
            lines: vec![line(7, "سارة محمد علي السالم"), line(8, "")],
            next: Some(reference(7)),
            today: day(10),
        };
        let html = render(locale, move || view! { <AgendaView agenda/> });
        assert!(!html.contains(&format!("/committee/cases/{}", reference(8))));
        insta::assert_snapshot!(format!("agenda_{}", i18n::language_tag(locale)), html);
    }
}

#[tokio::test]
async fn only_who_may_opens_a_session() {
    for may_open in [false, true] {
        let cards = vec![SessionCard { session: session(), waiting: 2, open: 2 }];
        let html = render(Locale::ar, move || {
            let form = use_form("session");
            view! { <SessionsView sessions=Sessions { cards, may_open, today: day(10) } form/> }
        });
        assert_eq!(html.contains("action=\"/committee/sessions\""), may_open);
        if may_open {
            insta::assert_snapshot!("sessions_ar", html);
        }
    }
}

#[test]
fn bars_stay_within_their_length() {
    assert_eq!(
        [(0, 40), (20, 40), (40, 40), (50, 40), (1, 0)].map(|(part, whole)| hundredths(part, whole)),
        [0, 50, 100, 100, 0]
    );
}
