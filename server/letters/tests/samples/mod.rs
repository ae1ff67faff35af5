//! Letters to synthetic people, and readers of the finished files.

use std::process::Command;

use chrono::NaiveDate;
use domain::Reference;
use i18n::Locale;
use letters::{
    CertificateFacts, DataFacts, DataPart, DecisionFacts, Letter, LetterKind, Letterhead, Outcome, ReceiptFacts, render,
};

pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn words(locale: Locale, ar: &str, en: &str) -> String {
    match locale {
        Locale::ar => ar,
        Locale::en => en,
    }
    .to_owned()
}

fn letter(locale: Locale, kind: LetterKind) -> Letter {
    Letter {
        locale,
        head: Letterhead {
            name_ar: "جمعية أوقاف خير البقاع التنموية".to_owned(),
            name_en: "Khair Al-Biqa’ Development Endowments Association".to_owned(),
            licence: "2170".to_owned(),
            unified_number: "7026477542".to_owned(),
            address: words(
                locale,
                "مكة المكرمة، حي الملك فهد 3202، وحدة 55",
                "Makkah, King Fahd district 3202, unit 55",
            ),
            phone: "+966 12 000 0000".to_owned(),
        },
        number: "1446-00231".to_owned(),
        date: date(2025, 3, 15),
        kind,
        verify: Some("https://wisal.example/v/1446-00231/4F9K2".to_owned()),
    }
}

fn applicant(locale: Locale) -> String {
    words(locale, "نورة بنت عبد الله بن محمد الحربي", "Noura bint Abdullah bin Mohammed Al-Harbi")
}

pub fn receipt(locale: Locale) -> Letter {
    letter(
        locale,
        LetterKind::Receipt(ReceiptFacts {
            applicant: applicant(locale),
            reference: Reference::from_entropy(*b"letters, sampled"),
            programme: words(locale, "السلة الغذائية", "Food basket"),
            submitted_on: date(2025, 3, 15),
            earliest_reply_on: date(2025, 3, 29),
            latest_reply_on: date(2025, 4, 14),
            documents: vec![
                words(locale, "سجل الأسرة", "Family record"),
                words(locale, "إثبات الدخل", "Proof of income"),
                words(locale, "عقد الإيجار", "Lease"),
                words(locale, "شهادة الآيبان من البنك", "IBAN certificate from the bank"),
            ],
            answers_hash: "9f2c8a1e55d0c4b71203aa9ffe01c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3".to_owned(),
            signed_by: applicant(locale),
        }),
    )
}

pub fn certificate(locale: Locale) -> Letter {
    letter(
        locale,
        LetterKind::Certificate(CertificateFacts {
            volunteer: applicant(locale),
            opportunity: words(locale, "تعبئة السلال الغذائية", "Packing food baskets"),
            minutes: 750,
            from: date(2025, 2, 2),
            until: date(2025, 3, 9),
        }),
    )
}

pub fn decision(locale: Locale, outcome: Outcome) -> Letter {
    let rejected = outcome == Outcome::Rejected;
    let reason = words(
        locale,
        "نصيب الفرد من دخل الأسرة 912 ريالا في الشهر، وحد هذا البرنامج 750 ريالا.",
        "The household’s income is 912 riyals per person per month; the limit of this programme is 750 riyals.",
    );
    let next = if rejected {
        vec![words(
            locale,
            "إن تغير دخلك فقدم طلبا جديدا في أي وقت.",
            "If your income changes, apply again at any time.",
        )]
    } else {
        vec![
            words(locale, "أحضر أصل عقد الإيجار خلال أسبوعين.", "Bring the original lease within two weeks."),
            words(locale, "ننشئ ملفك ونعطيك رقمه.", "We open your file and give you its number."),
            words(locale, "نسلمك السلة في موعد نتفق عليه.", "You receive the basket on a day that suits you."),
        ]
    };
    letter(
        locale,
        LetterKind::Decision(DecisionFacts {
            applicant: applicant(locale),
            reference: Reference::from_entropy(*b"letters, sampled"),
            programme: words(locale, "السلة الغذائية", "Food basket"),
            outcome,
            decision_number: "1446/12-7".to_owned(),
            decided_session_on: date(2025, 3, 12),
            reason: (outcome != Outcome::Accepted).then_some(reason),
            clause: Some(words(locale, "دليل الدعم، المادة 4-2", "Support guide, article 4-2")),
            appeal_until: rejected.then(|| date(2025, 4, 14)),
            next,
        }),
    )
}

/// A copy of somebody's data with so many messages in it.
pub fn data(locale: Locale, messages: usize) -> Letter {
    let message =
        words(locale, "استلمنا طلبك. تابعه برقمه متى شئت.", "We received your request. Follow it at any time.");
    let part = |title: String, rows| DataPart {
        title,
        rows,
        nothing: words(locale, "لا شيء محفوظ هنا.", "Nothing is held here."),
    };
    letter(
        locale,
        LetterKind::Data(DataFacts {
            person: applicant(locale),
            title: words(locale, "نسخة من بياناتك", "A copy of your data"),
            opening: words(locale, "هذا ما تحفظه الجمعية عنك.", "This is what the association holds about you."),
            facts: vec![(words(locale, "الهوية", "National ID"), "1058529940".to_owned())],
            parts: vec![
                part(words(locale, "أسرتك", "Your household"), Vec::new()),
                part(
                    words(locale, "رسائلنا إليك", "Our messages to you"),
                    (1..=messages).map(|number| (format!("2026-11-{number:02}"), message.clone())).collect(),
                ),
            ],
        }),
    )
}

/// What a reader finds in the file, one space between words.
pub fn text_of(letter: &Letter) -> String {
    let pdf = saved(letter);
    let output = Command::new("pdftotext").arg("-layout").arg(pdf.path()).arg("-").output().expect("pdftotext runs");
    String::from_utf8(output.stdout)
        .expect("UTF-8")
        .lines()
        .map(|line| line.split(is_between_words).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Poppler puts marks of direction around numbers and Latin words.
fn is_between_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{200E}' | '\u{200F}')
}

pub fn pages_of(letter: &Letter) -> usize {
    let pdf = saved(letter);
    let output = Command::new("pdfinfo").arg(pdf.path()).output().expect("pdfinfo runs");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .and_then(|count| count.trim().parse().ok())
        .expect("a page count")
}

fn saved(letter: &Letter) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), render(letter).expect("renders")).expect("written");
    file
}
