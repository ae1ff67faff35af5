//! What who answers writes.

use domain::{
    LongText,
    voice::{Publication, Subject},
};
use services::voice::Answer;

use crate::{
    features::office::words::choice,
    form::{Problem, Reading, Values},
};

/// The answer, with the decision where one was chosen.
pub fn answer(values: &Values) -> Result<Answer, Problem> {
    let mut form = Reading::of(values);
    let decision = form.optional("decision", choice);
    let words = form.field("words", LongText::parse);
    let answer = decision.zip(words).map(|(decision, words)| Answer { words, decision });
    form.done(answer)
}

/// What everybody may read.
pub fn publication(values: &Values) -> Result<Publication, Problem> {
    let mut form = Reading::of(values);
    let title = form.field("title", Subject::parse);
    let wording = form.field("wording", LongText::parse);
    let answer = form.field("answer", LongText::parse);
    let became = form.optional("became", LongText::parse);
    let text = || Some(Publication { title: title?, wording: wording?, answer: answer?, became: became? });
    let text = text();
    form.done(text)
}

#[cfg(test)]
mod tests {
    use domain::voice::Decision;

    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn names<T>(read: Result<T, Problem>) -> Vec<String> {
        match read {
            Err(Problem::Fields(problems)) => problems.into_iter().map(|(name, _)| name).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn an_answer_has_words_and_perhaps_a_decision() {
        assert_eq!(names(answer(&values(&[("decision", "perhaps")]))), ["decision", "words"]);
        let decided = answer(&values(&[("decision", "not_now"), ("words", "بعد رمضان")])).expect("read");
        assert_eq!(decided.decision, Some(Decision::NotNow));
        assert_eq!(answer(&values(&[("words", "الخميس")])).map(|answer| answer.decision), Ok(None));
    }

    #[test]
    fn what_came_of_it_may_be_missing_and_nothing_else() {
        assert_eq!(names(publication(&values(&[]))), ["title", "wording", "answer"]);
        let text = publication(&values(&[("title", "مظلة"), ("wording", "مظلة عند الباب"), ("answer", "نعم")]));
        assert_eq!(text.map(|text| text.became), Ok(None));
    }
}
