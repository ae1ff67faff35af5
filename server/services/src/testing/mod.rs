//! A small house for tests: a fixed clock, deterministic randomness, one open programme and one paused one, a branch,
//! one member of staff of every role, a person with an application, and a stranger.

pub mod answers;
mod journey;

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use domain::{
    Halalas, LongText, Mobile, NationalId, PersonId, Reference, StaffId, Timestamp,
    access::{Actor, Role},
    application::Group,
    association::Association,
    document::{DocumentKind, DocumentRule, MediaType},
    eligibility::Rule,
    programme::{Award, Bilingual, Opening, ProgrammeSpec, SupportKind},
    request::Gap,
    signature::{Mark, Strokes},
    views::TimelineKind,
};
use i18n::Locale;
use sha2::{Digest, Sha256};
use store::{Db, Language, Tx, requests::Row};

use crate::{
    Clock, Ctx, Entropy, Error, House, Result,
    applications::{self, Sent},
    files::{Accepted, Files},
    requests,
};

/// The programme that is open.
pub const PROGRAMME: &str = "rent-support";
/// The programme that is paused.
pub const CLOSED: &str = "eid-joy";

/// Everything a test of a use case stands on.
pub struct World {
    pub house: Arc<House>,
    pub branch: i64,
    /// The applicant.
    pub person: PersonId,
    /// Somebody else who is signed in.
    pub other: PersonId,
    folder: tempfile::TempDir,
    staff: Vec<(Role, StaffId)>,
}

impl World {
    /// Sunday 22 November 2026, nine in the morning in Riyadh.
    pub async fn new() -> Self {
        Self::furnished(Db::memory().await.expect("database")).await
    }

    /// The same on a database of its own in the throw-away `PostgreSQL` cluster, where there is one.
    pub async fn on_postgres(name: &str) -> Option<Self> {
        let Ok(cluster) = std::env::var("WISAL_TEST_POSTGRES") else {
            eprintln!("PostgreSQL left out, WISAL_TEST_POSTGRES is not set");
            return None;
        };
        let superuser = sea_orm::Database::connect(&cluster).await.expect("the cluster");
        let made = sea_orm::ConnectionTrait::execute_unprepared(&superuser, &format!("CREATE DATABASE {name}")).await;
        made.expect("a database");
        let (address, query) = cluster.split_once('?').unwrap_or((&cluster, ""));
        let (server, _) = address.rsplit_once('/').expect("an address");
        let vault = Arc::new(store::Vault::from_key([3; 32]));
        let db = Db::open(&store::Options::new(format!("{server}/{name}?{query}"), vault)).await.expect("database");
        db.migrate().await.expect("tables");
        Some(Self::furnished(db).await)
    }

