//! Certificates: issued by the coordinator over confirmed hours, checked by anybody with the QR code.

use domain::{
    CertificateId, HijriDate, Reference,
    views::CertificateCheck,
    volunteer::{Act, Attendance, NotPossible, StandingKind, initials},
};
use store::{
    Tx, counters,
    volunteers::{
        applications::{self, Application},
        certificates::{self, NewCertificate},
        places,
    },
};

use super::{audit, require, tell, volunteer};
use crate::{Ctx, Error, Result, messages::Message};

/// Certifies the hours confirmed so far. Hours that were certified before are not certified again: the certificate that
/// stands is given.
pub async fn certify(ctx: &Ctx, reference: &Reference) -> Result<CertificateId> {
    require(ctx, Act::Certify)?;
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let application = applications::find_by_reference(tx, &reference).await?.ok_or(Error::NotFound)?;
            if application.standing.kind() != StandingKind::Accepted {
                return Err(NotPossible::NotAccepted.into());
            }
            store::volunteers::hold(tx, application.volunteer).await?;
            issue(&ctx, tx, &application).await
        })
    })
    .await
}

async fn issue(ctx: &Ctx, tx: &Tx, application: &Application) -> Result<CertificateId> {
    let all = places::of_volunteer(tx, application.volunteer).await?;
    let came: Vec<_> = all
        .into_iter()
        .filter(|(_, shift)| shift.opportunity == application.opportunity)
        .filter(|(place, _)| matches!(place.attendance, Attendance::Came { .. }))
        .collect();
    let (Some((_, first)), Some((_, last))) = (came.first(), came.last()) else {
        return Err(NotPossible::NoHours.into());
    };
    let minutes: u32 = came.iter().map(|(place, _)| u32::from(place.attendance.minutes())).sum();
    let before = certificates::of_applications(tx, &[application.id]).await?;
    if let Some(standing) = before.iter().find(|certificate| certificate.minutes == minutes) {
        return Ok(standing.id);
    }
    let who = volunteer(tx, application.volunteer).await?;
    let new = NewCertificate {
        number: number(ctx, tx).await?,
        token: ctx.token(16),
        application: application.id,
        name: who.profile.name.clone(),
        minutes,
        since: first.plan.on,
        until: last.plan.on,
        issued_on: ctx.today(),
        by: ctx.actor().staff().ok_or(Error::NotEntitled)?,
    };
    let id = certificates::insert(tx, &new).await?;
    let subject = format!("volunteer_certificate:{}", new.number);
    audit(ctx, tx, "certify", subject, serde_json::json!({ "minutes": minutes })).await?;
    let key = format!("volunteer_certificate:{}", new.number);
    tell(ctx, tx, &who, &Message::VolunteerCertificate, key).await?;
    Ok(id)
}

/// `V-1448-0007`: volunteering, the Hijri year, a running number.
async fn number(ctx: &Ctx, tx: &Tx) -> Result<String> {
    let year = HijriDate::from_gregorian(ctx.today()).map(HijriDate::year);
    let year = year.ok_or_else(|| Error::Internal("today has no Hijri date".to_owned()))?;
    let running = counters::next(tx, &format!("volunteer_certificate.{year}")).await?;
    Ok(format!("V-{year}-{running:04}"))
}

/// What anybody with the QR code of a certificate may know: that it is real, and what it certifies of initials.
pub async fn check(ctx: &Ctx, token: &str) -> Result<CertificateCheck> {
    let found = certificates::find_by_token(ctx.db(), token).await?.ok_or(Error::NotFound)?;
    Ok(CertificateCheck {
        initials: initials(&found.name),
        number: found.number,
        minutes: found.minutes,
        from: found.since,
        until: found.until,
        issued_on: found.issued_on,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        testing::World,
        volunteers::{confirm_hours, mine, walk},
    };

    #[tokio::test]
    async fn the_same_hours_are_certified_once_and_more_hours_anew() {
        let world = World::new().await;
        let (reference, shifts) = walk::served(&world, 1, 240).await;
        let ctx = walk::coordinator(&world);
        let first = certify(&ctx, &reference).await.expect("issued");
        assert_eq!(certify(&ctx, &reference).await.expect("the one that stands"), first);
        assert_eq!(world.messages("volunteer_certificate").await, 1);
        let place = places::held(ctx.db(), shifts[0]).await.expect("read")[0].id;
        confirm_hours(&ctx, shifts[0], 2, vec![(place, 270)]).await.expect("corrected");
        assert_ne!(certify(&ctx, &reference).await.expect("issued anew"), first);
        let page = mine(&walk::volunteer(&world, 1).await).await.expect("theirs");
        let numbers: Vec<_> = page.certificates.iter().map(|one| one.number.as_str()).collect();
        assert_eq!(numbers, ["V-1448-0002", "V-1448-0001"]);
    }

    #[tokio::test]
    async fn a_check_names_nobody() {
        let world = World::new().await;
        let (reference, _) = walk::served(&world, 1, 240).await;
        let ctx = walk::coordinator(&world);
        let id = certify(&ctx, &reference).await.expect("issued");
        let token = certificates::find(ctx.db(), id).await.expect("read").expect("there").token;
        let seen = check(&world.visitor(), &token).await.expect("real");
        assert_eq!((seen.number.as_str(), seen.initials.as_str(), seen.minutes), ("V-1448-0001", "س. م. ع. س.", 240));
        assert!(!format!("{seen:?}").contains("سارة"));
        assert!(matches!(check(&world.visitor(), "0000").await, Err(Error::NotFound)));
    }

    #[tokio::test]
    async fn without_hours_or_rights_nothing_is_certified() {
        let world = World::new().await;
        let (slug, _) = walk::opportunity(&world, &[2]).await;
        let (volunteer, reference) = walk::joined(&world, 1, &slug, &[]).await;
        let ctx = walk::coordinator(&world);
        assert!(matches!(certify(&ctx, &reference).await, Err(Error::NotPossible(NotPossible::NotAccepted))));
        walk::accepted(&world, &reference).await;
        assert!(matches!(certify(&ctx, &reference).await, Err(Error::NotPossible(NotPossible::NoHours))));
        assert!(matches!(certify(&volunteer, &reference).await, Err(Error::NotEntitled)));
    }
}
