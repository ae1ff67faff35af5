//! Group commit on `SQLite`: one task owns the only writing connection and takes everything that arrived while the
//! previous commit was syncing into the next transaction, a savepoint a job. Callers are answered after the commit.

use std::{
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use futures::{FutureExt, future::BoxFuture};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use crate::{StoreError, Tx, Vault, error::Result};

/// How long the broken control waits between its early acknowledgement and the commit.
const SLOW_DISK: std::time::Duration = std::time::Duration::from_millis(5);
/// Jobs that share a commit at most.
const TOGETHER: usize = 64;

/// A closure of a write, and what came of it.
pub(crate) struct Work<F, T, E> {
    body: Option<F>,
    outcome: Option<Result<T, E>>,
}

impl<F, T, E> Work<F, T, E>
where
    F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<T, E>> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    pub(crate) fn new(body: F) -> Self {
        Self { body: Some(body), outcome: None }
    }

    /// Runs the closure, once. `true` when its changes are to be kept.
    pub(crate) async fn run(&mut self, tx: &Tx) -> bool {
        let Some(body) = self.body.take() else {
            return false;
        };
        let outcome = AssertUnwindSafe(async { body(tx).await }).catch_unwind().await;
        let outcome = outcome.unwrap_or_else(|_| Err(StoreError::Panicked.into()));
        let keep = outcome.is_ok();
        self.outcome = Some(outcome);
        keep
    }

    /// What the caller learns, given how the transaction ended. When it failed, even a refusal is withdrawn: it may
    /// rest on a neighbour's change that was undone.
    pub(crate) fn settle(&mut self, end: Result<()>) -> Result<T, E> {
        end.map_err(E::from)?;
        self.outcome.take().unwrap_or_else(|| Err(StoreError::Closed.into()))
    }
}

/// A write that waits for its turn.
pub(crate) trait Job: Send {
    fn run<'a>(&'a mut self, tx: &'a Tx) -> BoxFuture<'a, bool>;

    /// Tells the caller, the first time it is called.
    fn answer(&mut self, end: Result<()>);
}

struct Queued<F, T, E> {
    work: Work<F, T, E>,
    caller: Option<oneshot::Sender<Result<T, E>>>,
}

impl<F, T, E> Job for Queued<F, T, E>
where
    F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<T, E>> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run<'a>(&'a mut self, tx: &'a Tx) -> BoxFuture<'a, bool> {
        self.work.run(tx).boxed()
    }

    fn answer(&mut self, end: Result<()>) {
        if let Some(caller) = self.caller.take() {
            // A caller that went away no longer needs the answer.
            caller.send(self.work.settle(end)).ok();
        }
    }
}

/// The way to the writer. The task ends, after doing what is queued, when the last of these is dropped.
pub(crate) struct Queue(mpsc::Sender<Box<dyn Job>>);

impl Queue {
    /// Queues a closure and waits until its changes are durable.
    pub(crate) async fn write<F, T, E>(&self, body: F) -> Result<T, E>
    where
        F: for<'a> FnOnce(&'a Tx) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (caller, answer) = oneshot::channel();
        let job = Queued { work: Work::new(body), caller: Some(caller) };
        self.0.send(Box::new(job)).await.map_err(|_| StoreError::Closed)?;
        answer.await.map_err(|_| StoreError::Closed)?
    }
}

/// The task that writes.
pub(crate) struct Writer {
    pub(crate) conn: DatabaseConnection,
    /// How to connect anew after a failure; `None` where the connection is the database itself.
    pub(crate) again: Option<ConnectOptions>,
    pub(crate) vault: Arc<Vault>,
    pub(crate) acknowledge_early: Arc<AtomicBool>,
}

impl Writer {
    pub(crate) fn start(self) -> Queue {
        let (queue, jobs) = mpsc::channel(TOGETHER * 16);
        tokio::spawn(self.serve(jobs));
        Queue(queue)
    }

    async fn serve(mut self, mut queue: mpsc::Receiver<Box<dyn Job>>) {
        let mut jobs = Vec::with_capacity(TOGETHER);
        while queue.recv_many(&mut jobs, TOGETHER).await > 0 {
            let end = self.commit_together(&mut jobs).await;
            for job in &mut jobs {
                job.answer(end.clone());
            }
            jobs.clear();
            if let Err(error) = end {
                tracing::error!(%error, "a commit failed and its callers were told; connecting anew");
                self.connect_anew().await;
            }
        }
        self.conn.close().await.ok();
    }

    /// All jobs in one transaction. A failure of the transaction itself ends the batch at once: the jobs after it
    /// would otherwise run outside any transaction.
    async fn commit_together(&self, jobs: &mut [Box<dyn Job>]) -> Result<()> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let all = self.conn.begin_with_options(options).await?;
        if let [only] = jobs {
            return self.finish(all, only).await;
        }
        for job in jobs {
            let savepoint = all.begin().await?;
            self.finish(savepoint, job).await?;
        }
        Ok(all.commit().await?)
    }

    /// Runs one job and keeps or undoes its changes.
    async fn finish(&self, conn: DatabaseTransaction, job: &mut Box<dyn Job>) -> Result<()> {
        let tx = Tx { conn, vault: Arc::clone(&self.vault) };
        let keep = job.run(&tx).await;
        if self.acknowledge_early.load(Ordering::Relaxed) {
            job.answer(Ok(()));
            // As a slow disk would, so that the broken control is found out every time.
            tokio::time::sleep(SLOW_DISK).await;
        }
        let end = if keep { tx.conn.commit().await } else { tx.conn.rollback().await };
        Ok(end?)
    }

    /// What a failed transaction left in a connection is unknown, so it is thrown away.
    async fn connect_anew(&mut self) {
        let Some(options) = self.again.clone() else {
            return;
        };
        self.conn.close_by_ref().await.ok();
        match Database::connect(options).await {
            Ok(conn) => self.conn = conn,
            Err(error) => {
                tracing::error!(%error, "no connection to write; trying again with the next write");
            }
        }
    }
}
