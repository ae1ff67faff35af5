//! What the types cannot know: today, the programme, and the applicant's ID.

use domain::{
    Invalid, NaiveDate, NationalId,
    application::{Answer, Section},
    document::{DocumentKind, DocumentRule},
    household::Household,
    programme::ProgrammeSpec,
    request::{Gap, Stage},
};

use crate::{Error, Result};

/// Of a returned request only what was asked for may change (H2); of a draft, everything.
pub(super) fn asked_for(stage: &Stage, part: Gap) -> bool {
    match stage {
        Stage::Returned(returned) => {
            let papers = Gap::Section { section: Section::Documents };
            let among_papers = matches!(part, Gap::Document { .. }) && returned.gaps.contains(&papers);
            among_papers || returned.gaps.contains(&part)
        }
        _ => true,
    }
}

/// The section an answer belongs to.
pub(super) fn section(answer: &Answer) -> Section {
    match answer {
        Answer::Identity(_) => Section::Identity,
        Answer::Household(_) => Section::Household,
        Answer::Livelihood(_) => Section::Livelihood,
        Answer::Need(_) => Section::Need,
    }
}

/// The answer as it may be kept, or the field that cannot stand.
pub(super) fn answer(
    answer: Answer,
    programme: &ProgrammeSpec,
    national_id: &NationalId,
    today: NaiveDate,
) -> Result<Answer> {
    Ok(match answer {
        Answer::Identity(mut identity) => {
            identity.name =
                identity.name.complete_for(national_id.kind()).map_err(|why| Error::field("name_father", why))?;
            past("born", identity.born_on, today)?;
            Answer::Identity(identity)
        }
        Answer::Household(household) => {
            if household.members.len() > Household::MOST {
                return Err(Error::field("member_name", Invalid::TooMany { max: Household::MOST }));
            }
            household.members.iter().try_for_each(|member| past("member_born", member.born_on, today))?;
            Answer::Household(household)
        }
        Answer::Livelihood(livelihood) => Answer::Livelihood(livelihood),
        Answer::Need(mut need) => {
            if !programme.award.needs_iban() {
                need.iban = None;
            } else if need.iban.is_none() {
                return Err(Error::field("iban", Invalid::Missing));
            }
            need.replies = need.replies.answering(&programme.questions).map_err(|why| Error::field("replies", why))?;
            Answer::Need(need)
        }
    })
}

/// The rule of a kind of document the programme asks for.
pub(super) fn rule(programme: &ProgrammeSpec, kind: DocumentKind) -> Result<&DocumentRule> {
    let rule = programme.documents.iter().find(|rule| rule.kind == kind);
    rule.ok_or(Error::field("file", Invalid::Choice))
}

/// The day of issue of a document, needed where the programme limits its age.
pub(super) fn issued(rule: &DocumentRule, issued_on: Option<NaiveDate>, today: NaiveDate) -> Result<()> {
    match issued_on {
        None if rule.valid_days.is_some() => Err(Error::field("issued", Invalid::Missing)),
        None => Ok(()),
        Some(day) => past("issued", day, today),
    }
}

fn past(field: &'static str, day: NaiveDate, today: NaiveDate) -> Result<()> {
    if day > today { Err(Error::field(field, Invalid::DateInFuture)) } else { Ok(()) }
}
