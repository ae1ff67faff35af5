//! Writing, publishing, reading and finding articles; the channels.

use domain::{
    Invalid,
    access::Role,
    calendar::Doors,
    knowledge::{
        ChannelSettings, Content, Manuscript, Nature, Slug, SocialAccount, State, Title, Topic, Verdict, Words,
    },
    programme::Bilingual,
    views::DeskFilter,
};
use i18n::Locale;

use super::*;
use crate::testing::World;

fn words(title: &str, body: &str) -> Words {
    Words { title: Title::parse(title).expect("a title"), body: Manuscript::parse(body).expect("a text") }
}

fn edited(nature: Nature, title: &str, body: &str) -> Edited {
    Edited { content: Content { nature, ar: words(title, body), en: None }, position: 1 }
}

fn question(title: &str, body: &str) -> Edited {
    edited(Nature::Faq { topic: Topic::Answer }, title, body)
}

fn slug(raw: &str) -> Slug {
    Slug::parse(raw).expect("a slug")
}

fn editor(world: &World) -> Ctx {
    world.staff(Role::KnowledgeEditor)
}

fn english(world: &World) -> Ctx {
    Ctx::new(world.house.clone(), Actor::Visitor, Locale::en, None)
}

/// An article everybody reads.
async fn published(world: &World, name: &str, edited: Edited) -> Slug {
    let ctx = editor(world);
    let slug = create(&ctx, slug(name), edited.clone(), name).await.expect("created");
    publish(&ctx, &slug, 1, edited).await.expect("published");
    slug
}

#[tokio::test]
async fn a_draft_is_nobodys_until_it_is_published() {
    let world = World::new().await;
    let ctx = editor(&world);
    let draft = question("كم أنتظر؟", "أسبوعين على الأقل.");
    let how_long = create(&ctx, slug("how-long"), draft.clone(), "k1").await.expect("created");
    assert_eq!(sheet(&ctx, &how_long).await.expect("a draft").line.state, State::Draft);
    assert!(matches!(article(&world.visitor(), &how_long, None).await, Err(Error::NotFound)));
    assert_eq!(shelf(&world.visitor()).await.expect("empty").questions, []);
    assert_eq!(publish(&ctx, &how_long, 1, draft).await.expect("published"), 1);
    let read = article(&world.visitor(), &how_long, None).await.expect("readable");
    assert_eq!((read.title.as_str(), read.shown.number), ("كم أنتظر؟", 1));
    assert_eq!(shelf(&world.visitor()).await.expect("one").questions.len(), 1);
}

