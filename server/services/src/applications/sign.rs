//! The applicant confirms that the data are correct and signs (H4); the code that seals it goes to their own phone.

use domain::{
    Invalid, Reference,
    access::Action,
    name,
    representation::{Capacity, Representative},
    request::NotNow,
    signature::{AnswersHash, Mark, Signature},
};
use store::{Source, Tx, requests::Row};

use crate::{
    Ctx, Error, Result,
    identity::codes::{self, Purpose},
    messages::{self, Message},
    requests::{self, Move},
};

/// Signs the answers exactly as they are and sends the code. Refused while something asked for is open, without the
/// confirmation, or under another name.
pub async fn sign(ctx: &Ctx, reference: &Reference, seen: i64, confirmed: bool, mark: Mark) -> Result<()> {
    may_be_sent_a_code(ctx, reference, Action::Sign).await?;
    let (caller, reference) = (ctx.clone(), reference.clone());
    ctx.db().write(move |tx| Box::pin(async move { put(&caller, tx, &reference, seen, confirmed, mark).await })).await
}

async fn put(ctx: &Ctx, tx: &Tx, reference: &Reference, seen: i64, confirmed: bool, mark: Mark) -> Result<()> {
    let step = Move { reference, action: Action::Sign, seen: Some(seen), leaves: None };
    let mut row = requests::begin(ctx, tx, &step).await?;
    let programme = requests::programme(tx, &row).await?;
    if !row.answers.open_sections(&programme.documents).is_empty() {
        return Err(Error::field("declaration", Invalid::Missing));
    }
    if !confirmed {
        return Err(Error::field("declaration", Invalid::DeclarationNotConfirmed));
    }
    check_name(&row, guardian(tx, &row).await?.as_ref(), &mark)?;
    let signature = Signature::over(&row.answers, mark, ctx.now());
    let hash = signature.answers.clone();
    requests::advance(&mut row, |stage| stage.sign(signature))?;
    requests::finish(ctx, tx, &step, &mut row, None).await?;
    send_code(ctx, tx, &row, &hash).await
}

/// Sends a new code for the signature that stands; the former one is void.
pub async fn send_code_again(ctx: &Ctx, reference: &Reference) -> Result<()> {
    may_be_sent_a_code(ctx, reference, Action::Submit).await?;
    let (caller, reference) = (ctx.clone(), reference.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let row = requests::find(&caller, tx, &reference, Action::Submit).await?;
                let hash = signed_answers(&row)?;
                send_code(&caller, tx, &row, &hash).await
            })
        })
        .await
}

/// The hash of the answers, if the signature covers them.
pub(super) fn signed_answers(row: &Row) -> Result<AnswersHash> {
    let hash = row.answers.hash();
    match row.stage.signature() {
        None => Err(NotNow::Unsigned.into()),
        Some(signature) if signature.covers(&hash) => Ok(hash),
        Some(_) => Err(NotNow::SignatureVoid.into()),
    }
}

/// What a code of signature opens: this request with these answers, and nothing else.
pub(super) fn subject(reference: &Reference, hash: &AnswersHash) -> String {
    format!("{reference}:{}", hash.0)
}

async fn may_be_sent_a_code(ctx: &Ctx, reference: &Reference, action: Action) -> Result<()> {
    let row = requests::find(ctx, ctx.db(), reference, action).await?;
    let person = store::people::find(ctx.db(), row.person).await?.ok_or(Error::NotFound)?;
    codes::allow_sending(ctx, &person.mobile).await
}

async fn send_code(ctx: &Ctx, tx: &Tx, row: &Row, hash: &AnswersHash) -> Result<()> {
    let facts = serde_json::json!({ "answers": hash.0 });
    let code = codes::issue(ctx, tx, Purpose::Sign, &subject(&row.reference, hash), facts, codes::SHORT).await?;
    let key = format!("{}:signature:{}", row.reference, ctx.token(8));
    let message = Message::SignatureCode { code };
    messages::tell(tx, ctx.house(), row.person, Some(row.id), &message, key, ctx.now()).await
}

/// The guardian, who signs for the applicant. A delegate does not: the applicant's own name and phone stand for it.
async fn guardian(source: &impl Source, row: &Row) -> Result<Option<Representative>> {
    let named = store::representations::of_request(source, row.id).await?;
    Ok(named.filter(|named| named.capacity == Capacity::Guardian))
}

