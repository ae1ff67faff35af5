//! What each command does.

use std::{collections::BTreeSet, sync::Arc};

use domain::{access::Role, programme::Bilingual};
use services::{Clock, Ctx, House, staff};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::{
    cli::{Command, StaffAdd, StaffCommand},
    config::{Config, ConfigError},
    edge::{self, accept::Stopped, metrics::Metrics, static_files},
    house::{self, OpenError},
    jobs, router,
};

/// Why a command failed; read by the operator.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error(transparent)]
    Service(#[from] services::Error),
    #[error(transparent)]
    Demo(#[from] fixtures::DemoError),
    #[error(transparent)]
    Site(#[from] static_files::NoSite),
    #[error("{addr} cannot be listened on: {error}")]
    Listen { addr: String, error: std::io::Error },
    #[error("the figures cannot be gathered: {0}")]
    Metrics(#[from] metrics_exporter_prometheus::BuildError),
    #[error("`{0}` is not a role; the roles are: {1}")]
    Role(String, String),
    #[error("the audit log is broken at entry {0}")]
    Broken(i64),
}

/// Logs to standard error; `RUST_LOG` chooses what.
pub fn log_to_stderr() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

/// Runs a command.
pub async fn run(command: Command) -> Result<(), CommandError> {
    let config = Config::load(&command.given())?;
    match command {
        Command::Serve(_) => serve(&config).await,
        Command::Migrate(_) => {
            house::open_database(&config).await?.migrate().await?;
            tracing::info!("the database is up to date");
            Ok(())
        }
        Command::Seed(_) => {
            let house = ready_house(&config).await?;
            seed_if_fresh(&house).await
        }
        Command::Staff { command: StaffCommand::Add(add) } => add_staff(&config, add).await,
        Command::Verify(_) => verify(&config).await,
    }
}

async fn ready_house(config: &Config) -> Result<Arc<House>, CommandError> {
    let db = house::open_database(config).await?;
    db.migrate().await?;
    Ok(Arc::new(house::open(config, db, Clock::new(house::machine_clock))?))
}

async fn seed_if_fresh(house: &Arc<House>) -> Result<(), CommandError> {
    if fixtures::is_fresh(house).await? {
        tracing::info!("filling the fresh database with the demonstration's data");
        fixtures::seed_demo(house, house::machine_clock()).await?;
    }
    Ok(())
}

async fn serve(config: &Config) -> Result<(), CommandError> {
    let site = static_files::find_site()?;
    let ways = config.ways()?;
    let house = ready_house(config).await?;
    if config.demo {
        seed_if_fresh(&house).await?;
        services::demo::restore_clock(&Ctx::system(house.clone())).await?;
    }
    let metrics = Metrics::install()?;
    let addr = config.addr.to_string();
    let listener =
        TcpListener::bind(config.addr.as_str()).await.map_err(|error| CommandError::Listen { addr, error })?;
    let router = router::router(config, house.clone(), &site, metrics.clone());
    let jobs = jobs::start(house.clone(), ways, metrics);
    tracing::info!("Wisal is served at {}", house.public_url);
    let stopped = edge::accept::serve(listener, router, edge::connection_limits(config), asked_to_stop()).await;
    jobs.stop().await;
    match stopped {
        Stopped::Cleanly => tracing::info!("stopped; every request was answered"),
        Stopped::Cut(connections) => tracing::warn!(connections, "stopped; some connections were cut"),
    }
    Ok(())
}

/// Waits for Ctrl-C or the system's request to stop.
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        }
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

async fn add_staff(config: &Config, add: StaffAdd) -> Result<(), CommandError> {
    let house = ready_house(config).await?;
    let mut roles = BTreeSet::new();
    for slug in &add.role {
        let known = || Role::ALL.map(Role::slug).join(", ");
        roles.insert(Role::from_slug(slug).ok_or_else(|| CommandError::Role(slug.clone(), known()))?);
    }
    let name = Bilingual { ar: add.name.clone(), en: add.name };
    let added = staff::add_with_one_time_password(&Ctx::system(house), &add.user_name, name, roles, add.branch).await?;
    println!("user name: {}\none-time password: {}", added.user_name, added.password);
    Ok(())
}

async fn verify(config: &Config) -> Result<(), CommandError> {
    let db = house::open_database(config).await?;
    let report = services::jobs::verify_audit(&db).await?;
    if let Some(entry) = report.broken {
        return Err(CommandError::Broken(entry));
    }
    let head = report.head.map(|head| head.hash).unwrap_or_default();
    tracing::info!(entries = report.entries, head, "the audit log is whole");
    Ok(())
}
