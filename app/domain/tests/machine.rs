//! Random walks through the request machine: whatever anyone tries, in whatever order and on whatever day, the policy
//! holds.

use chrono::{DateTime, NaiveDate, TimeDelta};
use domain::{
    DocumentId, Halalas, LongText, SessionId, ShortText, StaffId, Timestamp,
    access::Action,
    application::{Answers, Section},
    committee::{Choice, Decision, Outcome},
    delivery::{Delivery, Handover},
    document::{DocumentKind, GivenDocument, MediaType, Page, Pages},
    household::NetPerHead,
    matching::MatchSheet,
    policy::Policy,
    programme::Award,
    registration::Registration,
    request::{Answering, Gap, NotNow, Stage, StageKind, actions},
    signature::{AnswersHash, Mark, Signature},
    study::{Band, Housing, Recommendation, Score, Study, StudyPlace},
    time::riyadh_date,
};
use proptest::prelude::*;

/// What somebody tries: the moves of the machine, by their action.
const MOVES: [Action; 17] = [
    Action::EditAnswers,
    Action::Sign,
    Action::Submit,
    Action::Withdraw,
    Action::Return,
    Action::Match,
    Action::OpenStudy,
    Action::RecordStudy,
    Action::Refer,
    Action::Decide,
    Action::Issue,
    Action::Appeal,
    Action::Register,
    Action::Deliver,
    Action::ConfirmReceipt,
    Action::Lapse,
    // Twice as likely, so that walks get past the signature.
    Action::Sign,
];

/// A number no decision text contains by chance.
const NUMBER: &str = "1448-7391";
const STAFF: StaffId = StaffId(7);

/// One try: which move, with what, after how many hours.
#[derive(Clone, Debug)]
struct Try {
    action: Action,
    choice: Choice,
    hours: i64,
}

/// Somebody who mostly tries what is possible gets far; somebody who tries anything finds the gaps.
#[derive(Clone, Debug)]
struct Step {
    anything: bool,
    pick: prop::sample::Index,
    choice: Choice,
    hours: i64,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (
        prop::bool::weighted(0.2),
        any::<prop::sample::Index>(),
        prop_oneof![Just(Choice::Accept), Just(Choice::Reject), Just(Choice::Defer)],
        prop_oneof![4 => 0i64..30, 1 => 30i64..400, 1 => 400i64..1_500],
    );
    let step = step.prop_map(|(anything, pick, choice, hours)| Step { anything, pick, choice, hours });
    prop::collection::vec(step, 0..60)
}

impl Step {
    fn at(&self, stage: &Stage) -> Try {
        let open: Vec<Action> =
            actions::possible(stage.kind()).iter().copied().filter(|action| MOVES.contains(action)).collect();
        // The way on, rather than out of it.
        let on: Vec<Action> =
            open.iter().copied().filter(|action| !matches!(action, Action::Withdraw | Action::Lapse)).collect();
        let action = if self.anything || on.is_empty() { *self.pick.get(&MOVES) } else { *self.pick.get(&on) };
        Try { action, choice: self.choice, hours: self.hours }
    }
}

/// A request, its answers, and the clock.
#[derive(Clone, Debug)]
struct Walk {
    stage: Stage,
    edits: u32,
    now: Timestamp,
    studied: bool,
}

fn words(text: &str) -> LongText {
    LongText::parse(text).expect("words")
}

fn answers_hash(edits: u32) -> AnswersHash {
    AnswersHash(format!("{edits:064}"))
}

fn study(at: Timestamp) -> Study {
    let zero = Halalas(0);
    Study {
        place: StudyPlace::Home,
        housing: Housing::Sound,
        net: NetPerHead { incomes: zero, rent: zero, debts: zero, people: 1, net: zero, per_head: zero },
        score: Score { parts: Vec::new(), points: 0, band: Band::Moderate },
        findings: words("found"),
        recommendation: Recommendation::Support,
        clause: ShortText::parse("3-2").expect("a clause"),
        by: STAFF,
        at,
    }
}

fn paper(at: Timestamp) -> GivenDocument {
    let page = Page { media: MediaType::Pdf, bytes: 9, sha256: "ab".to_owned() };
    GivenDocument {
        id: DocumentId(1),
        kind: DocumentKind::AppealPaper,
        issued_on: None,
        pages: Pages::of(page),
        given_at: at,
    }
}

fn decision(choice: Choice, at: Timestamp) -> Decision {
    let reason = words("a reason");
    let outcome = match choice {
        Choice::Accept => Outcome::Accepted,
        Choice::Reject => Outcome::Rejected { reason, clause: ShortText::parse("5-1").expect("a clause") },
        Choice::Defer => Outcome::Deferred { reason },
    };
    Decision {
        number: NUMBER.to_owned(),
        outcome,
        votes: Vec::new(),
        recusals: Vec::new(),
        recorded_by: STAFF,
        decided_at: at,
    }
}

impl Walk {
    fn begin() -> Self {
        let now = DateTime::from_timestamp(1_795_327_200, 0).expect("a moment");
        Self { stage: Stage::draft(), edits: 0, now, studied: false }
    }