    async fn furnished(db: Db) -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let house = Arc::new(House::new(
            db,
            Files::open(folder.path()).expect("files"),
            Clock::new(start_of_time),
            entropy(),
            association(),
            "https://wisal.example".to_owned(),
            false,
        ));
        let (branch, person, other, staff) =
            house.db.write(|tx| Box::pin(async move { furnish(tx).await })).await.expect("furnished");
        Self { house, branch, person, other, folder, staff }
    }

    pub fn acting_as(&self, actor: Actor) -> Ctx {
        Ctx::new(self.house.clone(), actor, Locale::ar, Some([127, 0, 0, 1].into()))
    }

    pub fn visitor(&self) -> Ctx {
        self.acting_as(Actor::Visitor)
    }

    pub fn beneficiary(&self) -> Ctx {
        self.acting_as(Actor::Beneficiary { person: self.person })
    }

    pub fn stranger(&self) -> Ctx {
        self.acting_as(Actor::Beneficiary { person: self.other })
    }

    /// Another member of the committee: somebody whose own role is another.
    pub fn seat(&self, role: Role) -> Ctx {
        let id = self.staff(role).actor().staff().expect("staff");
        let roles = BTreeSet::from([Role::CommitteeMember]);
        self.acting_as(Actor::Staff { id, roles, branches: BTreeSet::new() })
    }

    pub fn system(&self) -> Ctx {
        Ctx::system(self.house.clone())
    }

    /// The member of staff who has this role and no other, in the branch.
    pub fn staff(&self, role: Role) -> Ctx {
        let (_, id) = self.staff.iter().find(|(held, _)| *held == role).expect("every role is held");
        self.acting_as(Actor::Staff { id: *id, roles: BTreeSet::from([role]), branches: BTreeSet::from([self.branch]) })
    }

    /// Time passes; contexts made before keep their moment.
    pub fn pass_days(&self, days: i64) {
        self.house.clock.run_ahead(self.house.clock.ahead() + days * 86_400);
    }

    /// An application without any answer.
    pub async fn started(&self) -> Reference {
        applications::start(&self.beneficiary(), PROGRAMME, "").await.expect("started")
    }

    /// An application with every answer and document, not signed.
    pub async fn drafted(&self) -> Reference {
        let reference = self.started().await;
        self.fill_in(&self.beneficiary(), &reference).await;
        reference
    }

    /// Gives every answer and document of an application.
    pub async fn fill_in(&self, ctx: &Ctx, reference: &Reference) {
        for answer in [answers::identity(), answers::household(), answers::livelihood(2_500), answers::need()] {
            let version = self.row(reference).await.version;
            applications::save(ctx, reference, version, answer).await.expect("saved");
        }
        let today = ctx.today();
        let papers = [(DocumentKind::FamilyRecord, None, "family"), (DocumentKind::IncomeProof, Some(today), "income")];
        for (kind, issued_on, content) in papers {
            let sent = Sent { issued_on, ..Sent::of(kind, "file.pdf") };
            applications::add_page(ctx, reference, &sent, pdf(content)).await.expect("given");
        }
    }

    /// Gives one page more of a document that does not age.
    pub async fn give(&self, reference: &Reference, kind: DocumentKind, content: &str) {
        let sent = Sent::of(kind, "file.pdf");
        applications::add_page(&self.beneficiary(), reference, &sent, pdf(content)).await.expect("given");
    }

    /// A signed application; its code is [`World::last_code`].
    pub async fn signed(&self) -> Reference {
        let reference = self.drafted().await;
        let version = self.row(&reference).await.version;
        applications::sign(&self.beneficiary(), &reference, version, true, mark()).await.expect("signed");
        reference
    }

    /// A received request.
    pub async fn submitted(&self) -> Reference {
        let reference = self.signed().await;
        let code = self.last_code().await;
        applications::submit(&self.beneficiary(), &reference, &code, "").await.expect("submitted");
        reference
    }

    /// Sends a received request back for these gaps.
    pub async fn give_back(&self, reference: &Reference, gaps: Vec<Gap>) {
        let by = self.staff(Role::RelationsOfficer).actor().staff().expect("staff");
        let words = LongText::parse("أكمل ما هو مطلوب").expect("words");
        self.change(reference, |row, at| requests::advance(row, |stage| stage.give_back(gaps, words, by, at))).await;
    }

    /// Changes a request beside the use cases.
    pub async fn change(&self, reference: &Reference, change: impl FnOnce(&mut Row, Timestamp) -> Result<()>) {
        let mut row = self.row(reference).await;
        change(&mut row, self.house.clock.now()).expect("changed");
        let saved = self.house.db.write(move |tx| {
            Box::pin(async move { Ok::<_, Error>(store::requests::save(tx, &row, row.version).await?) })
        });
        saved.await.expect("saved");
    }

    /// The request as it is stored.
    pub async fn row(&self, reference: &Reference) -> Row {
        let row = store::requests::find_by_reference(&self.house.db, reference).await;
        row.expect("readable").expect("exists")
    }

    /// The code in the newest message that has one.
    pub async fn last_code(&self) -> String {
        let recent = store::outbox::recent(&self.house.db, 50).await.expect("messages");
        let codes = recent.iter().filter_map(|message| message.body.rsplit_once(" #").map(|(_, code)| code.to_owned()));
        codes.into_iter().next().expect("a message with a code")
    }

    /// How many messages of a template were written.
    pub async fn messages(&self, template: &str) -> usize {
        let recent = store::outbox::recent(&self.house.db, 500).await.expect("messages");
        recent.iter().filter(|message| message.template == template).count()
    }

    /// How often something stands in a request's timeline.
    pub async fn events(&self, reference: &Reference, kind: TimelineKind) -> usize {
        let id = self.row(reference).await.id;
        let events = store::events::of_request(&self.house.db, id).await.expect("events");
        events.iter().filter(|event| event.kind == kind.slug()).count()
    }

    /// How many files are stored.
    pub fn stored_files(&self) -> usize {
        let shelves = std::fs::read_dir(self.folder.path()).expect("folder").flatten();
        shelves.map(|shelf| std::fs::read_dir(shelf.path()).map_or(0, Iterator::count)).sum()
    }
}

