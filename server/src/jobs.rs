//! What the program does by itself: issues held answers on their day (H5), lets requests lapse, sends messages,
//! clears away what expired.

use std::{sync::Arc, time::Duration};

use services::{
    Ctx, House,
    jobs::{self, Round, Ways},
};
use tokio::{sync::watch, task::JoinSet};

use crate::edge::metrics::Metrics;

/// Running jobs; they stop when asked.
pub struct Running {
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Running {
    /// Lets each job finish its round, then returns.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        while self.tasks.join_next().await.is_some() {}
    }
}

/// Starts every job. Without ways out, messages stay in the outbox.
pub fn start(house: Arc<House>, ways: Option<Ways>, metrics: Metrics) -> Running {
    let (stop, stopped) = watch::channel(false);
    let mut tasks = JoinSet::new();
    tasks.spawn(every(Duration::from_secs(2), stopped.clone(), {
        let house = house.clone();
        move || answers(Ctx::system(house.clone()))
    }));
    if let Some(ways) = ways {
        tasks.spawn(every(Duration::from_secs(1), stopped.clone(), {
            let house = house.clone();
            move || messages(Ctx::system(house.clone()), ways.clone())
        }));
    }
    tasks.spawn(every(Duration::from_mins(5), stopped, move || tidy(Ctx::system(house.clone()))));
    // It has nothing to finish: it ends with the program.
    tokio::spawn(metrics.upkeep());
    Running { stop, tasks }
}

async fn every<F, R>(pause: Duration, mut stopped: watch::Receiver<bool>, round: F)
where
    F: Fn() -> R,
    R: Future<Output = ()>,
{
    loop {
        round().await;
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stopped.wait_for(|stop| *stop) => return,
        }
    }
}

async fn answers(ctx: Ctx) {
    report("issuing answers", jobs::issue_due(&ctx).await);
    report("letting requests lapse", jobs::lapse_due(&ctx).await);
}

async fn messages(ctx: Ctx, ways: Ways) {
    let round = jobs::send_due(&ctx, &ways).await;
    if let Ok(round) = &round {
        count(round);
    }
    report("sending messages", round.map(|round| round.sent));
}

/// Figures of what became of messages. Any `parked` one asks for somebody to look.
fn count(round: &Round) {
    for (outcome, messages) in [
        ("sent", round.sent),
        ("held", round.held),
        ("failed", round.failed),
        ("dropped", round.dropped),
        ("parked", round.parked),
    ] {
        metrics::counter!("messages_total", "outcome" => outcome).increment(messages);
    }
}

async fn tidy(ctx: Ctx) {
    report("sealing the audit log", jobs::seal_audit(&ctx).await);
    report("clearing away", jobs::purge(&ctx).await);
}

fn report(what: &str, done: services::Result<u64>) {
    match done {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "{what}"),
        Err(error) => tracing::error!(%error, "{what} failed"),
    }
}