/// A typed signature is the signer's own name, however it is spelt.
fn check_name(row: &Row, guardian: Option<&Representative>, mark: &Mark) -> Result<()> {
    let Mark::Typed { name: typed } = mark else { return Ok(()) };
    let own = match guardian {
        Some(guardian) => Some(name::normalise(guardian.name.as_str())),
        None => row.answers.identity.as_ref().map(|identity| identity.name.normalised()),
    };
    if own.is_some_and(|own| own == name::normalise(typed.as_str())) {
        Ok(())
    } else {
        Err(Error::field("signature", Invalid::SignatureNameDiffers))
    }
}

#[cfg(test)]
mod tests {
    use domain::{ShortText, access::Role};

    use super::*;
    use crate::testing::{World, answers, mark};

    #[tokio::test]
    async fn the_signature_stands_for_the_answers_as_they_are() {
        let world = World::new().await;
        let reference = world.drafted().await;
        let row = world.row(&reference).await;
        sign(&world.beneficiary(), &reference, row.version, true, mark()).await.expect("signed");
        let row = world.row(&reference).await;
        assert!(row.stage.signature().expect("signature").covers(&row.answers.hash()));
        assert_eq!(world.last_code().await.len(), 6);
    }

    #[tokio::test]
    async fn without_confirmation_completeness_or_the_own_name_there_is_no_signature() {
        let world = World::new().await;
        let reference = world.drafted().await;
        let ctx = world.beneficiary();
        let version = world.row(&reference).await.version;
        let unconfirmed = sign(&ctx, &reference, version, false, mark()).await;
        assert!(matches!(unconfirmed, Err(Error::Field { why: Invalid::DeclarationNotConfirmed, .. })));
        let other = Mark::Typed { name: ShortText::parse("خالد عبد الله الحربي").expect("name") };
        let foreign = sign(&ctx, &reference, version, true, other).await;
        assert!(matches!(foreign, Err(Error::Field { why: Invalid::SignatureNameDiffers, .. })));
        let spelt = Mark::Typed { name: ShortText::parse("ساره محمّد علي السالم").expect("name") };
        sign(&ctx, &reference, version, true, spelt).await.expect("her own name");
        let second =
            crate::applications::start(&world.stranger(), crate::testing::PROGRAMME, "k").await.expect("started");
        let open = sign(&world.stranger(), &second, 1, true, mark()).await;
        assert!(matches!(open, Err(Error::Field { field: "declaration", why: Invalid::Missing })));
    }

    #[tokio::test]
    async fn nobody_signs_for_the_applicant() {
        let world = World::new().await;
        let reference = world.drafted().await;
        let version = world.row(&reference).await.version;
        assert!(matches!(sign(&world.visitor(), &reference, version, true, mark()).await, Err(Error::NotSignedIn)));
        for other in [world.stranger(), world.staff(Role::RelationsOfficer), world.system()] {
            assert!(matches!(sign(&other, &reference, version, true, mark()).await, Err(Error::NotFound)));
        }
        assert!(matches!(
            sign(&world.beneficiary(), &reference, version - 1, true, mark()).await,
            Err(Error::Conflict)
        ));
    }

    #[tokio::test]
    async fn a_new_code_voids_the_former() {
        let world = World::new().await;
        let reference = world.signed().await;
        let ctx = world.beneficiary();
        let first = world.last_code().await;
        send_code_again(&ctx, &reference).await.expect("sent");
        let second = world.last_code().await;
        assert_ne!(first, second);
        assert!(crate::applications::submit(&ctx, &reference, &first, "k").await.is_err());
        crate::applications::submit(&ctx, &reference, &second, "k").await.expect("sent");
    }

    #[tokio::test]
    async fn without_a_signature_no_code_is_sent() {
        let world = World::new().await;
        let reference = world.drafted().await;
        let ctx = world.beneficiary();
        assert!(matches!(send_code_again(&ctx, &reference).await, Err(Error::NotNow(NotNow::Unsigned))));
        let row = world.row(&reference).await;
        sign(&ctx, &reference, row.version, true, mark()).await.expect("signed");
        let version = world.row(&reference).await.version;
        crate::applications::save(&ctx, &reference, version, answers::livelihood(7)).await.expect("edited");
        assert!(matches!(send_code_again(&ctx, &reference).await, Err(Error::NotNow(NotNow::Unsigned))));
    }
}
