//! A person starts an application, or goes on with the one they have open.

use domain::{
    Invalid, PersonId, Reference, access::Action, application::Answers, programme::ProgrammeSpec,
    representation::Representative, request::StageKind, views::TimelineKind,
};
use store::{
    Tx,
    people::Person,
    requests::{NewDraft, Row},
};

use crate::{
    Ctx, Error, Result,
    messages::{self, Message},
    requests,
};

use super::{applicant, once::Once};

/// Opens an application for a programme and gives its reference. An application of the same programme that is still
/// with the person is given instead of a second one; what they told in an earlier request is not asked again.
pub async fn start(ctx: &Ctx, slug: &str, once: &str) -> Result<Reference> {
    ctx.require_beside(Action::Apply)?;
    let person = applicant(ctx)?;
    let once = Once::new(ctx, "apply.start", once)?;
    let (caller, slug, key) = (ctx.clone(), slug.to_owned(), once.clone());
    let outcome = ctx.db().write(move |tx| Box::pin(async move { open(&caller, tx, person, &slug, &key).await })).await;
    once.settle(ctx, outcome).await
}

async fn open(ctx: &Ctx, tx: &Tx, person: PersonId, slug: &str, once: &Once) -> Result<Reference> {
    if let Some(reference) = once.answered(tx).await? {
        return Ok(reference);
    }
    let spec = store::programmes::by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    let earlier = store::requests::of_person(tx, person).await?;
    if let Some(row) = open_one(&earlier, slug) {
        return Ok(row.reference.clone());
    }
    let known = store::people::find(tx, person).await?.ok_or(Error::NotSignedIn)?;
    let row = draft(ctx, tx, spec, &known, told_before(&earlier)).await?;
    once.remember(ctx, tx, &row.reference).await?;
    Ok(row.reference)
}

/// Opens an application for another person who agreed to it. Nothing they told before is shown to their
/// representative, so an application they opened themselves stays theirs.
pub(crate) async fn open_for(
    ctx: &Ctx,
    tx: &Tx,
    slug: &str,
    applicant: PersonId,
    representative: &Representative,
) -> Result<Reference> {
    let spec = store::programmes::by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    let earlier = store::requests::of_person(tx, applicant).await?;
    if let Some(row) = open_one(&earlier, slug) {
        let named = store::representations::of_request(tx, row.id).await?;
        return match named.filter(|named| named.person == representative.person) {
            Some(_) => Ok(row.reference.clone()),
            None => Err(Error::field("code", Invalid::HasOpenRequest)),
        };
    }
    let known = store::people::find(tx, applicant).await?.ok_or(Error::NotFound)?;
    let row = draft(ctx, tx, spec, &Person { name: None, ..known }, Answers::default()).await?;
    store::representations::begin(tx, row.id, representative).await?;
    requests::leave(ctx, tx, &row, TimelineKind::RepresentativeNamed).await?;
    let message = Message::RepresentativeNamed { reference: row.reference.clone() };
    let key = format!("{}:{}", row.reference, message.template());
    messages::tell(tx, ctx.house(), applicant, Some(row.id), &message, key, ctx.now()).await?;
    Ok(row.reference)
}

/// An application of this programme that still waits for its applicant.
fn open_one<'a>(earlier: &'a [Row], slug: &str) -> Option<&'a Row> {
    earlier.iter().find(|row| row.programme_slug == slug && with_applicant(row))
}

async fn draft(ctx: &Ctx, tx: &Tx, spec: ProgrammeSpec, applicant: &Person, answers: Answers) -> Result<Row> {
    if !spec.takes_applications(ctx.today()) {
        return Err(Error::Closed);
    }
    let draft = NewDraft {
        reference: Reference::from_entropy(ctx.random()),
        programme_slug: spec.slug,
        programme_version: spec.version,
        policy_version: store::settings::policy_current(tx, ctx.now()).await?.version,
        person: applicant.id,
        branch: match applicant.branch {
            Some(branch) => branch,
            None => first_branch(tx).await?,
        },
        answers,
        applicant_name: applicant.name.clone(),
        at: ctx.now(),
    };
    let id = store::requests::insert_draft(tx, &draft).await?;
    let row = store::requests::find(tx, id).await?.ok_or(Error::NotFound)?;
    requests::leave(ctx, tx, &row, TimelineKind::Started).await?;
    let subject = format!("request:{}", row.reference);
    requests::audit(ctx, tx, Action::Apply, &subject, serde_json::json!({ "programme": row.programme_slug })).await?;
    Ok(row)
}

/// The request waits for its applicant, not for the association.
fn with_applicant(row: &Row) -> bool {
    matches!(row.stage.kind(), StageKind::Draft | StageKind::Returned)
}

/// Who the person is and who lives with them, as last told. Money, need and papers are asked anew: they change.
fn told_before(earlier: &[Row]) -> Answers {
    let newest = |found: fn(&Answers) -> bool| earlier.iter().map(|row| &row.answers).find(|answers| found(answers));
    Answers {
        identity: newest(|answers| answers.identity.is_some()).and_then(|answers| answers.identity.clone()),
        household: newest(|answers| answers.household.is_some()).and_then(|answers| answers.household.clone()),
        ..Answers::default()
    }
}

/// The branch that takes requests nobody is assigned to: the oldest.
async fn first_branch(tx: &Tx) -> Result<i64> {
    let branches = store::branches::all(tx).await?;
    let first = branches.first().ok_or_else(|| Error::Internal("there is no branch".to_owned()))?;
    Ok(first.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{CLOSED, PROGRAMME, World};

    #[tokio::test]
    async fn a_double_click_starts_one_application() {
        let world = World::new().await;
        let ctx = world.beneficiary();
        let first = start(&ctx, PROGRAMME, "k1").await.expect("started");
        assert_eq!(start(&ctx, PROGRAMME, "k1").await.expect("again"), first);
        assert_eq!(start(&ctx, PROGRAMME, "k2").await.expect("the open one"), first);
        assert_eq!(store::requests::of_person(ctx.db(), world.person).await.expect("rows").len(), 1);
    }

    #[tokio::test]
    async fn the_key_of_one_person_says_nothing_to_another() {
        let world = World::new().await;
        let mine = start(&world.beneficiary(), PROGRAMME, "k1").await.expect("started");
        let theirs = start(&world.stranger(), PROGRAMME, "k1").await.expect("started");
        assert_ne!(mine, theirs);
    }

    #[tokio::test]
    async fn only_a_person_applies_and_only_while_the_programme_is_open() {
        let world = World::new().await;
        assert!(matches!(start(&world.visitor(), PROGRAMME, "").await, Err(Error::NotSignedIn)));
        let officer = world.staff(domain::access::Role::RelationsOfficer);
        assert!(matches!(start(&officer, PROGRAMME, "").await, Err(Error::Forbidden(Action::Apply))));
        assert!(matches!(start(&world.beneficiary(), "unknown", "").await, Err(Error::NotFound)));
        assert!(matches!(start(&world.beneficiary(), CLOSED, "").await, Err(Error::Closed)));
    }

    #[tokio::test]
    async fn what_was_told_before_is_not_asked_again() {
        let world = World::new().await;
        world.submitted().await;
        let second = start(&world.beneficiary(), PROGRAMME, "second").await.expect("started");
        let answers = world.row(&second).await.answers;
        assert!(answers.identity.is_some() && answers.household.is_some());
        assert!(answers.livelihood.is_none() && answers.need.is_none() && answers.documents.is_empty());
    }
}
