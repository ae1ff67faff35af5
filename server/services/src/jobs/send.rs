//! Messages leave the outbox at least once: leased, sent, marked; after a failure again, later and later.

use std::{future::Future, pin::Pin};

use domain::{Mobile, TimeDelta, Timestamp};
use store::outbox::Message;

use crate::{Ctx, Error, Result};

/// Messages taken at a time.
const BATCH: u64 = 50;
/// Minutes a taken message is left to the node that took it.
const LEASE_MINUTES: i64 = 2;
/// Longest pause between two attempts, in minutes.
const LONGEST_PAUSE: i64 = 240;

/// A message on its way out. The key lets a gateway recognise a repeat.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub key: String,
    pub to: Mobile,
    pub body: String,
}

/// Why a message did not leave; kept beside it, so it must not hold its text.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotSent(pub String);

/// A way out of the house.
pub trait Transport: Send + Sync {
    fn send<'a>(&'a self, message: &'a Outgoing) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>>;
}

/// Writes messages into the program's log: for trying things out.
pub struct ConsoleTransport;

impl Transport for ConsoleTransport {
    fn send<'a>(&'a self, message: &'a Outgoing) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        tracing::info!(to = %message.to, "{}", message.body);
        Box::pin(async { Ok(()) })
    }
}

/// Sends what is due. Gives how many left.
pub async fn send_due(ctx: &Ctx, transport: &dyn Transport) -> Result<u64> {
    let now = ctx.now();
    let until = now + TimeDelta::minutes(LEASE_MINUTES);
    let taken = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move { store::outbox::lease(tx, now, until, BATCH).await.map_err(Error::from) })
        })
        .await?;
    let mut sent = 0;
    for message in taken {
        let outgoing = Outgoing { key: message.key.clone(), to: message.to.clone(), body: message.body.clone() };
        let outcome = transport.send(&outgoing).await;
        sent += u64::from(outcome.is_ok());
        mark(ctx, message, outcome, now).await?;
    }
    Ok(sent)
}

async fn mark(ctx: &Ctx, message: Message, outcome: Result<(), NotSent>, now: Timestamp) -> Result<()> {
    let marked = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move {
                match outcome {
                    Ok(()) => store::outbox::mark_sent(tx, message.id, now).await?,
                    Err(why) => {
                        let doubled = 1_i64 << message.attempts.clamp(0, 8);
                        let pause = TimeDelta::minutes(doubled.min(LONGEST_PAUSE));
                        store::outbox::mark_failed(tx, message.id, &why.to_string(), now + pause).await?;
                    }
                }
                Ok::<(), Error>(())
            })
        })
        .await;
    match marked {
        // It took longer than the lease, and another node sent it, too.
        Err(Error::Conflict) => Ok(()),
        other => other,
    }
}
