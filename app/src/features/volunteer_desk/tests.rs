//! What the coordinator sees, in both languages.

use std::collections::BTreeSet;

use domain::{
    LongText, Mobile, NaiveDate, PersonName, PlaceId,
    name::NamePart,
    views::{
        AttendanceLine, AttendanceSheet, PlanList, PlanSheet, VolunteerFilter, VolunteerLine, VolunteerQueue,
        VolunteerSheet,
    },
    volunteer::{Act, Attendance, Profile, Skill, Standing, StandingKind, Tongue},
};
use i18n::Locale;
use leptos::prelude::*;

use super::{
    application::ApplicationView,
    attendance::AttendanceView,
    plan::{NewPlanView, PlanView},
    plans::PlansView,
    queue::QueueView,
};
use crate::{
    features::volunteer::samples::{at, card, my_shifts, reference, shift, slug},
    form::{Refused, Values, use_form},
    public::tests::render,
};

fn mobile() -> Mobile {
    Mobile::parse("0500000001").expect("a mobile")
}

fn profile() -> Profile {
    let part = |text| NamePart::parse(text).expect("a name");
    Profile {
        name: PersonName {
            own: part("سارة"),
            father: Some(part("محمد")),
            grandfather: Some(part("علي")),
            family: part("السالم"),
        },
        born_on: NaiveDate::from_ymd_opt(2010, 1, 31).expect("a day"),
        guardian: Mobile::parse("0500000002").ok(),
        skills: BTreeSet::from([Skill::Packing]),
        languages: BTreeSet::from([Tongue::Arabic, Tongue::Sign]),
    }
}

fn queue() -> VolunteerQueue {
    let line = VolunteerLine {
        reference: reference(),
        name: profile().name.full(),
        title: card().opportunity.title,
        standing: StandingKind::Received,
        at: at(),
    };
    VolunteerQueue { lines: vec![line], counts: [(StandingKind::Received, 1)].into() }
}

fn sheet(standing: Standing, allowed: Vec<Act>) -> VolunteerSheet {
    VolunteerSheet {
        reference: reference(),
        version: 3,
        profile: profile(),
        mobile: mobile(),
        age: 16,
        slug: slug(),
        title: card().opportunity.title,
        words: LongText::parse("أحب أن أساعد").ok(),
        standing,
        at: at(),
        shifts: my_shifts(),
        minutes: 210,
        certificates: Vec::new(),
        allowed,
    }
}

fn attendance(may_confirm: bool) -> AttendanceSheet {
    let line = |id, attendance| AttendanceLine {
        place: PlaceId(id),
        name: profile().name.full(),
        mobile: mobile(),
        attendance,
    };
    AttendanceSheet {
        shift: shift(1, 3, 6),
        version: 2,
        slug: slug(),
        title: card().opportunity.title,
        lines: vec![line(7, Attendance::Came { minutes: 210 }), line(8, Attendance::Missed), line(9, Attendance::Held)],
        may_confirm,
    }
}

#[tokio::test]
async fn the_pages_are_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let list = render(locale, || {
            let filter = VolunteerFilter { standing: Some(StandingKind::Received), search: None };
            view! { <QueueView filter queue=queue()/> }
        });
        insta::assert_snapshot!(format!("queue_{tag}"), list);
        let one = render(locale, || {
            let sheet = sheet(Standing::Received, vec![Act::Answer, Act::Certify]);
            view! { <ApplicationView sheet form=use_form("answer")/> }
        });
        insta::assert_snapshot!(format!("application_{tag}"), one);
        let plan = render(locale, || {
            let sheet = PlanSheet { card: card(), version: 4, may_plan: true };
            view! { <PlanView sheet plan=use_form("plan") shift=use_form("shift")/> }
        });
        insta::assert_snapshot!(format!("plan_{tag}"), plan);
        let list = PlanList { cards: vec![card()], may_plan: true };
        let plans = render(locale, move || view! { <PlansView list/> });
        insta::assert_snapshot!(format!("plans_{tag}"), plans);
        let sheet = render(locale, || view! { <AttendanceView sheet=attendance(true) form=use_form("attendance")/> });
        insta::assert_snapshot!(format!("attendance_{tag}"), sheet);
    }
}

#[tokio::test]
async fn who_only_looks_is_offered_nothing_to_do() {
    let html = render(Locale::ar, || {
        view! { <ApplicationView sheet=sheet(Standing::Received, Vec::new()) form=use_form("answer")/> }
    });
    assert!(!html.contains("<form"));
    let html = render(Locale::ar, || {
        let sheet = PlanSheet { card: card(), version: 4, may_plan: false };
        view! { <PlanView sheet plan=use_form("plan") shift=use_form("shift")/> }
    });
    assert!(!html.contains("<form"));
    let html = render(Locale::ar, || view! { <AttendanceView sheet=attendance(false) form=use_form("attendance")/> });
    assert!(!html.contains("<form") && html.contains("بعد بداية النوبة"));
}

#[tokio::test]
async fn what_was_typed_stays() {
    let html = render(Locale::en, || {
        let values = [("title_ar", "<b>عنوان"), ("skills", "driving"), ("open", "yes")];
        let values = Values(values.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec());
        let problems = vec![("title_en".to_owned(), domain::Invalid::Missing)];
        provide_context(Refused { form: "plan".to_owned(), values, problems, error: None });
        view! { <NewPlanView form=use_form("plan")/> }
    });
    assert!(html.contains("&lt;b&gt;عنوان") && !html.contains("<b>"));
    assert!(html.contains("error-summary") && html.contains(r#"name="once""#));
}
