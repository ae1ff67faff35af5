//! Articles: drafts, versions, what readers see, and finding it.

use domain::{
    knowledge::{Content, Kind, Nature, Slug, State, Topic, Words},
    search::{Query, fold},
};
use store::{
    Language, StoreError,
    articles::{self, Article, NewArticle, SearchWords},
};

use crate::{
    given::{moment, morning, text},
    home::Home,
};

fn words(title: &str, body: &str) -> Words {
    Words { title: text(title), body: text(body) }
}

fn question(title: &str, body: &str) -> Content {
    Content { nature: Nature::Faq { topic: Topic::Answer }, ar: words(title, body), en: None }
}

async fn begin(home: &Home, slug: &str, position: i64, draft: Content) -> store::Result<i64> {
    let new = NewArticle { slug: text(slug), position, draft, at: morning() };
    home.db.write(move |tx| Box::pin(async move { articles::insert(tx, &new).await })).await
}

async fn the(home: &Home, slug: &str) -> Article {
    articles::find(&home.db, &text::<Slug>(slug)).await.unwrap().unwrap()
}

async fn publish(home: &Home, article: Article, at: &str) -> store::Result<i64> {
    let (at, folded) = (moment(at), fold(&format!("{} {}", article.draft.ar.title, article.draft.ar.body)));
    let words = SearchWords { ar: folded.clone(), en: folded };
    home.db.write(move |tx| Box::pin(async move { articles::publish(tx, &article, &words, at).await })).await
}

async fn every_version_is_kept_and_the_newest_is_read(home: Home) {
    begin(&home, "how-long", 2, question("كم أنتظر؟", "أسبوعين على الأقل.")).await.unwrap();
    let taken = begin(&home, "how-long", 1, question("سؤال", "جواب")).await;
    assert!(matches!(taken, Err(StoreError::Taken(_))), "{taken:?}");
    assert_eq!(the(&home, "how-long").await.state(), State::Draft);
    assert_eq!(articles::published(&home.db, &Kind::ALL).await.unwrap(), []);

    assert_eq!(publish(&home, the(&home, "how-long").await, "2026-03-02T06:00:00Z").await.unwrap(), 1);
    let mut article = the(&home, "how-long").await;
    article.draft = question("كم أنتظر الإجابة؟", "أربعة عشر يومًا على الأقل.");
    assert_eq!(publish(&home, article.clone(), "2026-03-09T06:00:00Z").await.unwrap(), 2);
    let stale = publish(&home, article, "2026-03-09T06:00:01Z").await;
    assert!(matches!(stale, Err(StoreError::Conflict)), "{stale:?}");

    let read = articles::published(&home.db, &[Kind::Faq]).await.unwrap();
    let newest = question("كم أنتظر الإجابة؟", "أربعة عشر يومًا على الأقل.");
    assert_eq!(read.iter().map(|article| article.published.clone()).collect::<Vec<_>>(), [Some(newest)]);
    assert_eq!(read[0].first_published_at, Some(moment("2026-03-02T06:00:00Z")));
    let numbers: Vec<i64> =
        articles::editions(&home.db, read[0].id).await.unwrap().into_iter().map(|edition| edition.number).collect();
    assert_eq!(numbers, [2, 1]);
    let first = articles::edition(&home.db, read[0].id, 1).await.unwrap().unwrap();
    assert_eq!(first.content.ar.title.as_str(), "كم أنتظر؟");
    assert_eq!(articles::edition(&home.db, read[0].id, 3).await.unwrap(), None);
}

async fn a_saved_draft_is_nobodys_until_it_is_published(home: Home) {
    begin(&home, "how-long", 2, question("كم أنتظر؟", "أسبوعين.")).await.unwrap();
    publish(&home, the(&home, "how-long").await, "2026-03-02T06:00:00Z").await.unwrap();
    let mut article = the(&home, "how-long").await;
    article.draft = question("غيره", "غيره");
    let changed = article.clone();
    home.write(move |tx| Box::pin(async move { articles::save(tx, &changed, morning()).await })).await;
    let read = the(&home, "how-long").await;
    assert_eq!(read.published, Some(question("كم أنتظر؟", "أسبوعين.")));
    assert_eq!((read.draft.clone(), read.version), (question("غيره", "غيره"), article.version + 1));
    let stale = home.db.write(move |tx| Box::pin(async move { articles::save(tx, &article, morning()).await })).await;
    assert!(matches!(stale, Err(StoreError::Conflict)), "{stale:?}");
    home.write(move |tx| Box::pin(async move { articles::withdraw(tx, &read, morning()).await })).await;
    assert_eq!(the(&home, "how-long").await.state(), State::Withdrawn);
    assert_eq!(articles::published(&home.db, &Kind::ALL).await.unwrap(), []);
}

async fn articles_are_found_by_their_folded_words(home: Home) {
    for (slug, title, body) in [
        ("appeal", "كيف أتظلّم؟", "اكتب أسباب التظلُّم خلال 30 يومًا."),
        ("percent", "نسبة", "خصم 50% على_الأقل"),
        ("hidden", "كيف أتظلّم سرًّا؟", "مسودة"),
    ] {
        begin(&home, slug, 1, question(title, body)).await.unwrap();
        if slug != "hidden" {
            publish(&home, the(&home, slug).await, "2026-03-02T06:00:00Z").await.unwrap();
        }
    }
    let found = async |asked: &str| -> Vec<String> {
        let query = Query::parse(asked).unwrap();
        let found = articles::search(&home.db, &query, Language::Ar).await.unwrap();
        found.into_iter().map(|article| article.slug.to_string()).collect()
    };
    assert_eq!(found("التظلم").await, ["appeal"]);
    assert_eq!(found("تظلم ٣٠").await, ["appeal"]);
    assert_eq!(found("تظلم خصم").await, [""; 0]);
    assert_eq!(found("50%").await, ["percent"]);
    assert_eq!(found("على_الأقل").await, ["percent"]);
    assert_eq!(found("على.الأقل").await, [""; 0]);
}

on_both!(
    every_version_is_kept_and_the_newest_is_read,
    a_saved_draft_is_nobodys_until_it_is_published,
    articles_are_found_by_their_folded_words,
);