    /// Tries a move; a refusal changes nothing.
    fn attempt(&mut self, attempt: &Try, policy: &Policy) -> Result<(), NotNow> {
        self.now += TimeDelta::hours(attempt.hours);
        let (stage, at) = (self.stage.clone(), self.now);
        let moved = match attempt.action {
            Action::EditAnswers => stage.edit(at),
            Action::Sign => {
                let mark = Mark::Typed { name: ShortText::parse("سارة").expect("a name") };
                stage.sign(Signature { mark, answers: answers_hash(self.edits), signed_at: at })
            }
            Action::Submit => stage.submit(&answers_hash(self.edits), at, policy.window),
            Action::Withdraw => stage.withdraw(at),
            Action::Return => {
                stage.give_back(vec![Gap::Section { section: Section::Need }], words("complete it"), STAFF, at)
            }
            Action::Match => {
                let sheet = MatchSheet::close(&Answers::default(), agreeing(), &[], Vec::new(), STAFF, at);
                stage.match_data(sheet.expect("matches"))
            }
            Action::OpenStudy => stage.open_study(STAFF, at),
            Action::RecordStudy => stage.record_study(study(at)),
            Action::Refer => stage.refer(SessionId(1), STAFF, at),
            Action::Decide => stage.decide(decision(attempt.choice, at), at),
            Action::Issue => stage.issue(at),
            Action::Appeal => stage.appeal(words("grounds"), Some(paper(at)), at, policy),
            Action::Register => {
                stage.register(Registration::open("KB-1448-00001".to_owned(), STAFF, at, policy.renewal_days))
            }
            Action::Deliver => {
                let award = Award::Cash { amount: Halalas::from_riyals(500) };
                stage.deliver(Delivery { award, by: STAFF, at })
            }
            Action::ConfirmReceipt => stage.complete(Handover { by: STAFF, confirmed_at: at }),
            Action::Lapse => stage.lapse(at, policy),
            other => panic!("{other:?} is no move"),
        };
        self.stage = moved?;
        match attempt.action {
            Action::EditAnswers => self.edits += 1,
            Action::RecordStudy => self.studied = true,
            _ => {}
        }
        Ok(())
    }

    fn today(&self) -> NaiveDate {
        riyadh_date(self.now)
    }
}

fn agreeing() -> Vec<domain::matching::Compared> {
    use domain::matching::{Compared, MatchField, Seen};
    let fields = MatchField::of(&Answers::default());
    fields.into_iter().map(|field| Compared { field, seen: Seen::Agrees }).collect()
}

