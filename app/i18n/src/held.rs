//! What is held about a person, in plain words: the same rows on the page and on the printed copy.

use domain::{
    Halalas, NaiveDate,
    privacy::{Holding, Purpose, Want},
    question::Question,
    time::riyadh_date,
    views::{HeldRequest, MyData, Opening, SafeDocument, Tongue},
};
use leptos_i18n::td_string;

use crate::{Label, Locale, date_pair, pick, reply_lines, timestamp};

impl Label for Holding {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Identity => td_string!(locale, mydata.holding.identity),
            Self::Household => td_string!(locale, mydata.holding.household),
            Self::Livelihood => td_string!(locale, mydata.holding.livelihood),
            Self::Documents => td_string!(locale, mydata.holding.documents),
            Self::Requests => td_string!(locale, mydata.holding.requests),
            Self::Signatures => td_string!(locale, mydata.holding.signatures),
            Self::Messages => td_string!(locale, mydata.holding.messages),
        }
    }
}

impl Label for Purpose {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Satisfaction => td_string!(locale, mydata.consent.satisfaction),
            Self::News => td_string!(locale, mydata.consent.news),
            Self::Partners => td_string!(locale, mydata.consent.partners),
        }
    }
}

impl Label for Tongue {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Arabic => td_string!(locale, mydata.wish.arabic),
            Self::English => td_string!(locale, mydata.wish.english),
        }
    }
}

/// A name and what is held under it.
pub type Row = (String, String);

/// Everything held under a subject, row by row; no rows where nothing is.
pub fn held(locale: Locale, holding: Holding, data: &MyData) -> Vec<Row> {
    match holding {
        Holding::Identity => identity(locale, data),
        Holding::Household => household(locale, data),
        Holding::Livelihood => livelihood(locale, data),
        Holding::Documents => data.documents.iter().map(|document| self::document(locale, document)).collect(),
        Holding::Requests => data.requests.iter().flat_map(|request| self::request(locale, request)).collect(),
        Holding::Signatures => data.requests.iter().filter_map(|request| signature(locale, request)).collect(),
        Holding::Messages => messages(locale, data),
    }
}

/// Who opened the file, in one line.
pub fn opening(locale: Locale, opening: &Opening) -> String {
    let role = opening.role.map_or(td_string!(locale, mydata.opened.somebody), |role| role.label(locale));
    if let Some(reference) = &opening.reference {
        td_string!(locale, mydata.opened.request, role = role, reference = reference.to_string())
    } else {
        td_string!(locale, mydata.opened.person, role = role)
    }
}

/// What a person asks of their data.
pub fn wanted(locale: Locale, want: Want) -> String {
    match want {
        Want::Correct { holding } => td_string!(locale, mydata.asked.correct, what = holding.label(locale)),
        Want::Erase => td_string!(locale, mydata.asked.erase).to_owned(),
    }
}

fn row(name: &str, value: impl Into<String>) -> Row {
    (name.to_owned(), value.into())
}

