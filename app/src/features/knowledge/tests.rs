//! What the pages of knowledge write, in both languages.

use domain::{
    NaiveDate,
    association::Association,
    calendar::Doors,
    knowledge::{
        Block, ChannelSettings, Content, Delegate, Manuscript, Nature, Slug, SocialAccount, Span, State, Title, Topic,
        Verdict, Words,
    },
    programme::Bilingual,
    search::Piece,
    views::{
        ArticleSheet, Card, ChannelsSheet, DeskFilter, DeskLine, DeskSheet, EditionLine, Entry, Hit, Preview, Shelf,
    },
};
use i18n::Locale;
use leptos::prelude::*;

use super::{
    article::ArticleView,
    beliefs::BeliefsView,
    channels::ChannelsView,
    desk::DeskView,
    editor::EditorView,
    help::{Help, HelpView},
    said::SaidView,
};
use crate::{
    AppError,
    form::{Refused, Values, use_form},
    public::tests::render,
};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a date")
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a slug")
}

fn both(ar: &str, en: &str) -> Bilingual {
    Bilingual { ar: ar.to_owned(), en: en.to_owned() }
}

fn text(words: &str) -> Vec<Span> {
    vec![Span::Text(words.to_owned())]
}

fn blocks() -> Vec<Block> {
    let link = |to: &str| Span::Link { to: to.to_owned(), text: text("هنا") };
    let clause = |level, clause: &str| {
        let words = format!("{clause} البند");
        Block::Heading { level, clause: Some(clause.to_owned()), text: text(&words) }
    };
    let paragraph = |text| Block::Paragraph { text };
    vec![
        clause(2, "3"),
        clause(3, "3-1"),
        paragraph(vec![
            Span::Strong(text("<script>alert(1)</script>")),
            Span::Break,
            link("/programmes"),
            link("https://wisal.example"),
        ]),
        clause(3, "3-2"),
        Block::List {
            first: Some(2), items: vec![vec![paragraph(text("أولًا"))], vec![paragraph(text("ثانيًا"))]]
        },
    ]
}

fn entry(nature: Nature, title: &str) -> Entry {
    Entry {
        slug: slug("how-long"),
        nature,
        title: title.to_owned(),
        blocks: vec![Block::Paragraph { text: text("أسبوعين على الأقل.") }],
        only_arabic: true,
        since: day(1),
    }
}

fn shelf() -> Shelf {
    let card = |nature, title: &str| Card {
        slug: slug("support-guide"),
        nature,
        title: title.to_owned(),
        summary: "لمن ندعم.".to_owned(),
        only_arabic: false,
        number: 2,
        published_on: day(8),
    };
    Shelf {
        questions: vec![entry(Nature::Faq { topic: Topic::Answer }, "متى تصلني الإجابة؟")],
        guides: vec![card(Nature::Guide, "دليل الدعم")],
        bylaws: vec![card(Nature::Bylaw, "اللائحة")],
    }
}

fn found(asked: &str) -> Help {
    let piece = |text: &str, hit| Piece { text: text.to_owned(), hit };
    let hit = Hit {
        slug: slug("how-long"),
        nature: Nature::Faq { topic: Topic::Answer },
        title: vec![piece("متى تصلني ال", false), piece("إجابة", true), piece("؟", false)],
        excerpt: vec![piece("لا تصدر ", false), piece("إجابة", true), piece(" قبل <b>14</b> يومًا …", false)],
        only_arabic: false,
    };
    let hits = if asked == "الاجابه" { vec![hit] } else { Vec::new() };
    Help::Found { asked: asked.to_owned(), hits }
}

fn article(shown: i64) -> ArticleSheet {
    let edition = |number, on| EditionLine { number, published_on: day(on) };
    ArticleSheet {
        slug: slug("support-guide"),
        nature: Nature::Guide,
        title: "دليل الدعم".to_owned(),
        blocks: blocks(),
        only_arabic: false,
        shown: edition(shown, if shown == 2 { 8 } else { 1 }),
        editions: vec![edition(2, 8), edition(1, 1)],
    }
}

fn channels(doors: Doors) -> ChannelsSheet {
    let hour = |hour| day(1).and_hms_opt(hour, 0, 0).expect("a time").time();
    ChannelsSheet {
        association: Association {
            name: both("جمعية الاختبار", "Test Association"),
            address: both("مكة المكرمة", "Makkah"),
            licence: "0000".to_owned(),
            unified_number: "7000000000".to_owned(),
            phone: "0125000000".to_owned(),
        },
        settings: ChannelSettings {
            email: Some("care@wisal.example".to_owned()),
            social: vec![SocialAccount { name: both("إكس", "X"), address: "https://x.wisal.example".to_owned() }],
            delegates: vec![Delegate {
                office: both("الشرائع", "Shara’i"), found: both("الأحد", "Sunday")
            }],
        },
        doors,
        today: day(22),
        opens: hour(8),
        closes: hour(16),
        holidays: vec![(day(23), day(23)), (day(24), day(26))],
    }
}

