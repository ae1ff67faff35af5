//! A synthetic request for the tests of views: a widow with two children in a rented home.

use std::collections::BTreeMap;

use domain::{
    DocumentId, Halalas, Iban, LongText, Mobile, NaiveDate, NationalId, PersonId, PersonName, Reference, SessionId,
    ShortText, StaffId, TimeDelta, Timestamp,
    access::{Action, Role},
    application::{Answers, Group, Identity, Need, Urgency},
    document::{DocumentKind, DocumentRule, MediaType, Page, Pages, Validity},
    eligibility::{Facts, Rule},
    household::{Debt, DebtKind, Household, Income, IncomeKind, Kinship, Livelihood, Member, Tenure},
    matching::{Compared, MatchField, MatchSheet, Seen},
    name::NamePart,
    programme::{Award, Bilingual, Opening, ProgrammeSpec, SupportKind},
    request::{Matched, Stage, StageKind, Submitted, UnderStudy},
    signature::{AnswersHash, Mark, Signature, Strokes},
    study::ScoreRule,
    views::{
        Desk, DocumentLine, OfficeFrame, Queue, QueueLine, RequestSheet, SessionLine, SessionState, StaffSelf, Suspect,
        TimelineEntry, TimelineKind,
    },
    window::{Window, WindowRule},
};

