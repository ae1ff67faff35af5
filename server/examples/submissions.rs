//! How many requests a second are received for good, beside what the same disk does with commits of one row, turn by
//! turn in one run. Prints JSON. `tools/bench` runs it.

use std::{sync::Arc, time::Instant};

use domain::{access::Actor, programme::Bilingual};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection};
use server::{
    config::{Config, Given},
    house::{self, machine_clock},
};
use services::{Clock, Ctx, demo};

const ROUNDS: u64 = 5;
const A_ROUND: u64 = 160;
/// Applicants who press the button at once.
const AT_ONCE: u64 = 32;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Outcome {
    let folder = tempfile::tempdir()?;
    let data = folder.path().display().to_string();
    let given = Given { file: None, values: vec![("data", data), ("demo", "true".to_owned())] };
    let config = Config::from_parts(&given, [])?;
    let db = house::open_database(&config).await?;
    db.migrate().await?;
    let house = Arc::new(house::open(&config, db, Clock::new(machine_clock))?);
    let branch = Bilingual { ar: "الرئيس".to_owned(), en: "Main".to_owned() };
    let branches = demo::furnish(&Ctx::system(house.clone()), fixtures::programmes::starter()?, vec![branch]).await?;
    let branch = *branches.first().ok_or("a house has a branch")?;
    let visitor = Ctx::new(house, Actor::Visitor, i18n::Locale::ar, None);
    let raw = one_row_table(&folder.path().join("raw.db")).await?;

    let mut rounds = Vec::new();
    for round in 0..ROUNDS {
        let mut ready = Vec::new();
        for number in 0..A_ROUND {
            ready.push(fixtures::ready_to_submit(&visitor, branch, round * A_ROUND + number).await?);
        }
        let start = Instant::now();
        for _ in 0..A_ROUND {
            raw.execute_unprepared("INSERT INTO one (value) VALUES (1)").await?;
        }
        let raw = start.elapsed();

        let start = Instant::now();
        let mut ready = ready.into_iter();
        let shares: Vec<Vec<_>> = (0..AT_ONCE).map(|_| ready.by_ref().take(share()).collect()).collect();
        let workers = shares.into_iter().map(|share| {
            let ctx = visitor.clone();
            tokio::spawn(async move {
                for (application, code) in share {
                    application.submit(&ctx, &code).await?;
                }
                Ok::<(), fixtures::DemoError>(())
            })
        });
        for worker in workers.collect::<Vec<_>>() {
            worker.await??;
        }
        rounds.push(serde_json::json!({
            "submissions_ms": start.elapsed().as_secs_f64() * 1000.0,
            "one_row_commits_ms": raw.as_secs_f64() * 1000.0,
        }));
    }
    println!("{}", serde_json::json!({ "a_round": A_ROUND, "at_once": AT_ONCE, "rounds": rounds }));
    Ok(())
}

fn share() -> usize {
    usize::try_from(A_ROUND / AT_ONCE).unwrap_or(1)
}

/// A table whose every row is a commit as durable as the house's own.
async fn one_row_table(file: &std::path::Path) -> Outcome<DatabaseConnection> {
    let mut options = sea_orm::ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
    options.max_connections(1).min_connections(1).sqlx_logging(false);
    let conn = Database::connect(options).await?;
    for statement in ["PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "CREATE TABLE one (value INTEGER)"] {
        conn.execute_unprepared(statement).await?;
    }
    Ok(conn)
}