fn identity(locale: Locale, data: &MyData) -> Vec<Row> {
    let told = data.newest(|answers| answers.identity.as_ref());
    let day = |day: NaiveDate| date_pair(locale, day);
    [
        data.name.as_ref().map(|name| row(td_string!(locale, mydata.row.name), name)),
        Some(row(td_string!(locale, mydata.row.national_id), &data.national_id_masked)),
        Some(row(td_string!(locale, mydata.row.mobile), &data.mobile_masked)),
        data.born_on.map(|born| row(td_string!(locale, mydata.row.born), day(born))),
        told.map(|told| row(td_string!(locale, mydata.row.group), told.group.label(locale))),
        told.map(|told| row(td_string!(locale, mydata.row.city), told.city.to_string())),
        told.and_then(|told| told.address.as_ref())
            .map(|address| row(td_string!(locale, mydata.row.address), address.to_string())),
        Some(row(td_string!(locale, mydata.row.language), data.wishes.language.label(locale))),
        Some(row(td_string!(locale, mydata.row.since), day(riyadh_date(data.known_since)))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn household(locale: Locale, data: &MyData) -> Vec<Row> {
    let Some(told) = data.newest(|answers| answers.household.as_ref()) else { return Vec::new() };
    let home = row(td_string!(locale, mydata.row.home), told.tenure.label(locale));
    let members = told.members.iter().map(|member| {
        let (name, day) = (member.name.to_string(), date_pair(locale, member.born_on));
        row(member.kinship.label(locale), td_string!(locale, mydata.row.member, name = name, day = day))
    });
    [home].into_iter().chain(members).collect()
}

fn livelihood(locale: Locale, data: &MyData) -> Vec<Row> {
    let Some(told) = data.newest(|answers| answers.livelihood.as_ref()) else { return Vec::new() };
    let amount = |amount: Halalas| td_string!(locale, mydata.row.amount, amount = amount.to_string());
    let incomes = told.incomes.iter().map(|income| row(income.kind.label(locale), amount(income.monthly)));
    let rent = row(td_string!(locale, mydata.row.rent), amount(told.rent));
    let debts = told
        .debts
        .iter()
        .map(|debt| (td_string!(locale, mydata.row.debt, kind = debt.kind.label(locale)), amount(debt.monthly)));
    incomes.chain([rent]).chain(debts).collect()
}

fn document(locale: Locale, document: &SafeDocument) -> Row {
    let given = date_pair(locale, riyadh_date(document.given_at));
    let when = if let Some(issued) = document.issued_on {
        td_string!(locale, mydata.row.issued_on, day = date_pair(locale, issued), day2 = given)
    } else {
        td_string!(locale, mydata.row.given_on, day = given)
    };
    let file = td_string!(locale, mydata.row.file, name = document.name.clone(), when = when);
    row(document.kind.label(locale), file)
}

/// A request: where it stands, what was asked for in it, and each step.
fn request(locale: Locale, request: &HeldRequest) -> Vec<Row> {
    let reference = request.reference.to_string();
    let (programme, stage) = (pick(&request.programme, locale).to_owned(), request.stage.label(locale));
    let head = td_string!(locale, mydata.row.request, programme = programme, stage = stage);
    let need = request.answers.need.as_ref();
    let words =
        need.map(|need| (td_string!(locale, mydata.row.need, reference = reference.clone()), need.words.to_string()));
    let iban = need.and_then(|need| need.iban.as_ref());
    let iban = iban.map(|iban| (td_string!(locale, mydata.row.iban, reference = reference.clone()), iban.to_string()));
    let replies = replies(locale, request);
    let steps = request.timeline.iter().map(|step| (step.kind.label(locale).to_owned(), timestamp(locale, step.at)));
    [(reference.clone(), head)].into_iter().chain(words).chain(iban).chain(replies).chain(steps).collect()
}

/// What was replied to the programme's own questions.
fn replies(locale: Locale, request: &HeldRequest) -> Vec<Row> {
    let given = request.answers.need.as_ref().map(|need| &need.replies);
    let row = |question: &Question| {
        let reply = given?.to(question)?;
        Some((pick(&question.label, locale).to_owned(), reply_lines(locale, question, reply).join(" / ")))
    };
    request.questions.iter().filter_map(row).collect()
}

fn signature(locale: Locale, request: &HeldRequest) -> Option<Row> {
    let name = td_string!(locale, mydata.row.signed, reference = request.reference.to_string());
    Some((name, timestamp(locale, request.signed_at?)))
}

fn messages(locale: Locale, data: &MyData) -> Vec<Row> {
    let words = |body: &Option<String>| body.clone().unwrap_or_else(|| td_string!(locale, mydata.row.code).to_owned());
    data.messages.iter().map(|message| (timestamp(locale, message.at), words(&message.body))).collect()
}
