//! What an article's form says.

use domain::{
    Invalid, digits,
    knowledge::{Content, Kind, Manuscript, Nature, Slug, Title, Topic, Verdict, Words},
};
use services::knowledge::Edited;

use crate::form::{Problem, Reading, Values};

/// Largest place among a kind.
const LAST_PLACE: i64 = 9_999;

/// The address of a new article, and what it says.
pub fn new(values: &Values) -> Result<(Slug, Edited), Problem> {
    let mut form = Reading::of(values);
    let edited = edited(&mut form, values);
    let slug = form.field("slug", Slug::parse);
    form.done(slug.zip(edited))
}

/// The version the form was made from, and what it says.
pub fn change(values: &Values) -> Result<(i64, Edited), Problem> {
    let mut form = Reading::of(values);
    let edited = edited(&mut form, values);
    let version = form.field("version", |raw| digits::parse_integer(raw, 0, i64::MAX));
    form.done(version.zip(edited))
}

fn edited(form: &mut Reading<'_>, values: &Values) -> Option<Edited> {
    let nature = nature(form, values);
    let ar = words(form, "title_ar", "body_ar");
    let blank = ["title_en", "body_en"].iter().all(|name| values.get(name).trim().is_empty());
    let en = if blank { Some(None) } else { words(form, "title_en", "body_en").map(Some) };
    let position = form.field("position", |raw| digits::parse_integer(raw, 0, LAST_PLACE));
    Some(Edited { content: Content { nature: nature?, ar: ar?, en: en? }, position: position? })
}

/// The kind with what only it has.
fn nature(form: &mut Reading<'_>, values: &Values) -> Option<Nature> {
    match Kind::from_slug(values.get("kind")) {
        Some(Kind::Faq) => form.field("topic", chosen(Topic::from_slug)).map(|topic| Nature::Faq { topic }),
        Some(Kind::Bylaw) => Some(Nature::Bylaw),
        Some(Kind::Guide) => Some(Nature::Guide),
        Some(Kind::Misconception) => {
            form.field("verdict", chosen(Verdict::from_slug)).map(|verdict| Nature::Misconception { verdict })
        }
        Some(Kind::Improvement) => Some(Nature::Improvement),
        None => form.keep("kind", Err(Invalid::Choice)),
    }
}

fn words(form: &mut Reading<'_>, title: &str, body: &str) -> Option<Words> {
    let title = form.field(title, Title::parse);
    let body = form.field(body, Manuscript::parse);
    title.zip(body).map(|(title, body)| Words { title, body })
}

fn chosen<T>(parse: impl Fn(&str) -> Option<T>) -> impl Fn(&str) -> Result<T, Invalid> {
    move |raw| if raw.is_empty() { Err(Invalid::Missing) } else { parse(raw).ok_or(Invalid::Choice) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn names<T: std::fmt::Debug>(read: Result<T, Problem>) -> Vec<String> {
        match read {
            Err(Problem::Fields(problems)) => problems.into_iter().map(|(name, _)| name).collect(),
            other => panic!("{other:?}"),
        }
    }

    const WHOLE: [(&str, &str); 6] = [
        ("kind", "faq"),
        ("topic", "answer"),
        ("title_ar", "كم أنتظر؟"),
        ("body_ar", "أسبوعين."),
        ("position", "٣"),
        ("version", "7"),
    ];

    #[test]
    fn english_may_be_left_out_whole_but_not_by_half() {
        let (version, edited) = change(&values(&WHOLE)).expect("whole");
        assert_eq!((version, edited.position, edited.content.en), (7, 3, None));
        let half = [WHOLE.as_slice(), &[("title_en", "How long?")]].concat();
        assert_eq!(names(change(&values(&half))), ["body_en"]);
        let both = [half.as_slice(), &[("body_en", "Two weeks.")]].concat();
        assert!(change(&values(&both)).expect("both").1.content.en.is_some());
    }

    #[test]
    fn each_kind_asks_for_its_own() {
        assert_eq!(names(change(&values(&[("kind", "faq")]))), ["topic", "title_ar", "body_ar", "position", "version"]);
        let belief = [("kind", "misconception"), ("verdict", "maybe")];
        assert_eq!(names(new(&values(&belief))), ["verdict", "title_ar", "body_ar", "position", "slug"]);
        assert_eq!(names(new(&values(&[("kind", "news")])))[0], "kind");
        let guide = [&WHOLE[2..], &[("kind", "guide"), ("slug", "support-guide")]].concat();
        assert_eq!(new(&values(&guide)).expect("whole").1.content.nature, Nature::Guide);
    }
}
