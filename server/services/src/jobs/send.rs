//! Messages leave the outbox at least once: leased, judged, sent by the one channel they were written for, marked;
//! after a failure again, later and later, and in the end no more.

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc, time::Duration};

use domain::{
    NaiveTime, PersonId, TimeDelta, Timestamp,
    message::{Channel, Recipient, Rules, Template, Verdict, Waiting, Why},
    time::from_riyadh,
};
use futures::{StreamExt as _, stream};
use i18n::td_string;
use sha2::{Digest, Sha256};
use store::outbox::Message;

use crate::{Ctx, Error, Result};

/// Messages taken at a time.
const BATCH: u64 = 50;
/// Messages on their way at the same time.
const AT_ONCE: usize = 8;
/// The longest a transport may take. A whole batch ends within its lease, so that nobody else sends it too.
pub const PATIENCE: Duration = Duration::from_secs(15);
/// Minutes a taken message is left to the node that took it.
const LEASE_MINUTES: i64 = 2;
/// Longest pause between two attempts, in minutes.
const LONGEST_PAUSE: i64 = 240;
/// After so many attempts, within about a day, a message is given up.
const MOST_ATTEMPTS: i64 = 12;

/// A message on its way out.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// The same at every attempt and of no other message: a gateway that knows it sends nothing twice. Tells nothing.
    pub key: String,
    pub to: Recipient,
    pub subject: String,
    pub body: String,
    /// The template's name.
    pub template: String,
}

/// Why a message did not leave; kept beside it, so it must not hold its text.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotSent(pub String);

/// What becomes of a message handed to a transport.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>>;

/// A way out of the house, for one channel.
pub trait Transport: Send + Sync {
    fn send<'a>(&'a self, message: &'a Outgoing) -> Sending<'a>;
}

/// The ways out, and when they are used.
#[derive(Clone)]
pub struct Ways {
    pub sms: Arc<dyn Transport>,
    /// `None`: mail waits, and is given up in the end.
    pub email: Option<Arc<dyn Transport>>,
    pub rules: Rules,
    /// How long a transport is waited for: [`PATIENCE`].
    pub patience: Duration,
}

/// What became of the messages of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub sent: u64,
    /// Held until they may ring.
    pub held: u64,
    /// Not sent, and tried again.
    pub failed: u64,
    /// Stopped by their recipient, or of no use any more.
    pub dropped: u64,
    /// Failed too often: somebody must look.
    pub parked: u64,
}

impl Round {
    fn and(self, other: Self) -> Self {
        Self {
            sent: self.sent + other.sent,
            held: self.held + other.held,
            failed: self.failed + other.failed,
            dropped: self.dropped + other.dropped,
            parked: self.parked + other.parked,
        }
    }
}

/// Sends what is due. A message whose mark cannot be written holds back no other: it is told at the end.
pub async fn send_due(ctx: &Ctx, ways: &Ways) -> Result<Round> {
    let now = ctx.now();
    let until = now + TimeDelta::minutes(LEASE_MINUTES);
    let taken = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move { store::outbox::lease(tx, now, until, BATCH).await.map_err(Error::from) })
        })
        .await?;
    let judged = judge_all(ctx, &ways.rules, taken).await?;
    let outcomes: Vec<Result<Round>> = stream::iter(judged)
        .map(|(message, verdict)| one(ctx, ways, message, verdict))
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    outcomes.into_iter().try_fold(Round::default(), |round, outcome| Ok(round.and(outcome?)))
}

/// One message: sent, or not, and marked.
async fn one(ctx: &Ctx, ways: &Ways, message: Message, verdict: Verdict) -> Result<Round> {
    let (mark, round) = match verdict {
        Verdict::Hold { until } => (Mark::Hold(until), Round { held: 1, ..Round::default() }),
        Verdict::Drop(why) => (Mark::GiveUp(reason(why).to_owned()), Round { dropped: 1, ..Round::default() }),
        Verdict::Send => match send(ways, &message).await {
            Ok(()) => (Mark::Sent, Round { sent: 1, ..Round::default() }),
            Err(NotSent(why)) if message.attempts + 1 >= MOST_ATTEMPTS => {
                tracing::error!(id = message.id, template = message.template, why, "a message is given up");
                (Mark::GiveUp(why), Round { parked: 1, ..Round::default() })
            }
            Err(NotSent(why)) => (Mark::Failed(why), Round { failed: 1, ..Round::default() }),
        },
    };
    note(ctx, &message, mark).await?;
    Ok(round)
}

