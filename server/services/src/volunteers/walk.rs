//! The way of a volunteer, for tests: an opportunity, an application, an answer, a shift served.

use std::collections::BTreeSet;

use domain::{
    LongText, Mobile, PersonName, Reference, ShiftId, TimeDelta,
    access::{Actor, Role},
    name::NamePart,
    programme::Bilingual,
    volunteer::{Audience, ClockTime, Profile, ShiftPlan, Skill, Slug, Tongue},
};

use super::{Draft, Joining, accept, add_shift, attendance, change, confirm_hours, create, plan_sheet, sheet};
use crate::{
    Ctx,
    identity::{actor_of, open_volunteer, request_join_code},
    testing::World,
};

pub fn coordinator(world: &World) -> Ctx {
    world.staff(Role::VolunteerCoordinator)
}

/// The mobile of a volunteer with a number.
pub fn mobile(number: u32) -> Mobile {
    Mobile::parse(&format!("05100000{number:02}")).expect("a mobile")
}

pub fn draft() -> Draft {
    let both = |ar: &str, en: &str| Bilingual { ar: ar.to_owned(), en: en.to_owned() };
    Draft {
        title: both("تعبئة السلال", "Packing baskets"),
        work: both("تعبئ السلال مع الفريق.", "You pack baskets with the team."),
        place: both("المستودع", "The store"),
        audience: Audience::Everyone,
        skills: BTreeSet::from([Skill::Packing]),
        wanted: 4,
        open: true,
    }
}

/// An open opportunity with shifts of these capacities: in a week, the week after, … from four to eight.
pub async fn opportunity(world: &World, capacities: &[u16]) -> (Slug, Vec<ShiftId>) {
    let ctx = coordinator(world);
    let slug = create(&ctx, draft(), &ctx.token(16)).await.expect("written");
    let mut on = ctx.today();
    for capacity in capacities {
        on += TimeDelta::days(7);
        let time = |text| ClockTime::parse(text).expect("a time");
        let plan = ShiftPlan::new(on, time("16:00"), time("20:00"), *capacity).expect("a shift");
        add_shift(&ctx, &slug, plan).await.expect("planned");
    }
    let shifts = plan_sheet(&ctx, &slug).await.expect("a sheet").card.shifts;
    (slug, shifts.into_iter().map(|shift| shift.id).collect())
}

pub async fn close(world: &World, slug: &Slug) {
    let ctx = coordinator(world);
    let version = plan_sheet(&ctx, slug).await.expect("a sheet").version;
    change(&ctx, slug, version, Draft { open: false, ..draft() }).await.expect("closed");
}

/// What Sara fills in.
pub fn joining(slug: &Slug, wanted: &[ShiftId]) -> Joining {
    let part = |text| NamePart::parse(text).expect("a name");
    let profile = Profile {
        name: PersonName {
            own: part("سارة"),
            father: Some(part("محمد")),
            grandfather: Some(part("علي")),
            family: part("السالم"),
        },
        born_on: "1999-01-31".parse().expect("a day"),
        guardian: None,
        skills: BTreeSet::from([Skill::Packing]),
        languages: BTreeSet::from([Tongue::Arabic]),
    };
    let words = LongText::parse("أحب أن أساعد").ok();
    Joining { slug: slug.clone(), profile: Some(profile), wanted: wanted.to_vec(), words }
}

/// Applies, with the code that was sent. Gives the volunteer and the reference.
pub async fn joined(world: &World, number: u32, slug: &Slug, wanted: &[ShiftId]) -> (Ctx, Reference) {
    let visitor = world.visitor();
    let token = request_join_code(&visitor, &mobile(number), joining(slug, wanted)).await.expect("asked");
    let code = world.last_code().await;
    let (session, reference) = open_volunteer(&visitor, &token, &code).await.expect("in");
    let actor = actor_of(&visitor, session.as_str()).await.expect("read");
    (world.acting_as(actor), reference.expect("received"))
}

/// The volunteer with a number, now.
pub async fn volunteer(world: &World, number: u32) -> Ctx {
    let found = store::volunteers::find_by_mobile(&world.house.db, &mobile(number)).await;
    world.acting_as(Actor::Volunteer { id: found.expect("read").expect("known").id })
}

pub async fn accepted(world: &World, reference: &Reference) {
    let ctx = coordinator(world);
    let version = sheet(&ctx, reference).await.expect("a sheet").version;
    accept(&ctx, reference, version).await.expect("accepted");
}

/// A volunteer who served a shift of so many minutes, eight days from the beginning.
pub async fn served(world: &World, number: u32, minutes: u16) -> (Reference, Vec<ShiftId>) {
    let (slug, shifts) = opportunity(world, &[2]).await;
    let (_, reference) = joined(world, number, &slug, &shifts).await;
    accepted(world, &reference).await;
    world.pass_days(8);
    let ctx = coordinator(world);
    let held = attendance(&ctx, shifts[0]).await.expect("a sheet");
    let came = vec![(held.lines[0].place, minutes)];
    confirm_hours(&ctx, shifts[0], held.version, came).await.expect("confirmed");
    (reference, shifts)
}