fn line() -> DeskLine {
    DeskLine {
        slug: slug("how-long"),
        nature: Nature::Faq { topic: Topic::Answer },
        title: "متى تصلني الإجابة؟".to_owned(),
        state: State::Published,
        changed: true,
        in_english: false,
        number: 2,
        updated_at: domain::time::from_riyadh(day(22).into()),
    }
}

fn sheet() -> DeskSheet {
    let words = Words {
        title: Title::parse("متى تصلني الإجابة؟").expect("a title"),
        body: Manuscript::parse("أسبوعين </textarea><script>alert(1)</script>").expect("a text"),
    };
    let draft = Content { nature: Nature::Faq { topic: Topic::Answer }, ar: words, en: None };
    DeskSheet { line: line(), draft, position: 3, editions: Vec::new(), version: 7 }
}

#[tokio::test]
async fn what_everybody_reads_is_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let help = render(locale, || view! { <HelpView help=Help::Shelf(shelf())/> });
        insta::assert_snapshot!(format!("help_{tag}"), help);
        let hits = render(locale, || view! { <HelpView help=found("الاجابه")/> });
        insta::assert_snapshot!(format!("found_{tag}"), hits);
        let article = render(locale, || view! { <ArticleView sheet=article(1)/> });
        insta::assert_snapshot!(format!("article_{tag}"), article);
        let doors = Doors::Closed { next: day(29).and_hms_opt(8, 0, 0).expect("a time") };
        let channels = render(locale, move || view! { <ChannelsView sheet=channels(doors)/> });
        insta::assert_snapshot!(format!("channels_{tag}"), channels);
    }
}

#[tokio::test]
async fn beliefs_open_without_a_script() {
    let nature = Nature::Misconception { verdict: Verdict::NotTrue };
    let html = render(Locale::ar, move || view! { <BeliefsView beliefs=vec![entry(nature, "«الطلب برسوم»")]/> });
    assert!(html.contains("<details") && html.contains("غير صحيح") && html.contains("«الطلب برسوم»"), "{html}");
    let html = render(Locale::en, || view! { <SaidView changes=vec![entry(Nature::Improvement, "قالوا")]/> });
    assert!(html.contains("You said") && html.contains(r#"lang="ar" dir="rtl""#), "{html}");
}

#[tokio::test]
async fn nothing_in_a_text_becomes_markup() {
    let article = render(Locale::en, || view! { <ArticleView sheet=article(2)/> });
    assert!(!article.contains("<script>") && article.contains("&lt;script&gt;"), "{article}");
    assert!(article.contains(r#"id="c-3-2""#) && article.contains(r##"href="#c-3-2""##), "{article}");
    assert!(article.contains(r#"href="/en/programmes""#) && article.contains("external noopener"), "{article}");
    let hits = render(Locale::ar, || view! { <HelpView help=found("الاجابه")/> });
    assert!(hits.contains("<mark>إجابة") && !hits.contains("<b>14"), "{hits}");
    let none = render(Locale::ar, || view! { <HelpView help=found("<script>")/> });
    assert!(!none.contains("<script>"), "{none}");
}

fn editor(locale: Locale, refused: Option<Refused>, preview: Option<Preview>) -> String {
    render(locale, move || {
        if let Some(refused) = refused {
            provide_context(refused);
        }
        let (form, withdrawal) = (use_form("article"), use_form("withdraw"));
        view! { <EditorView sheet=sheet() preview form withdrawal done=String::new()/> }
    })
}

#[tokio::test]
async fn the_editors_table_is_as_reviewed() {
    for locale in [Locale::ar, Locale::en] {
        let tag = i18n::language_tag(locale);
        let desk = render(locale, || view! { <DeskView filter=DeskFilter::default() lines=vec![line()]/> });
        insta::assert_snapshot!(format!("desk_{tag}"), desk);
        insta::assert_snapshot!(format!("editor_{tag}"), editor(locale, None, None));
    }
}

#[tokio::test]
async fn a_preview_and_a_late_form_keep_what_was_typed() {
    let values = |act: &str| {
        let pairs = [("act", act), ("title_ar", "عنوان كُتب"), ("body_ar", "نص كُتب")];
        Values(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec())
    };
    let refused =
        |act: &str, error| Refused { form: "article".to_owned(), values: values(act), problems: Vec::new(), error };
    let preview = Preview { ar: blocks(), en: Vec::new() };
    let seen = editor(Locale::ar, Some(refused("preview", None)), Some(preview));
    assert!(seen.contains("previewed") && seen.contains("عنوان كُتب") && seen.contains("نص كُتب"), "{seen}");
    assert!(!seen.contains("<script>") && !seen.contains("error-summary"), "{seen}");
    let late = editor(Locale::ar, Some(refused("save", Some(AppError::Conflict))), None);
    assert!(late.contains("غيّره زميل") && late.contains("نص كُتب") && late.contains("متى تصلني الإجابة؟"), "{late}");
    assert!(late.contains(r#"name="version" value="7""#) && !late.contains("<script>"), "{late}");
}