/// What the association's rules and the recipients' wishes say of each message, now. What goes out in this round counts
/// against the day's most, too.
async fn judge_all(ctx: &Ctx, rules: &Rules, messages: Vec<Message>) -> Result<Vec<(Message, Verdict)>> {
    let mut today: HashMap<PersonId, Recent> = HashMap::new();
    let mut judged = Vec::new();
    for message in messages {
        let template = Template::from_slug(&message.template);
        let mut recent = Recent::default();
        if let Some(person) = message.person {
            recent = match today.get(&person) {
                Some(known) => *known,
                None => recent_of(ctx, person).await?,
            };
        }
        let waiting =
            Waiting { template, written_at: message.created_at, stopped: recent.stopped, sent_today: recent.sent };
        let verdict = rules.judge(&waiting, ctx.now());
        if let Some(person) = message.person {
            let counts = verdict == Verdict::Send && template.is_none_or(|known| known.weight().can_wait());
            today.insert(person, Recent { sent: recent.sent + u64::from(counts), ..recent });
        }
        judged.push((message, verdict));
    }
    Ok(judged)
}

/// How a person stands to messages today.
#[derive(Clone, Copy, Default)]
struct Recent {
    stopped: bool,
    /// Messages that can wait, sent to them since midnight.
    sent: u64,
}

async fn recent_of(ctx: &Ctx, person: PersonId) -> Result<Recent> {
    let midnight = from_riyadh(ctx.today().and_time(NaiveTime::MIN));
    let counted: Vec<&str> =
        Template::ALL.into_iter().filter(|template| template.weight().can_wait()).map(Template::slug).collect();
    Ok(Recent {
        stopped: store::stops::has_stopped(ctx.db(), person).await?,
        sent: store::outbox::sent_since(ctx.db(), person, &counted, midnight).await?,
    })
}

fn reason(why: Why) -> &'static str {
    match why {
        Why::Stopped => "its recipient stopped messages like it",
        Why::TooOld => "it came too late to be of use",
    }
}

async fn send(ways: &Ways, message: &Message) -> Result<(), NotSent> {
    let transport = match message.to.channel() {
        Channel::Sms => Some(&ways.sms),
        Channel::Email => ways.email.as_ref(),
    };
    let transport = transport.ok_or_else(|| NotSent("mail is not set up".to_owned()))?;
    let locale = crate::requests::locale_of(message.language);
    let outgoing = Outgoing {
        key: hex::encode(Sha256::digest(&message.key)),
        to: message.to.clone(),
        subject: td_string!(locale, messages.subject).to_owned(),
        body: message.body.clone(),
        template: message.template.clone(),
    };
    match tokio::time::timeout(ways.patience, transport.send(&outgoing)).await {
        Ok(outcome) => outcome,
        Err(_) => Err(NotSent("no answer in time".to_owned())),
    }
}

/// What is written beside a message.
enum Mark {
    Sent,
    Failed(String),
    Hold(Timestamp),
    GiveUp(String),
}

async fn note(ctx: &Ctx, message: &Message, mark: Mark) -> Result<()> {
    let (id, attempts, now) = (message.id, message.attempts, ctx.now());
    let marked = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move {
                match mark {
                    Mark::Sent => store::outbox::mark_sent(tx, id, now).await?,
                    Mark::Failed(why) => store::outbox::mark_failed(tx, id, &why, now + pause(attempts)).await?,
                    Mark::Hold(until) => store::outbox::hold(tx, id, until).await?,
                    Mark::GiveUp(why) => store::outbox::give_up(tx, id, &why, now).await?,
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

/// One minute, two, four, … up to the longest.
fn pause(attempts: i64) -> TimeDelta {
    TimeDelta::minutes((1_i64 << attempts.clamp(0, 8)).min(LONGEST_PAUSE))
}
