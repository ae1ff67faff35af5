//! `kill -9` during submissions: every acknowledged request is there once, nothing is half there, the audit log is
//! whole. A house that acknowledges before it commits fails the same test.
//!
//! `WISAL_CRASHES=200 tools/with cargo nextest run -p server --test crash` kills two hundred times.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use domain::{Reference, programme::Bilingual, request::StageKind};
use server::house::{machine_clock, machine_entropy};
use services::{Clock, Ctx, House, demo, files::Files, jobs};
use store::{Db, Options, Vault};

/// Set in the child: the folder of its house.
const CHILD: &str = "WISAL_CRASH_CHILD";
/// Set in the child of the control.
const EARLY: &str = "WISAL_CRASH_EARLY";
/// The first number of the people this child makes.
const FIRST: &str = "WISAL_CRASH_FIRST";
const WORKERS: u64 = 8;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Opens the house in a folder; `early` is the switch of the broken control.
async fn house(folder: &Path, early: &Arc<AtomicBool>) -> Outcome<(Arc<House>, Db)> {
    let vault = Vault::open_or_create(&folder.join("secret.key"))?;
    let url = format!("sqlite://{}?mode=rwc", folder.join("wisal.db").display());
    let mut options = Options::new(url, Arc::new(vault));
    options.acknowledge_early = Arc::clone(early);
    let db = Db::open(&options).await?;
    db.migrate().await?;
    let text = || Bilingual { ar: "جمعية".to_owned(), en: "Association".to_owned() };
    let association = domain::association::Association {
        name: text(),
        address: text(),
        licence: "1".to_owned(),
        unified_number: "7".to_owned(),
        phone: String::new(),
    };
    let files = Files::open(folder.join("files"))?;
    let clock = Clock::new(machine_clock);
    let url = "http://localhost".to_owned();
    let house = House::new(db.clone(), files, clock, machine_entropy(), association, url, true);
    Ok((Arc::new(house), db))
}

/// Not a test of its own: what the killed process does. It submits without end and says what was acknowledged.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child() -> Outcome {
    let Ok(folder) = std::env::var(CHILD) else { return Ok(()) };
    let early = Arc::new(AtomicBool::new(false));
    let control = std::env::var(EARLY).is_ok();
    let (house, _) = house(Path::new(&folder), &early).await?;
    let ctx = Ctx::new(house.clone(), domain::access::Actor::Visitor, i18n::Locale::ar, None);
    let next = Arc::new(AtomicU64::new(std::env::var(FIRST)?.parse()?));
    // The control's switch concerns every write, so there it is thrown for one submission at a time.
    let workers = (0..if control { 1 } else { WORKERS }).map(|_| {
        let (ctx, next, early) = (ctx.clone(), next.clone(), early.clone());
        tokio::spawn(async move {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let (application, code) = fixtures::ready_to_submit(&ctx, 1, number).await?;
                early.store(control, Ordering::Relaxed);
                application.submit(&ctx, &code).await?;
                let reference = application.reference;
                let mut out = std::io::stdout().lock();
                writeln!(out, "acknowledged {reference} {number}")?;
                out.flush()?;
                drop(out);
                early.store(false, Ordering::Relaxed);
            }
            #[expect(unreachable_code, reason = "the type of the endless loop")]
            Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
        })
    });
    for worker in workers.collect::<Vec<_>>() {
        worker.await??;
    }
    Ok(())
}

/// Lets a child submit until so many submissions were acknowledged and kills it in that instant, while others are under
/// way. Gives what it was told is safe, and the next free number.
fn crash(folder: &Path, early: bool, first: u64, acknowledgements: usize) -> Outcome<(BTreeSet<String>, u64)> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["--exact", "child", "--nocapture"]).stdout(Stdio::piped()).stderr(Stdio::null());
    command.env(CHILD, folder).env(FIRST, first.to_string());
    if early {
        command.env(EARLY, "1");
    }
    let mut child = command.spawn()?;
    let out = BufReader::new(child.stdout.take().ok_or("the child has an output")?);
    let mut told = BTreeSet::new();
    let mut last = first;
    for line in out.lines().map_while(Result::ok) {
        let mut words = line.split_whitespace();
        if let (Some("acknowledged"), Some(reference), Some(number)) = (words.next(), words.next(), words.next()) {
            told.insert(reference.to_owned());
            last = last.max(number.parse().unwrap_or(first));
            if told.len() == acknowledgements {
                child.kill()?;
            }
        }
    }
    child.wait()?;
    Ok((told, last + WORKERS + 1))
}

/// What is wrong with the house after the crashes.
async fn damage(folder: &Path, told: &BTreeSet<String>) -> Outcome<Vec<String>> {
    let (house, db) = house(folder, &Arc::default()).await?;
    let mut wrong = Vec::new();
    for reference in told {
        let row = store::requests::find_by_reference(&db, &Reference::parse(reference)?).await?;
        match row {
            Some(row) if row.stage.kind() == StageKind::Submitted => {
                let events = store::events::of_request(&db, row.id).await?;
                let submitted = events.iter().filter(|event| event.kind == "submitted").count();
                if submitted != 1 {
                    wrong.push(format!("{reference} was submitted {submitted} times"));
                }
            }
            Some(row) => wrong.push(format!("{reference} is {}", row.stage.kind().slug())),
            None => wrong.push(format!("{reference} is lost")),
        }
    }
    let report = jobs::verify_audit(&db).await?;
    if let Some(entry) = report.broken {
        wrong.push(format!("the audit log is broken at {entry}"));
    }
    drop(house);
    Ok(wrong)
}

async fn furnish(folder: &Path) -> Outcome {
    let (house, _) = house(folder, &Arc::default()).await?;
    let branch = Bilingual { ar: "الرئيس".to_owned(), en: "Main".to_owned() };
    demo::furnish(&Ctx::system(house), fixtures::programmes::starter()?, vec![branch]).await?;
    Ok(())
}

async fn crashes(count: u64, early: bool) -> Outcome<(usize, Vec<String>)> {
    let folder = tempfile::tempdir()?;
    furnish(folder.path()).await?;
    let mut told = BTreeSet::new();
    let mut first = 0;
    for round in 0..count {
        let acknowledgements = usize::try_from(round % 7)? + 1;
        let path = folder.path().to_owned();
        let (safe, next) = tokio::task::spawn_blocking(move || crash(&path, early, first, acknowledgements)).await??;
        first = next;
        told.extend(safe);
    }
    Ok((told.len(), damage(folder.path(), &told).await?))
}

fn wanted(usual: u64) -> u64 {
    std::env::var("WISAL_CRASHES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_kill_9() -> Outcome {
    let kills = wanted(10);
    let (told, wrong) = crashes(kills, false).await?;
    eprintln!("{kills} kills, {told} acknowledged submissions, {} of them damaged", wrong.len());
    assert!(told > 0, "nothing was submitted");
    assert_eq!(wrong, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acknowledging_before_the_commit_is_found_out() -> Outcome {
    let mut lost = 0;
    for _ in 0..wanted(12).div_ceil(6) {
        let (_, wrong) = crashes(6, true).await?;
        lost += wrong.len();
        if lost > 0 {
            break;
        }
    }
    assert!(lost > 0, "the control lost nothing: the test above proves nothing");
    Ok(())
}