/// A small PDF that passed every check.
pub fn pdf(content: &str) -> Accepted {
    let bytes = format!("%PDF-1.7\n{content}\n%%EOF").into_bytes();
    let sha256 = hex::encode(Sha256::digest(&bytes));
    Accepted { media: MediaType::Pdf, bytes, sha256 }
}

/// A drawn signature.
pub fn mark() -> Mark {
    Mark::Drawn { strokes: Strokes::parse("M10,10 L40,60 L80,20 L120,70").expect("strokes") }
}

fn start_of_time() -> Timestamp {
    Timestamp::from_timestamp(1_795_327_200, 0).expect("a moment")
}

/// Bytes that look random and are the same in every run.
fn entropy() -> Entropy {
    let drawn = AtomicU64::new(0);
    Arc::new(move |bytes| {
        for chunk in bytes.chunks_mut(32) {
            let block = Sha256::digest(drawn.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    })
}

fn association() -> Association {
    Association {
        name: bilingual("جمعية الاختبار", "Test Association"),
        address: bilingual("مكة المكرمة", "Makkah"),
        licence: "0000".to_owned(),
        unified_number: "7000000000".to_owned(),
        phone: "0125000000".to_owned(),
    }
}

fn bilingual(ar: &str, en: &str) -> Bilingual {
    Bilingual { ar: ar.to_owned(), en: en.to_owned() }
}

fn programme(slug: &str, opening: Opening) -> ProgrammeSpec {
    ProgrammeSpec {
        slug: slug.to_owned(),
        version: 1,
        support: SupportKind::Rent,
        name: bilingual("سداد الإيجار", "Rent support"),
        summary: bilingual("نعينك على إيجار بيتك.", "We help with your rent."),
        gives: bilingual("إيجار ستة أشهر", "Six months of rent"),
        groups: vec![Group::Widow, Group::LowIncome],
        questions: Vec::new(),
        documents: vec![
            DocumentRule { kind: DocumentKind::FamilyRecord, valid_days: None },
            DocumentRule { kind: DocumentKind::IncomeProof, valid_days: Some(90) },
        ],
        eligibility: Rule::All(vec![Rule::PerHeadAtMost(Halalas::from_riyals(750))]),
        award: Award::Cash { amount: Halalas::from_riyals(6_000) },
        opening,
    }
}

async fn furnish(tx: &Tx) -> Result<(i64, PersonId, PersonId, Vec<(Role, StaffId)>)> {
    let at = start_of_time();
    let branch = store::branches::insert(tx, &bilingual("الفرع الأول", "First branch")).await?;
    store::programmes::put(tx, &programme(PROGRAMME, Opening::Open), at).await?;
    store::programmes::put(tx, &programme(CLOSED, Opening::Paused), at).await?;
    let person = person(tx, "1058529940", "0501234567", branch).await?;
    let other = self::person(tx, "1001244019", "0507654321", branch).await?;
    let mut staff = Vec::new();
    for role in Role::ALL {
        let new = store::staff::NewStaff {
            user_name: role.slug().to_owned(),
            display_name: bilingual(role.slug(), role.slug()),
            password_hash: String::new(),
            roles: BTreeSet::from([role]),
            branches: BTreeSet::from([branch]),
            must_change_password: false,
            at,
        };
        staff.push((role, store::staff::insert(tx, &new).await?));
    }
    Ok((branch, person, other, staff))
}

async fn person(tx: &Tx, id: &str, mobile: &str, branch: i64) -> Result<PersonId> {
    let new = store::people::NewPerson {
        national_id: NationalId::parse(id).expect("an ID"),
        mobile: Mobile::parse(mobile).expect("a mobile"),
        name: None,
        born_on: None,
        language: Language::Ar,
        branch: Some(branch),
        at: start_of_time(),
    };
    Ok(store::people::insert(tx, &new).await?)
}
