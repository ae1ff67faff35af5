//! Somebody writes to the association: an inquiry, a complaint or a proposal (C7).

use domain::{
    Invalid, LongText, Mobile, NaiveDate, PersonId, Reference, ShortText,
    access::Actor,
    time::riyadh_date,
    views::ContactTerms,
    voice::{FollowCode, Kind, Matter, Sender, Subject},
};
use store::{
    Tx,
    voice::{NewFile, NewMatter},
};

use super::tell::tell;
use crate::{
    Ctx, Error, Result,
    files::{Attached, shown_name},
    identity::limits::{self, Limit},
    messages::Message,
    requests::{actor_name, language_of},
};

/// Files that may come with a matter.
pub const MOST_FILES: usize = 3;
/// Matters from one network address an hour. The address itself is kept nowhere.
const PER_ADDRESS: i64 = 30;

const PURPOSE: &str = "voice.send";

/// What somebody wrote.
#[derive(Clone, Debug)]
pub struct Letter {
    pub kind: Kind,
    pub subject: Subject,
    pub words: LongText,
    /// The request or the earlier matter it is about.
    pub about: Option<Reference>,
    /// Nothing about the sender is kept; for complaints only.
    pub anonymous: bool,
    /// Of who did not sign in.
    pub name: Option<ShortText<80>>,
    pub mobile: Option<Mobile>,
}

/// What the sender is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub reference: Reference,
    /// The day until which it is answered.
    pub due_on: NaiveDate,
    /// With this and the reference, who did not sign in comes back. Shown once.
    pub code: Option<FollowCode>,
}

/// What the form knows beforehand.
pub async fn terms(ctx: &Ctx) -> Result<ContactTerms> {
    let known = matches!(ctx.actor(), Actor::Beneficiary { .. });
    Ok(ContactTerms { promise: ctx.policy().await?.promise, known })
}

/// Takes what somebody wrote. The same form sent twice is taken once, and answered alike.
pub async fn send(ctx: &Ctx, letter: Letter, files: Vec<Attached>, once: &str) -> Result<Receipt> {
    let sender = sender(ctx, &letter)?;
    if files.len() > MOST_FILES {
        return Err(Error::field("files", Invalid::TooMany { max: MOST_FILES }));
    }
    limits::take(ctx, Limit::address(ctx, PURPOSE, PER_ADDRESS).into_iter().collect()).await?;
    let key = key(ctx, once, &letter);
    let code = (!matches!(sender, Sender::Person { .. })).then(|| code(ctx, &key));
    if let Some(receipt) = answered(ctx, &key, code.clone()).await? {
        return Ok(receipt);
    }
    let reference = Reference::from_entropy(ctx.random());
    let files = store_files(ctx, files, sender == Sender::Anonymous).await?;
    let stored: Vec<String> = files.iter().map(|file| file.file_key.clone()).collect();
    let policy = ctx.policy().await?;
    let new = NewMatter {
        matter: Matter::open(letter.kind, letter.subject, letter.words, ctx.now()),
        due_at: policy.promise.due(letter.kind, ctx.now(), &policy.calendar),
        code_hash: code.as_ref().map(|code| code_hash(ctx, &reference, code)),
        about: letter.about,
        branch: 0,
        language: language_of(ctx.locale()),
        at: ctx.now(),
        reference,
        sender,
    };
    let receipt = Receipt { reference: new.reference.clone(), due_on: riyadh_date(new.due_at), code };
    let (caller, told, remembered) = (ctx.clone(), receipt.clone(), key.clone());
    let kept =
        ctx.db().write(move |tx| Box::pin(async move { keep(&caller, tx, new, &files, &told, &remembered).await }));
    match kept.await {
        Ok(()) => Ok(receipt),
        Err(error) => {
            for key in stored {
                ctx.house().files.forget(&key).await;
            }
            match (error, answered(ctx, &key, receipt.code).await?) {
                (Error::Conflict, Some(receipt)) => Ok(receipt),
                (error, _) => Err(error),
            }
        }
    }
}

/// Who writes, as far as it is kept.
fn sender(ctx: &Ctx, letter: &Letter) -> Result<Sender> {
    if letter.anonymous && letter.kind != Kind::Complaint {
        return Err(Error::field("anonymous", Invalid::NotAnonymous));
    }
    match ctx.actor() {
        Actor::Staff { .. } | Actor::System => Err(Error::NotEntitled),
        _ if letter.anonymous => Ok(Sender::Anonymous),
        Actor::Beneficiary { person } => Ok(Sender::Person { person: *person }),
        Actor::Visitor | Actor::Tracker { .. } | Actor::Follower { .. } | Actor::Volunteer { .. } => {
            Ok(Sender::Visitor { name: letter.name.clone(), mobile: letter.mobile.clone() })
        }
    }
}