fn bilingual(ar: &str, en: &str) -> Bilingual {
    Bilingual { ar: ar.to_owned(), en: en.to_owned() }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

/// Sunday 22 November 2026, nine in the morning in Riyadh.
fn received() -> Timestamp {
    Timestamp::from_timestamp(1_795_327_200, 0).expect("a moment")
}

fn reference() -> Reference {
    Reference::from_entropy([7; 16])
}

fn name() -> PersonName {
    let part = |text| NamePart::parse(text).expect("a name");
    PersonName {
        own: part("سارة"), father: Some(part("محمد")), grandfather: Some(part("علي")), family: part("السالم")
    }
}

fn answers() -> Answers {
    let member = |name: &str, kinship, born_on| Member::new(ShortText::parse(name).expect("a name"), kinship, born_on);
    Answers {
        identity: Some(Identity {
            name: name(),
            born_on: day(1985, 3, 14),
            group: Group::Widow,
            city: ShortText::parse("مكة المكرمة").expect("a city"),
            address: None,
        }),
        household: Some(Household {
            members: vec![
                member("نورة", Kinship::Daughter, day(2015, 6, 1)),
                member("سالم", Kinship::Son, day(2018, 9, 20)),
            ],
            tenure: Tenure::Rented,
        }),
        livelihood: Some(Livelihood {
            incomes: vec![Income { kind: IncomeKind::SocialSecurity, monthly: Halalas::from_riyals(2_500) }],
            rent: Halalas::from_riyals(1_200),
            debts: vec![Debt { kind: DebtKind::Bank, monthly: Halalas::from_riyals(300) }],
        }),
        need: Some(Need {
            words: LongText::parse("تأخر إيجار البيت شهرين، وأخشى الإخلاء.").expect("words"),
            urgency: Urgency::ThisMonth,
            iban: Iban::parse("SA03 8000 0000 6080 1016 7519").ok(),
            replies: domain::question::Replies::default(),
        }),
        documents: Vec::new(),
    }
}

fn programme() -> ProgrammeSpec {
    ProgrammeSpec {
        slug: "rent-support".to_owned(),
        version: 1,
        support: SupportKind::Rent,
        name: bilingual("سداد الإيجار", "Rent support"),
        summary: bilingual("نعينك على إيجار بيتك.", "We help with your rent."),
        gives: bilingual("إيجار ستة أشهر", "Six months of rent"),
        groups: vec![Group::Widow],
        questions: Vec::new(),
        documents: vec![
            DocumentRule { kind: DocumentKind::FamilyRecord, valid_days: None },
            DocumentRule { kind: DocumentKind::IncomeProof, valid_days: Some(90) },
        ],
        eligibility: Rule::PerHeadAtMost(Halalas::from_riyals(750)),
        award: Award::Cash { amount: Halalas::from_riyals(6_000) },
        opening: Opening::Open,
    }
}

pub fn submitted() -> Submitted {
    let mark = Mark::Drawn { strokes: Strokes::parse("M10,10 L40,60 L80,20 L120,70").expect("strokes") };
    Submitted {
        signature: Signature { mark, answers: AnswersHash("0".repeat(64)), signed_at: received() },
        submitted_at: received(),
        window: Window::open(day(2026, 11, 22), WindowRule::default()),
    }
}

pub fn under_study() -> Stage {
    let compared = MatchField::of(&answers()).into_iter().map(|field| Compared { field, seen: Seen::Agrees });
    let sheet = MatchSheet::close(&answers(), compared.collect(), &[], Vec::new(), StaffId(1), received());
    let matched = Matched { submitted: submitted(), sheet: sheet.expect("a match") };
    Stage::UnderStudy(UnderStudy { matched, opened_by: StaffId(2), opened_at: received(), study: None })
}

fn documents() -> Vec<DocumentLine> {
    let line = |id, kind, media, validity| DocumentLine {
        id: DocumentId(id),
        kind,
        pages: Pages::of(Page { media, bytes: 184_320, sha256: "0".repeat(64) }),
        issued_on: Some(day(2026, 7, 1)),
        validity: Some(validity),
    };
    let mut record = line(1, DocumentKind::FamilyRecord, MediaType::Pdf, Validity::Valid);
    record.pages.add(Page { media: MediaType::Jpeg, bytes: 90_000, sha256: "1".repeat(64) }).expect("a page");
    vec![record, line(2, DocumentKind::IncomeProof, MediaType::Jpeg, Validity::Expired { since: day(2026, 9, 29) })]
}

/// A request at a stage, on the tenth day of its window.
pub fn sheet(stage: Stage, allowed: Vec<Action>) -> RequestSheet {
    let answers = answers();
    let by = Some(bilingual("هند الحربي", "Hind Al-Harbi"));
    RequestSheet {
        reference: reference(),
        version: 9,
        programme: programme(),
        applicant_name: name().full(),
        national_id: NationalId::parse("1058529940").expect("an ID"),
        mobile: Mobile::parse("0501234567").expect("a mobile"),
        representative: None,
        iban: answers.need.as_ref().and_then(|need| need.iban.clone()),
        stage,
        documents: documents(),
        to_match: MatchField::of(&answers),
        suspects: vec![Suspect {
            person: PersonId(12),
            name: "ساره محمد علي السالم".to_owned(),
            national_id_masked: "1•••••8278".to_owned(),
            same_mobile: true,
            ruling: None,
        }],
        eligibility: programme().eligibility.explain(&Facts::of(&answers, day(2026, 11, 22))),
        score_rule: ScoreRule::default(),
        timeline: vec![
            TimelineEntry { kind: TimelineKind::Submitted, at: received(), by: None },
            TimelineEntry { kind: TimelineKind::Matched, at: received() + TimeDelta::days(2), by },
        ],
        allowed,
        sessions: vec![SessionLine {
            id: SessionId(3),
            title: "الجلسة الحادية عشرة".to_owned(),
            held_on: day(2026, 12, 6),
            state: SessionState::Open,
            files: 4,
        }],
        session: None,
        today: day(2026, 12, 2),
        answers,
    }
}

pub fn queue() -> Queue {
    let line = |id, name: &str, stage, days: i64| QueueLine {
        id,
        reference: Reference::from_entropy([u8::try_from(id).unwrap_or(0); 16]),
        applicant_name: name.to_owned(),
        programme: programme().name,
        stage,
        submitted_at: Some(received()),
        window: Some(Window::open(day(2026, 12, 2) - TimeDelta::days(days), WindowRule::default())),
        updated_at: received(),
    };
    Queue {
        lines: vec![
            line(1, "خالد سعد ناصر الغامدي", StageKind::Submitted, 33),
            line(2, "سارة محمد علي السالم", StageKind::Submitted, 16),
            line(3, "منى عبد الله حسن الزهراني", StageKind::Accepted, 24),
            line(4, "فاطمة أحمد يوسف المالكي", StageKind::Submitted, 2),
        ],
        counts: BTreeMap::from([
            (StageKind::Submitted, 3),
            (StageKind::Returned, 1),
            (StageKind::UnderStudy, 6),
            (StageKind::Accepted, 1),
        ]),
        mine: vec![StageKind::Submitted, StageKind::Accepted],
        next: None,
        today: Some(day(2026, 12, 2)),
    }
}

pub fn frame() -> OfficeFrame {
    let me = StaffSelf {
        id: StaffId(1),
        name: bilingual("هند الحربي", "Hind Al-Harbi"),
        roles: vec![Role::RelationsOfficer],
        desks: vec![Desk::Requests, Desk::Voices],
    };
    OfficeFrame { me, waiting: 4, voices: Some(2) }
}
