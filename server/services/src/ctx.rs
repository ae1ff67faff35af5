//! Who is asking, when, in which language, of which house.

use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use domain::{
    NaiveDate, Timestamp,
    access::{Action, Actor, Subject, allows, allows_beside},
    association::Association,
    policy::Policy,
    time::riyadh_date,
};
use i18n::Locale;
use store::Db;

use crate::{Error, Result, files::Files};

/// The clock, handed in by the program. A demo may move it forward, never back.
#[derive(Clone)]
pub struct Clock {
    read: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    ahead_seconds: Arc<AtomicI64>,
}

impl Clock {
    pub fn new(read: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { read: Arc::new(read), ahead_seconds: Arc::default() }
    }

    pub fn now(&self) -> Timestamp {
        let ahead = domain::TimeDelta::seconds(self.ahead_seconds.load(Ordering::Relaxed));
        (self.read)() + ahead
    }

    /// Seconds the demo moved the clock forward.
    pub fn ahead(&self) -> i64 {
        self.ahead_seconds.load(Ordering::Relaxed)
    }

    /// Sets how far the clock runs ahead; less than now is ignored.
    pub fn run_ahead(&self, seconds: i64) {
        self.ahead_seconds.fetch_max(seconds, Ordering::Relaxed);
    }
}

/// Random bytes, handed in by the program.
pub type Entropy = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// Everything the use cases share for the life of the program.
pub struct House {
    pub(crate) db: Db,
    pub(crate) entropy: Entropy,
    pub files: Files,
    pub clock: Clock,
    pub association: Association,
    /// The address people reach the product at, without a slash at the end; written into messages.
    pub public_url: String,
    pub demo: bool,
}

impl House {
    pub fn new(
        db: Db,
        files: Files,
        clock: Clock,
        entropy: Entropy,
        association: Association,
        public_url: String,
        demo: bool,
    ) -> Self {
        Self { db, entropy, files, clock, association, public_url, demo }
    }

    /// The same house at another time: how the demonstration's past is made.
    #[must_use]
    pub fn at(&self, clock: Clock) -> Self {
        Self {
            db: self.db.clone(),
            entropy: self.entropy.clone(),
            files: self.files.clone(),
            clock,
            association: self.association.clone(),
            public_url: self.public_url.clone(),
            demo: self.demo,
        }
    }

    /// Random bytes.
    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.entropy)(&mut bytes);
        bytes
    }

    /// Does the database answer, with every migration applied?
    pub async fn is_ready(&self) -> bool {
        self.db.is_current().await.unwrap_or(false)
    }
}

/// One caller, at one moment.
#[derive(Clone)]
pub struct Ctx {
    house: Arc<House>,
    actor: Actor,
    now: Timestamp,
    locale: Locale,
    address: Option<IpAddr>,
}

impl Ctx {
    pub fn new(house: Arc<House>, actor: Actor, locale: Locale, address: Option<IpAddr>) -> Self {
        let now = house.clock.now();
        Self { house, actor, now, locale, address }
    }

    /// The product itself, for jobs.
    pub fn system(house: Arc<House>) -> Self {
        Self::new(house, Actor::System, Locale::ar, None)
    }

    /// The same caller after signing in or out.
    #[must_use]
    pub fn acting_as(&self, actor: Actor) -> Self {
        Self { actor, ..self.clone() }
    }

    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Today in Riyadh.
    pub fn today(&self) -> NaiveDate {
        riyadh_date(self.now)
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    pub fn locale(&self) -> Locale {
        self.locale
    }

    pub fn address(&self) -> Option<IpAddr> {
        self.address
    }

    pub fn house(&self) -> &House {
        &self.house
    }

    pub(crate) fn db(&self) -> &Db {
        &self.house.db
    }

    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        self.house.random()
    }

    /// The settings in force.
    pub(crate) async fn policy(&self) -> Result<Policy> {
        Ok(store::settings::policy_current(self.db(), self.now).await?)
    }

    /// Refuses unless the actor may do this, which concerns no single request.
    pub(crate) fn require_beside(&self, action: Action) -> Result<()> {
        match &self.actor {
            Actor::Visitor => Err(Error::NotSignedIn),
            actor if allows_beside(actor, action) => Ok(()),
            _ => Err(Error::Forbidden(action)),
        }
    }

    /// Refuses unless the actor may do this to that request, now. Who may not even look is told it does not exist.
    pub(crate) fn require(&self, action: Action, subject: Subject) -> Result<()> {
        if self.actor == Actor::Visitor {
            return Err(Error::NotSignedIn);
        }
        if allows(&self.actor, action, subject) {
            return Ok(());
        }
        if !allows(&self.actor, Action::View, subject) {
            return Err(Error::NotFound);
        }
        if domain::request::actions::possible(subject.stage).contains(&action) {
            Err(Error::Forbidden(action))
        } else {
            // The refusal travels to the screen: an applicant must not read a held decision from it (H5).
            let stage = match &self.actor {
                Actor::Staff { .. } | Actor::System => subject.stage,
                Actor::Visitor
                | Actor::Beneficiary { .. }
                | Actor::Tracker { .. }
                | Actor::Follower { .. }
                | Actor::Volunteer { .. } => subject.stage.as_told(),
            };
            Err(Error::NotNow(domain::request::NotNow::Stage { stage, action }))
        }
    }
}

impl Ctx {
    /// A random token of so many bytes, in hexadecimal.
    pub fn token(&self, bytes: usize) -> String {
        let mut random = vec![0; bytes];
        (self.house.entropy)(&mut random);
        hex::encode(random)
    }
}
