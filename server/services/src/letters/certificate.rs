//! The certificate of a volunteer (C6).

use domain::{
    CertificateId, NaiveDate,
    access::Actor,
    volunteer::{Act, may},
};
use i18n::pick;
use store::volunteers::{applications, certificates, opportunities};

use crate::{Ctx, Error, Result};

/// What a certificate says, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub number: String,
    /// The civil day in Riyadh on which it was issued.
    pub date: NaiveDate,
    pub volunteer: String,
    pub opportunity: String,
    /// Confirmed minutes.
    pub minutes: u32,
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// The address at which anybody checks it.
    pub verify: String,
}

/// A certificate, for the volunteer it was issued to and for those who see every application.
pub async fn certificate(ctx: &Ctx, id: CertificateId) -> Result<Certificate> {
    if *ctx.actor() == Actor::Visitor {
        return Err(Error::NotSignedIn);
    }
    let found = certificates::find(ctx.db(), id).await?.ok_or(Error::NotFound)?;
    let application = applications::find(ctx.db(), found.application).await?.ok_or(Error::NotFound)?;
    let own = matches!(ctx.actor(), Actor::Volunteer { id } if *id == application.volunteer);
    if !own && !may(ctx.actor(), Act::SeeAll) {
        return Err(Error::NotFound);
    }
    let kept = opportunities::find(ctx.db(), application.opportunity).await?.ok_or(Error::NotFound)?;
    let path = i18n::localised(ctx.locale(), &format!("/verify/{}", found.token));
    Ok(Certificate {
        number: found.number,
        date: found.issued_on,
        volunteer: found.name.full(),
        opportunity: pick(&kept.opportunity.title, ctx.locale()).to_owned(),
        minutes: found.minutes,
        from: found.since,
        until: found.until,
        verify: format!("{}{path}", ctx.house().public_url),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        testing::World,
        volunteers::{certify, walk},
    };

    #[tokio::test]
    async fn a_certificate_is_its_volunteers() {
        let world = World::new().await;
        let (reference, _) = walk::served(&world, 1, 240).await;
        let coordinator = walk::coordinator(&world);
        let id = certify(&coordinator, &reference).await.expect("issued");
        let (slug, _) = walk::opportunity(&world, &[1]).await;
        let (other, _) = walk::joined(&world, 2, &slug, &[]).await;
        for reader in [walk::volunteer(&world, 1).await, coordinator] {
            let letter = certificate(&reader, id).await.expect("theirs");
            assert_eq!((letter.volunteer.as_str(), letter.minutes), ("سارة محمد علي السالم", 240));
            assert!(letter.verify.starts_with("https://wisal.example/verify/"));
        }
        assert!(matches!(certificate(&other, id).await, Err(Error::NotFound)));
        assert!(matches!(certificate(&world.beneficiary(), id).await, Err(Error::NotFound)));
        assert!(matches!(certificate(&world.visitor(), id).await, Err(Error::NotSignedIn)));
    }
}
