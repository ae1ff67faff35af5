//! A synthetic opportunity and volunteer, for tests of views.

use std::collections::BTreeSet;

use domain::{
    CertificateId, NaiveDate, Reference, ShiftId, Timestamp,
    programme::Bilingual,
    views::{CertificateLine, MyApplication, MyShift, OpportunityCard, OpportunitySheet, ShiftLine, VolunteerPage},
    volunteer::{Attendance, Audience, ClockTime, Opportunity, ShiftPlan, Skill, Slug, StandingKind},
};

pub fn both(ar: &str, en: &str) -> Bilingual {
    Bilingual { ar: ar.to_owned(), en: en.to_owned() }
}

pub fn slug() -> Slug {
    Slug::parse("packing-food-baskets-1").expect("a slug")
}

pub fn reference() -> Reference {
    Reference::from_entropy([7; 16])
}

pub fn at() -> Timestamp {
    Timestamp::from_timestamp(1_795_327_200, 0).expect("a moment")
}

pub fn shift(id: i64, day: u32, left: u16) -> ShiftLine {
    let time = |text| ClockTime::parse(text).expect("a time");
    let on = NaiveDate::from_ymd_opt(2026, 12, day).expect("a day");
    ShiftLine { id: ShiftId(id), plan: ShiftPlan::new(on, time("16:00"), time("20:00"), 8).expect("a shift"), left }
}

pub fn card() -> OpportunityCard {
    OpportunityCard {
        opportunity: Opportunity {
            slug: slug(),
            title: both("تعبئة السلال الغذائية", "Packing food baskets"),
            work: both("تفرز المواد وتعبئها مع الفريق.", "You sort and pack food with the team."),
            place: both("مستودع الجمعية، حي الملك فهد", "The association’s store, King Fahd district"),
            audience: Audience::Everyone,
            skills: BTreeSet::from([Skill::Packing, Skill::Driving]),
            wanted: 12,
            open: true,
        },
        left: 5,
        shifts: vec![shift(1, 3, 0), shift(2, 10, 2)],
    }
}

pub fn sheet() -> OpportunitySheet {
    OpportunitySheet { card: card(), me: None, applied: None }
}

pub fn certificate() -> CertificateLine {
    CertificateLine {
        id: CertificateId(4),
        number: "V-1448-0004".to_owned(),
        title: card().opportunity.title,
        minutes: 210,
        issued_on: NaiveDate::from_ymd_opt(2026, 12, 5).expect("a day"),
    }
}

pub fn my_shifts() -> Vec<MyShift> {
    let mine = |line, attendance, may_change| MyShift { line, attendance, may_change, over: false };
    vec![
        MyShift { over: true, ..mine(shift(5, 2, 1), Some(Attendance::Held), false) },
        mine(shift(1, 3, 0), Some(Attendance::Came { minutes: 210 }), false),
        mine(shift(2, 10, 2), Some(Attendance::Held), true),
        mine(shift(3, 17, 4), None, true),
        mine(shift(4, 24, 0), None, false),
    ]
}

pub fn page() -> VolunteerPage {
    let OpportunityCard { opportunity, .. } = card();
    VolunteerPage {
        name: "سارة".to_owned(),
        minutes: 210,
        applications: vec![MyApplication {
            reference: reference(),
            slug: slug(),
            title: opportunity.title,
            place: opportunity.place,
            standing: StandingKind::Accepted,
            reason: None,
            at: at(),
            shifts: my_shifts(),
            minutes: 210,
        }],
        certificates: vec![certificate()],
    }
}
