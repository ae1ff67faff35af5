//! Nothing personal can be read from the files of the database.

use chrono::TimeDelta;
use domain::{
    RequestId,
    committee::{Choice, Recusal, Vote},
    rating::{Level, Rated, Rating},
};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use store::{
    Language, StoreError, Vault, VaultError, codes,
    codes::NewCode,
    committee, documents, logins,
    logins::{Login, Subject},
    outbox,
    outbox::NewMessage,
    people, ratings, requests, staff,
};

use crate::{
    given::{a_member, a_request, a_session, mobile, morning, national_id, submitted, text},
    home::Home,
    records::new_document,
};

/// Everything personal this test writes. The name is as people write it: its folded form is stored for searching.
const SECRETS: [&str; 11] = [
    "نورة محمد علي الحربي",
    "انقطع الدخل منذ ثلاثة أشهر",
    "SA0380000000608010167519",
    "عقد إيجار نورة.pdf",
    "الدخل أعلى من الحد",
    "ابن عم مقدّم الطلب",
    "الخدمة تأخرت كثيرًا",
    "وصلنا طلبك يا نورة",
    "secret of the authenticator",
    "waiting for the second step",
    "code for somebody",
];

/// Writes a secret into every sealed column there is.
async fn fill(home: &Home) -> RequestId {
    let request = a_request(home).await;
    let session = a_session(home, "2026-03-10").await;
    let (one, two) = (a_member(home, "one").await, a_member(home, "two").await);
    home.write(move |tx| {
        Box::pin(async move {
            let mut row = requests::find(tx, request).await?.unwrap();
            row.stage = submitted(&row.answers, morning());
            requests::save(tx, &row, row.version).await?;
            let document = new_document(row.person, Some(request), "عقد إيجار نورة.pdf");
            documents::insert(tx, &document).await?;
            let vote =
                Vote {
                    member: one, choice: Choice::Reject, reason: Some(text("الدخل أعلى من الحد")), at: morning()
                };
            committee::put_vote(tx, request, session, &vote).await?;
            let aside = Recusal { member: two, ground: text("ابن عم مقدّم الطلب"), at: morning() };
            committee::put_recusal(tx, request, session, &aside).await?;
            ratings::invite(tx, Rated::Service(request), "token", morning()).await?;
            let invite = ratings::find_by_token(tx, "token").await?.unwrap();
            let comment = Some(text("الخدمة تأخرت كثيرًا"));
            ratings::rate(tx, &invite, &Rating { level: Level::Bad, comment, at: morning() }).await?;
            let message = NewMessage {
                key: "k".to_owned(),
                person: Some(row.person),
                request: Some(request),
                to: domain::message::Recipient::Sms(mobile(1)),
                language: Language::Ar,
                template: "received".to_owned(),
                body: "وصلنا طلبك يا نورة".to_owned(),
                created_at: morning(),
                due_at: morning(),
            };
            outbox::enqueue(tx, &message).await?;
            let mut account = staff::find(tx, one).await?.unwrap();
            account.totp = Some(b"secret of the authenticator".to_vec());
            staff::save(tx, &account).await?;
            let login = Login {
                subject: Subject::Pending(1),
                facts: json!("waiting for the second step"),
                created_at: morning(),
                seen_at: morning(),
                expires_at: morning(),
            };
            logins::insert(tx, "login", &login).await?;
            let code = NewCode {
                purpose: "sign_in".to_owned(),
                subject_index: "s".to_owned(),
                code_hash: "h".to_owned(),
                facts: json!("code for somebody"),
                created_at: morning(),
                expires_at: morning() + TimeDelta::minutes(5),
            };
            codes::insert(tx, &code).await?;
            Ok(request)
        })
    })
    .await
}

/// All bytes the database wrote: the files of `SQLite`, every row of every table of `PostgreSQL` (binary as hex).
async fn bytes(home: &Home) -> Vec<u8> {
    if let Some(folder) = &home.folder {
        let files = std::fs::read_dir(folder.path()).unwrap();
        return files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
    }
    let conn = home.back_door().await;
    conn.execute_unprepared("SET xmlbinary = hex").await.unwrap();
    let all = Statement::from_string(
        conn.get_database_backend(),
        "SELECT query_to_xml('SELECT * FROM ' || quote_ident(tablename), true, false, '')::text
         FROM pg_tables WHERE schemaname = 'public'",
    );
    let rows = conn.query_all_raw(all).await.unwrap();
    rows.iter().flat_map(|row| row.try_get_by_index::<String>(0).unwrap().into_bytes()).collect()
}

fn holds(bytes: &[u8], part: &str) -> bool {
    let hex = hex::encode_upper(part);
    [part, &hex].iter().any(|part| bytes.windows(part.len()).any(|window| window == part.as_bytes()))
}

async fn sealed_columns_show_nothing(home: Home) {
    fill(&home).await;
    let bytes = bytes(&home).await;
    // The search itself works: this is stored as it is.
    assert!(holds(&bytes, "food-basket") && holds(&bytes, "نوره محمد علي الحربي"));
    let numbers = [national_id(1).to_string(), mobile(1).to_string(), mobile(1).local()];
    for secret in SECRETS.into_iter().chain(numbers.iter().map(String::as_str)) {
        assert!(!holds(&bytes, secret), "{secret} can be read");
    }
}

async fn a_value_moved_to_another_row_or_column_is_refused(home: Home) {
    let request = fill(&home).await;
    let other = crate::given::a_person(&home, 2, None).await;
    home.tamper("UPDATE person SET mobile_sealed = (SELECT p.mobile_sealed FROM person p WHERE p.id = 1) WHERE id = 2")
        .await;
    let read = people::find(&home.db, other).await;
    assert!(matches!(read, Err(StoreError::Vault(VaultError::Broken))), "{read:?}");
    home.tamper("UPDATE request SET answers_sealed = facts_sealed").await;
    let read = requests::find(&home.db, request).await;
    assert!(matches!(read, Err(StoreError::Vault(VaultError::Broken))), "{read:?}");
}

async fn another_key_reads_nothing(home: Home) {
    let request = fill(&home).await;
    let mut options = home.options.clone();
    options.vault = std::sync::Arc::new(Vault::from_key([9; 32]));
    let stranger = store::Db::open(&options).await.unwrap();
    let read = requests::find(&stranger, request).await;
    assert!(matches!(read, Err(StoreError::Vault(VaultError::OtherKey))), "{read:?}");
    assert_eq!(people::find_by_national_id(&stranger, &national_id(1)).await.unwrap(), None);
}

on_both!(sealed_columns_show_nothing, a_value_moved_to_another_row_or_column_is_refused, another_key_reads_nothing,);