/// The key of one sending: the secret of the form, and the words. A form that was gone back to and filled in anew says
/// something else.
fn key(ctx: &Ctx, once: &str, letter: &Letter) -> String {
    let usable = (16..=64).contains(&once.len()) && once.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let secret = if usable { once.to_owned() } else { ctx.token(16) };
    format!("{secret} {} {}\n{}", letter.kind.slug(), letter.subject, letter.words)
}

/// Made from the key of the form, so that the form sent twice is answered with the same code and none is stored.
fn code(ctx: &Ctx, key: &str) -> FollowCode {
    let spelt = hex::decode(ctx.db().vault().code_hash(PURPOSE, key)).unwrap_or_default();
    FollowCode::from_entropy(std::array::from_fn(|place| spelt.get(place).copied().unwrap_or_default()))
}

/// What is stored in place of a code; tied to its reference.
pub(super) fn code_hash(ctx: &Ctx, reference: &Reference, code: &FollowCode) -> String {
    ctx.db().vault().code_hash(&format!("matter.{reference}"), code.as_str())
}

fn stored_key(ctx: &Ctx, key: &str) -> String {
    format!("{PURPOSE}:{}", ctx.db().vault().token_hash(key))
}

/// What the same sending was told before.
async fn answered(ctx: &Ctx, key: &str, code: Option<FollowCode>) -> Result<Option<Receipt>> {
    let Some(reference) = store::idempotency::find(ctx.db(), &stored_key(ctx, key), PURPOSE).await? else {
        return Ok(None);
    };
    let row = store::voice::find_by_reference(ctx.db(), &reference).await?;
    Ok(row.map(|row| Receipt { reference, due_on: riyadh_date(row.due_at), code }))
}

/// Stores the files before the row that names them. The name a file came with may tell who sent it.
async fn store_files(ctx: &Ctx, files: Vec<Attached>, nameless: bool) -> Result<Vec<NewFile>> {
    let mut stored = Vec::new();
    for Attached { name, file } in files {
        let key = hex::encode(ctx.random::<16>());
        ctx.house().files.put(&key, &file.bytes).await?;
        stored.push(NewFile {
            file_key: key,
            name: Some(shown_name(&name)).filter(|name| !nameless && !name.is_empty()),
            media: file.media,
            bytes: u64::try_from(file.bytes.len()).unwrap_or(u64::MAX),
            sha256: file.sha256,
        });
    }
    Ok(stored)
}

async fn keep(ctx: &Ctx, tx: &Tx, new: NewMatter, files: &[NewFile], receipt: &Receipt, key: &str) -> Result<()> {
    let person = match new.sender {
        Sender::Person { person } => Some(person),
        Sender::Visitor { .. } | Sender::Anonymous => None,
    };
    let new = home(tx, person, new).await?;
    store::idempotency::remember(tx, &stored_key(ctx, key), PURPOSE, &new.reference, ctx.now()).await?;
    let id = store::voice::insert(tx, &new).await?;
    for file in files {
        store::voice::add_file(tx, id, file).await?;
    }
    let who = if new.sender == Sender::Anonymous { "anonymous".to_owned() } else { actor_name(ctx.actor()) };
    let detail = serde_json::json!({ "kind": new.matter.kind().slug() });
    super::audit(tx, ctx, who, "send", &new.reference, detail).await?;
    let row = store::voice::find(tx, id).await?.ok_or(Error::NotFound)?;
    let code = receipt.code.as_ref().map(ToString::to_string);
    let message = Message::VoiceReceived { reference: new.reference.clone(), due: receipt.due_on, code };
    tell(ctx, tx, &row, &message, format!("{}:received", new.reference)).await
}

/// The branch that answers, and the language of the answer: the person's own, or the first branch and the page's.
async fn home(tx: &Tx, person: Option<PersonId>, new: NewMatter) -> Result<NewMatter> {
    let known = match person {
        Some(person) => store::people::find(tx, person).await?,
        None => None,
    };
    let branch = match known.as_ref().and_then(|person| person.branch) {
        Some(branch) => branch,
        None => store::branches::all(tx).await?.first().map(|branch| branch.id).ok_or(Error::Closed)?,
    };
    let language = known.map_or(new.language, |person| person.language);
    Ok(NewMatter { branch, language, ..new })
}