/// Walks, and looks at every try: the walk before it, what was tried, what came of it, the walk after it.
fn walk(
    steps: &[Step],
    mut look: impl FnMut(&Walk, &Try, Result<(), NotNow>, &Walk) -> Result<(), TestCaseError>,
) -> Result<(), TestCaseError> {
    let policy = Policy::default();
    let mut walk = Walk::begin();
    for step in steps {
        let before = walk.clone();
        let attempt = step.at(&walk.stage);
        let outcome = walk.attempt(&attempt, &policy);
        look(&before, &attempt, outcome, &walk)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    /// The machine and the table of what may happen next are two statements of one thing.
    #[test]
    fn the_machine_does_what_its_table_says(steps in steps()) {
        walk(&steps, |before, attempt, outcome, _| {
            let listed = actions::possible(before.stage.kind()).contains(&attempt.action);
            match outcome {
                Ok(()) => prop_assert!(listed, "{attempt:?} worked at {:?}", before.stage.kind()),
                Err(NotNow::Stage { stage, action }) => {
                    prop_assert_eq!((stage, action), (before.stage.kind(), attempt.action));
                    prop_assert!(!listed, "{attempt:?} is listed at {:?}", before.stage.kind());
                }
                // Possible here, but not in this state or on this day.
                Err(_) => prop_assert!(listed),
            }
            Ok(())
        })?;
    }

    /// H3, H5: nothing comes before the committee without a study.
    #[test]
    fn no_path_skips_the_study(steps in steps()) {
        walk(&steps, |_, _, _, after| {
            if after.stage.referred().is_some() {
                prop_assert!(after.studied && after.stage.study().is_some());
            }
            Ok(())
        })?;
    }

    /// H4: what was signed is what was sent, and an edit voids the signature.
    #[test]
    fn an_edit_voids_the_signature(steps in steps()) {
        walk(&steps, |before, attempt, outcome, after| {
            if outcome.is_ok() && attempt.action == Action::EditAnswers {
                prop_assert_eq!(after.stage.signature(), None);
                let sent = after.stage.clone().submit(&answers_hash(after.edits), after.now, Policy::default().window);
                prop_assert_eq!(sent, Err(NotNow::Unsigned));
            }
            if outcome.is_ok() && attempt.action == Action::Submit {
                let signature = after.stage.signature().expect("a signature");
                prop_assert!(signature.covers(&answers_hash(after.edits)));
                let other = before.stage.clone().submit(&answers_hash(after.edits + 1), after.now, Policy::default().window);
                prop_assert_eq!(other, Err(NotNow::SignatureVoid));
            }
            Ok(())
        })?;
    }

    /// Completed, withdrawn and lapsed requests stay so.
    #[test]
    fn the_end_is_the_end(steps in steps()) {
        walk(&steps, |before, _, outcome, after| {
            if before.stage.kind().is_terminal() {
                prop_assert!(outcome.is_err());
                prop_assert_eq!(&before.stage, &after.stage);
            }
            Ok(())
        })?;
    }

    /// H5: no answer is out before the fourteenth day, however the request got there.
    #[test]
    fn no_answer_before_the_fourteenth_day(steps in steps()) {
        walk(&steps, |_, _, _, after| {
            if let Some(decided) = after.stage.decided() {
                let told = decided.referred.matched.submitted.window.told_on;
                if let Answering::Issued { at } = decided.answering {
                    prop_assert!(riyadh_date(at) - told >= TimeDelta::days(14));
                }
            }
            Ok(())
        })?;
    }

    /// H5: what an applicant is given while a decision is held is what they were given before it.
    #[test]
    fn a_held_answer_is_never_seen(steps in steps()) {
        let policy = Policy::default();
        walk(&steps, |before, attempt, outcome, after| {
            let seen = after.stage.seen_by_applicant(&policy);
            prop_assert_ne!(seen.stage, StageKind::DecisionHeld);
            if after.stage.kind() == StageKind::DecisionHeld {
                let told = serde_json::to_string(&seen).expect("json");
                prop_assert!(!told.contains(NUMBER), "{}", told);
                prop_assert_eq!(&seen.answer, &None);
                if outcome.is_ok() && attempt.action == Action::Decide {
                    prop_assert_eq!(&seen, &before.stage.seen_by_applicant(&policy));
                    prop_assert!(after.today() < seen.window.expect("a window").earliest_reply_on);
                }
            }
            if let Some(answer) = seen.answer {
                let told = seen.window.expect("a window").told_on;
                prop_assert!(riyadh_date(answer.issued_at) - told >= TimeDelta::days(14));
            }
            Ok(())
        })?;
    }

    /// H2: whoever is told a day to complete by has all of that day.
    #[test]
    fn nothing_lapses_before_the_day_that_was_promised(steps in steps()) {
        let policy = Policy::default();
        walk(&steps, |before, attempt, outcome, after| {
            if let (Some(promised), Ok(()), Action::Lapse) =
                (before.stage.seen_by_applicant(&policy).complete_by, outcome, attempt.action)
            {
                prop_assert!(after.today() > promised);
            }
            Ok(())
        })?;
    }

    /// What is stored reads back as it was, at every stage a walk comes to.
    #[test]
    fn every_stage_is_stored_whole(steps in steps()) {
        walk(&steps, |_, _, _, after| {
            let stored = serde_json::to_string(&after.stage).expect("json");
            let read: Stage = serde_json::from_str(&stored).expect("reads");
            prop_assert_eq!(&read, &after.stage);
            Ok(())
        })?;
    }
}

/// The walks above are worth something only if they get everywhere.
#[test]
fn walks_reach_every_stage() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..2_000 {
        let steps = steps().new_tree(&mut runner).expect("steps").current();
        let looked = walk(&steps, |_, _, _, after| {
            reached.insert(after.stage.kind());
            Ok(())
        });
        looked.expect("nothing is asserted");
    }
    let missed: Vec<_> = StageKind::ALL.into_iter().filter(|kind| !reached.contains(kind)).collect();
    assert_eq!(missed, []);
}

/// An appeal goes to a new panel with its grounds and the answer it is against.
#[test]
fn an_appeal_keeps_its_grounds_and_the_earlier_answer() {
    let policy = Policy::default();
    let mut walk = Walk::begin();
    let day = [
        Action::Sign,
        Action::Submit,
        Action::Match,
        Action::OpenStudy,
        Action::RecordStudy,
        Action::Refer,
        Action::Decide,
    ];
    for action in day {
        walk.attempt(&Try { action, choice: Choice::Reject, hours: 0 }, &policy).expect("moves");
    }
    assert_eq!(walk.stage.kind(), StageKind::DecisionHeld);
    let early = walk.attempt(&Try { action: Action::Issue, choice: Choice::Reject, hours: 13 * 24 }, &policy);
    assert!(matches!(early, Err(NotNow::TooEarly(_))));
    for (action, hours) in [(Action::Issue, 24), (Action::Appeal, 24), (Action::Refer, 0)] {
        walk.attempt(&Try { action, choice: Choice::Reject, hours }, &policy).expect("moves");
    }
    let referred = walk.stage.referred().expect("before the committee");
    assert_eq!(referred.grounds, Some(words("grounds")));
    assert_eq!(referred.papers.len(), 1);
    assert_eq!(referred.earlier.len(), 1);
    assert_eq!(walk.stage.seen_by_applicant(&policy).answer, None);
}