#[tokio::test]
async fn older_versions_can_be_read_and_the_newest_is_shown() {
    let world = World::new().await;
    let ctx = editor(&world);
    let how_long = published(&world, "how-long", question("كم أنتظر؟", "أسبوعين.")).await;
    let changed = question("كم أنتظر الإجابة؟", "14 يومًا.");
    save(&ctx, &how_long, 2, changed.clone()).await.expect("saved");
    let desk = sheet(&ctx, &how_long).await.expect("a sheet");
    assert!(desk.line.changed && desk.line.state == State::Published);
    assert_eq!(article(&world.visitor(), &how_long, None).await.expect("readable").title, "كم أنتظر؟");
    assert_eq!(publish(&ctx, &how_long, 3, changed.clone()).await.expect("published"), 2);
    assert_eq!(publish(&ctx, &how_long, 4, changed).await.expect("nothing new"), 2);
    let newest = article(&world.visitor(), &how_long, None).await.expect("readable");
    assert_eq!((newest.title.as_str(), newest.editions.len()), ("كم أنتظر الإجابة؟", 2));
    let first = article(&world.visitor(), &how_long, Some(1)).await.expect("readable");
    assert_eq!((first.title.as_str(), first.shown.number), ("كم أنتظر؟", 1));
    assert!(matches!(article(&world.visitor(), &how_long, Some(3)).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn whoever_comes_late_changes_nothing() {
    let world = World::new().await;
    let ctx = editor(&world);
    let how_long = published(&world, "how-long", question("كم أنتظر؟", "أسبوعين.")).await;
    for late in [
        save(&ctx, &how_long, 1, question("متأخر", "نص")).await,
        publish(&ctx, &how_long, 1, question("متأخر", "نص")).await.map(drop),
        withdraw(&ctx, &how_long, 1).await,
    ] {
        assert!(matches!(late, Err(Error::Conflict)), "{late:?}");
    }
    let belief = edited(Nature::Misconception { verdict: Verdict::NotTrue }, "ظن", "نص");
    assert!(matches!(save(&ctx, &how_long, 2, belief).await, Err(Error::Field { field: "kind", .. })));
}

#[tokio::test]
async fn a_form_sent_twice_begins_one_article_and_an_address_serves_once() {
    let world = World::new().await;
    let ctx = editor(&world);
    let draft = question("كم أنتظر؟", "أسبوعين.");
    let first = create(&ctx, slug("how-long"), draft.clone(), "same").await.expect("created");
    assert_eq!(create(&ctx, slug("how-long"), draft.clone(), "same").await.expect("answered alike"), first);
    assert_eq!(desk(&ctx, DeskFilter::default()).await.expect("a list").len(), 1);
    match create(&ctx, slug("how-long"), draft, "other").await {
        Err(Error::Field { field, why }) => assert_eq!((field, why), ("slug", Invalid::SlugTaken)),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_withdrawn_article_is_gone_and_can_come_back() {
    let world = World::new().await;
    let ctx = editor(&world);
    let belief = edited(Nature::Misconception { verdict: Verdict::NotTrue }, "الطلب برسوم", "لا رسوم.");
    let fees = published(&world, "fees", belief.clone()).await;
    assert_eq!(misconceptions(&world.visitor()).await.expect("one").len(), 1);
    withdraw(&ctx, &fees, 2).await.expect("withdrawn");
    assert!(matches!(withdraw(&ctx, &fees, 3).await, Err(Error::Conflict)));
    for version in [None, Some(1)] {
        assert!(matches!(article(&world.visitor(), &fees, version).await, Err(Error::NotFound)));
    }
    assert_eq!(misconceptions(&world.visitor()).await.expect("none"), []);
    assert_eq!(search(&world.visitor(), "رسوم").await.expect("none"), []);
    assert_eq!(publish(&ctx, &fees, 3, belief).await.expect("again"), 2);
    assert_eq!(misconceptions(&world.visitor()).await.expect("one").len(), 1);
}

#[tokio::test]
async fn answers_are_found_however_they_are_spelled() {
    let world = World::new().await;
    published(&world, "late", question("متى أُبلَّغ؟", "نرسل رسالة عند **صدور الإجابة**، ثم [الخطاب](/my/requests)."))
        .await;
    published(&world, "answer", question("كم تستغرق الإجابة؟", "أسبوعين.")).await;
    let hits = search(&world.visitor(), "الاجابه").await.expect("two");
    assert_eq!(hits.iter().map(|hit| hit.slug.as_str()).collect::<Vec<_>>(), ["answer", "late"], "titles first");
    let marked = |pieces: &[domain::search::Piece]| -> Vec<String> {
        pieces.iter().filter(|piece| piece.hit).map(|piece| piece.text.clone()).collect()
    };
    assert_eq!(marked(&hits[0].title), ["إجابة"]);
    assert_eq!(marked(&hits[1].excerpt), ["إجابة"]);
    assert_eq!(search(&world.visitor(), "الاجابة خطاب").await.expect("one").len(), 1);
    for nothing in ["", "؟", "غائب"] {
        assert_eq!(search(&world.visitor(), nothing).await.expect("none"), []);
    }
}

#[tokio::test]
async fn english_readers_read_english_where_there_is_some() {
    let world = World::new().await;
    published(&world, "how-long", question("كم أنتظر؟", "أسبوعين.")).await;
    let mut both = edited(Nature::Guide, "دليل الدعم", "مقدمة الدليل.\n\n## 1 الاستحقاق");
    both.content.en = Some(words("Support guide", "The introduction.\n\n## 1 Who is entitled"));
    published(&world, "support", both).await;
    let read = shelf(&english(&world)).await.expect("a shelf");
    assert!(read.questions[0].only_arabic && !read.guides[0].only_arabic);
    assert_eq!(
        (read.guides[0].title.as_str(), read.guides[0].summary.as_str()),
        ("Support guide", "The introduction.")
    );
    assert_eq!(search(&english(&world), "ENTITLED").await.expect("one").len(), 1);
    assert!(search(&english(&world), "انتظر").await.expect("one")[0].only_arabic);
    assert_eq!(search(&world.visitor(), "entitled").await.expect("none"), []);
}

#[tokio::test]
async fn only_the_editor_keeps_articles() {
    let world = World::new().await;
    let how_long = published(&world, "how-long", question("كم أنتظر؟", "أسبوعين.")).await;
    let draft = question("غيره", "غيره");
    let others = Role::ALL.into_iter().filter(|role| *role != Role::KnowledgeEditor).map(|role| world.staff(role));
    for ctx in others.chain([world.beneficiary(), world.visitor()]) {
        let refusals = [
            create(&ctx, slug("other"), draft.clone(), "k").await.map(drop),
            save(&ctx, &how_long, 2, draft.clone()).await,
            publish(&ctx, &how_long, 2, draft.clone()).await.map(drop),
            withdraw(&ctx, &how_long, 2).await,
            desk(&ctx, DeskFilter::default()).await.map(drop),
            sheet(&ctx, &how_long).await.map(drop),
            preview(&ctx, "نص", "").map(drop),
            set_channels(&ctx, ChannelSettings::default()).await,
        ];
        for refusal in refusals {
            assert!(matches!(refusal, Err(Error::NotEntitled | Error::NotSignedIn)), "{:?}: {refusal:?}", ctx.actor());
        }
        article(&ctx, &how_long, None).await.expect("everybody reads");
    }
}

#[tokio::test]
async fn the_editor_filters_the_list() {
    let world = World::new().await;
    let ctx = editor(&world);
    published(&world, "how-long", question("كم أنتظر؟", "أسبوعين.")).await;
    create(&ctx, slug("guide"), edited(Nature::Guide, "دليل الدعم", "نص"), "g").await.expect("created");
    let listed = async |filter: DeskFilter| -> Vec<String> {
        let lines = desk(&ctx, filter).await.expect("a list");
        lines.into_iter().map(|line| line.slug.to_string()).collect()
    };
    assert_eq!(listed(DeskFilter::default()).await, ["how-long", "guide"]);
    assert_eq!(listed(DeskFilter { state: Some(State::Draft), ..DeskFilter::default() }).await, ["guide"]);
    let kind = Some(domain::knowledge::Kind::Faq);
    assert_eq!(listed(DeskFilter { kind, ..DeskFilter::default() }).await, ["how-long"]);
    assert_eq!(listed(DeskFilter { search: Some("انتظر".to_owned()), ..DeskFilter::default() }).await, ["how-long"]);
}

#[tokio::test]
async fn every_change_is_in_the_trail() {
    let world = World::new().await;
    let before = store::audit::head(editor(&world).db()).await.expect("a head").map_or(0, |head| head.place);
    let fees = published(&world, "fees", question("هل من رسوم؟", "لا.")).await;
    withdraw(&editor(&world), &fees, 2).await.expect("withdrawn");
    let after = store::audit::head(editor(&world).db()).await.expect("a head").map_or(0, |head| head.place);
    assert_eq!(after - before, 3);
}

#[tokio::test]
async fn the_channels_say_whether_somebody_is_there() {
    let world = World::new().await;
    let sheet = channels(&world.visitor()).await.expect("channels");
    assert!(matches!(sheet.doors, Doors::Open { .. }), "{:?}", sheet.doors);
    assert_eq!(sheet.settings, ChannelSettings::default());
    let name = Bilingual { ar: "إكس".to_owned(), en: "X".to_owned() };
    let account = |address: &str| SocialAccount { name: name.clone(), address: address.to_owned() };
    let with = |address| ChannelSettings { social: vec![account(address)], ..ChannelSettings::default() };
    set_channels(&editor(&world), with("https://social.example/a")).await.expect("set");
    assert_eq!(channels(&world.visitor()).await.expect("channels").settings.social.len(), 1);
    let refused = set_channels(&editor(&world), with("javascript:alert(1)")).await;
    assert!(matches!(refused, Err(Error::Field { field: "social", .. })));
}
