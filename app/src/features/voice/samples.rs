//! Synthetic matters for the tests of views.

use domain::{
    LongText, MatterFileId, Mobile, NaiveDate, Reference, StaffId, Timestamp,
    document::MediaType,
    programme::Bilingual,
    rating::{Level, Standing},
    views::{
        MatterCard, MatterCount, MatterEntry, MatterFileLine, MatterFolder, MatterLine, MatterQueue, MatterSheet,
        MatterStep, PublicProposal, Spoken, Writer,
    },
    voice::{Act, Decision, Kind, Publication, Stage, Subject},
};

pub fn reference() -> Reference {
    Reference::from_entropy([7; 16])
}

pub fn words(text: &str) -> LongText {
    LongText::parse(text).expect("words")
}

fn subject(text: &str) -> Subject {
    Subject::parse(text).expect("a subject")
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a date")
}

fn at(date: u32) -> Timestamp {
    day(date).and_hms_opt(7, 30, 0).expect("a time").and_utc()
}

fn name() -> Bilingual {
    Bilingual { ar: "ريم السلمي".to_owned(), en: "Reem Alsulami".to_owned() }
}

/// An inquiry as its sender reads it: answered, or waiting and late.
pub fn sheet(stage: Stage, late: bool) -> MatterSheet {
    let asked = Spoken {
        at: at(1), ours: false, words: words("متى تُصرف معونة هذا الشهر؟"), decision: None
    };
    let answer = Spoken {
        at: at(3), ours: true, words: words("يوم الخميس الأخير من الشهر."), decision: None
    };
    let answered = !stage.is_open();
    MatterSheet {
        reference: reference(),
        kind: Kind::Inquiry,
        subject: subject("موعد صرف المعونة"),
        stage,
        said: std::iter::once(asked).chain(answered.then_some(answer)).collect(),
        files: 2,
        due_on: day(9),
        late,
        may_settle: stage == Stage::Answered,
        rating: match stage {
            Stage::Answered => Standing::Open,
            Stage::Closed => Standing::Given { level: Level::Good },
            Stage::Received | Stage::InHand => Standing::Closed,
        },
        known: false,
        version: 3,
    }
}

pub fn cards() -> Vec<MatterCard> {
    vec![MatterCard {
        reference: reference(),
        kind: Kind::Complaint,
        subject: subject("السلة ناقصة"),
        stage: Stage::InHand,
        sent_on: day(1),
        due_on: day(9),
    }]
}

pub fn publication() -> Publication {
    Publication {
        title: subject("مظلة عند باب الاستقبال"),
        wording: words("أن تُوضع مظلة لمن ينتظر."),
        answer: words("اعتمدناه."),
        became: Some(words("رُكّبت قبل الصيف.")),
    }
}

pub fn proposals() -> Vec<PublicProposal> {
    vec![PublicProposal { text: publication(), decision: Decision::Adopted, published_on: day(9) }]
}

pub fn queue() -> MatterQueue {
    let line = |kind, subject: &str, stage, late, handler| MatterLine {
        reference: reference(),
        kind,
        subject: Subject::parse(subject).expect("a subject"),
        stage,
        sent_on: day(1),
        due_on: day(9),
        late,
        handler,
    };
    MatterQueue {
        lines: vec![
            line(Kind::Complaint, "لم يُرد على اتصالي", Stage::Received, true, None),
            line(Kind::Inquiry, "هل يلزم عقد موثّق؟", Stage::InHand, false, Some(name())),
        ],
        counts: vec![
            MatterCount { kind: Kind::Complaint, stage: Stage::Received, count: 1 },
            MatterCount { kind: Kind::Inquiry, stage: Stage::InHand, count: 1 },
            MatterCount { kind: Kind::Inquiry, stage: Stage::Closed, count: 4 },
        ],
        late: 1,
        kinds: vec![Kind::Inquiry, Kind::Complaint],
        more: true,
    }
}

/// A proposal on the desk: taken on and not answered, or decided and not published.
pub fn folder(decided: bool) -> MatterFolder {
    let said = MatterStep::Said { words: words("ليت عند الباب مظلة، فبيننا كبار سن.") };
    let answered = MatterStep::Answered { words: words("شكرًا لك."), decision: Some(Decision::Adopted) };
    let mut entries = vec![
        MatterEntry { at: at(1), step: said, by: None },
        MatterEntry { at: at(2), step: MatterStep::Taken, by: Some(name()) },
    ];
    if decided {
        entries.push(MatterEntry { at: at(3), step: answered, by: Some(name()) });
    }
    MatterFolder {
        reference: reference(),
        kind: Kind::Proposal,
        subject: subject("مظلة عند الباب"),
        stage: if decided { Stage::Answered } else { Stage::InHand },
        writer: Writer::Visitor { name: Some("أم فيصل".to_owned()), mobile: Mobile::parse("0501234567").ok() },
        about: None,
        entries,
        files: vec![MatterFileLine {
            id: MatterFileId(4),
            name: Some("الباب.jpg".to_owned()),
            media: MediaType::Jpeg,
            bytes: 204_800,
        }],
        due_on: day(9),
        late: !decided,
        handler: Some(StaffId(2)),
        publication: None,
        allowed: if decided { vec![Act::View, Act::Publish] } else { vec![Act::View, Act::Take, Act::Answer] },
        me: StaffId(1),
        version: 3,
    }
}
