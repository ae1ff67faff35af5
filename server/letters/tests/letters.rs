//! Letters as a reader gets them: pages, words that can be searched, and nothing typed that gives orders.
//! The text is taken out with `pdftotext` (poppler).

mod samples;

use std::time::Instant;

use i18n::Locale;
use letters::{LetterError, LetterKind, Outcome, render};
use samples::{certificate, data, date, decision, pages_of, receipt, text_of};

#[test]
fn receipt_in_arabic() {
    let text = text_of(&receipt(Locale::ar));
    for words in [
        "جمعية أوقاف خير البقاع التنموية",
        "الرقم الوطني الموحد",
        "إشعار باستلام طلبك",
        "السلام عليكم",
        "نورة بنت عبد الله بن محمد الحربي",
        "السلة الغذائية",
        "رمضان",
        "متى يصلك الرد؟",
        "عقد الإيجار",
        "9f2c8a1e",
    ] {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
    insta::assert_snapshot!("receipt_ar", text);
}

#[test]
fn receipt_in_english() {
    insta::assert_snapshot!("receipt_en", text_of(&receipt(Locale::en)));
}

#[test]
fn decisions_in_arabic() {
    insta::assert_snapshot!("rejected_ar", text_of(&decision(Locale::ar, Outcome::Rejected)));
    insta::assert_snapshot!("accepted_ar", text_of(&decision(Locale::ar, Outcome::Accepted)));
    insta::assert_snapshot!("deferred_ar", text_of(&decision(Locale::ar, Outcome::Deferred)));
}

#[test]
fn decisions_in_english() {
    insta::assert_snapshot!("rejected_en", text_of(&decision(Locale::en, Outcome::Rejected)));
    insta::assert_snapshot!("accepted_en", text_of(&decision(Locale::en, Outcome::Accepted)));
}

#[test]
fn a_copy_of_ones_data_says_everything_and_what_is_not_there() {
    let text = text_of(&data(Locale::ar, 3));
    for words in ["نسخة من بياناتك", "1058529940", "أسرتك", "لا شيء محفوظ هنا", "رسائلنا إليك", "استلمنا طلبك"]
    {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
    insta::assert_snapshot!("data_en", text_of(&data(Locale::en, 3)));
    assert!(pages_of(&data(Locale::ar, 90)) > 1);
}

#[test]
fn certificates() {
    for locale in [Locale::ar, Locale::en] {
        let letter = certificate(locale);
        assert_eq!(pages_of(&letter), 1, "{locale:?}");
        insta::assert_snapshot!(format!("certificate_{}", i18n::language_tag(locale)), text_of(&letter));
    }
}

#[test]
fn ordinary_letters_fit_one_page() {
    for locale in [Locale::ar, Locale::en] {
        assert_eq!(pages_of(&receipt(locale)), 1, "receipt, {locale:?}");
        for outcome in [Outcome::Accepted, Outcome::Rejected, Outcome::Deferred] {
            assert_eq!(pages_of(&decision(locale, outcome)), 1, "{outcome:?}, {locale:?}");
        }
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let letter = decision(Locale::ar, Outcome::Accepted);
    let first = render(&letter).expect("renders");
    render(&receipt(Locale::en)).expect("renders");
    assert!(first == render(&letter).expect("renders"));
}

#[test]
fn what_people_type_is_never_markup() {
    for typed in [
        "#read(\"/etc/passwd\")",
        "*a* _b_ `c` $x$ = d",
        "</script><script>x</script>",
        "#import \"letter.typ\": letter",
        "\\u{202E} \" {page} {{ date }} @a <b>",
    ] {
        let mut letter = receipt(Locale::en);
        letter.head.address = typed.to_owned();
        if let LetterKind::Receipt(facts) = &mut letter.kind {
            facts.applicant = typed.to_owned();
            facts.documents = vec![typed.to_owned()];
        }
        let text = text_of(&letter);
        // To whom, among the documents, and in the address.
        assert_eq!(text.matches(typed).count(), 3, "{typed} in\n{text}");
    }
}

#[test]
fn direction_overrides_disappear() {
    let mut letter = receipt(Locale::ar);
    if let LetterKind::Receipt(facts) = &mut letter.kind {
        facts.applicant = "نورة \u{202E}Nora\u{2066} Harbi".to_owned();
    }
    let text = text_of(&letter);
    assert!(text.contains("Nora Harbi"), "{text}");
}

#[test]
fn tashkeel_and_other_letters_render() {
    let mut letter = receipt(Locale::ar);
    if let LetterKind::Receipt(facts) = &mut letter.kind {
        facts.applicant = "مُحَمَّدٌ بْنُ عَبْدِ اللَّهِ الـــحَرْبِيُّ".to_owned();
        facts.programme = "ڤيليپ گل چنار ٹھیک ێ José Łukasz".to_owned();
        facts.documents = vec!["漢字 🙂 \u{1F468}\u{200D}\u{1F469} e\u{301}".to_owned()];
    }
    assert_eq!(pages_of(&letter), 1);
}

/// Whatever character somebody types, the applicant still gets the letter.
#[test]
fn every_character_of_the_basic_plane_renders() {
    let every: Vec<char> = ('\u{1}'..='\u{FFFF}').chain('\u{1F300}'..='\u{1F5FF}').collect();
    let mut letter = decision(Locale::ar, Outcome::Rejected);
    if let LetterKind::Decision(facts) = &mut letter.kind {
        facts.reason = Some(every.chunks(60).map(|chunk| chunk.iter().collect::<String>() + "\n").collect());
    }
    render(&letter).expect("renders");
}

#[test]
fn very_long_texts_break_and_go_on() {
    let mut letter = decision(Locale::ar, Outcome::Rejected);
    letter.number = "9".repeat(200);
    letter.head.name_ar = "جمعية ".repeat(40);
    if let LetterKind::Decision(facts) = &mut letter.kind {
        facts.applicant = "عبدالرحمن".repeat(60);
        facts.programme = "X".repeat(400);
        facts.reason = Some("سبب القرار واضح ومكتوب بتفصيل. ".repeat(300));
    }
    let pages = pages_of(&letter);
    assert!((2..8).contains(&pages), "{pages} pages");
}

#[test]
fn empty_settings_leave_no_empty_labels() {
    let mut letter = receipt(Locale::en);
    letter.head.licence.clear();
    letter.head.phone = " ".to_owned();
    letter.verify = None;
    let text = text_of(&letter);
    assert!(!text.contains("Licence") && !text.contains("Phone") && !text.contains("Scan"), "{text}");
}

#[test]
fn a_date_outside_the_hijri_table_is_refused() {
    let mut letter = receipt(Locale::ar);
    letter.date = date(2300, 1, 1);
    assert_eq!(render(&letter), Err(LetterError::NoHijriDate(date(2300, 1, 1))));
}

#[test]
fn a_code_too_long_to_scan_is_refused() {
    let mut letter = receipt(Locale::ar);
    letter.verify = Some("x".repeat(301));
    assert_eq!(render(&letter), Err(LetterError::VerifyTooLong(301)));
}

#[test]
fn the_file_is_tagged_and_says_its_language() {
    for (locale, lang) in [(Locale::ar, "ar-SA"), (Locale::en, "en-SA")] {
        let pdf = render(&receipt(locale)).expect("renders");
        let raw = String::from_utf8_lossy(&pdf);
        assert!(raw.contains("<pdfuaid:part>1</pdfuaid:part>"), "{locale:?} says it is PDF/UA-1");
        assert!(raw.contains(&format!("/Lang({lang})")), "{locale:?} says its language");
        assert!(raw.contains("D:20250315"), "{locale:?} carries the letter's date");
    }
}

/// Letters a second, each different; the floor is generous because the build is not optimised.
#[test]
fn a_batch_goes_quickly() {
    let mut letter = receipt(Locale::ar);
    render(&letter).expect("renders");
    let batch: u32 = if cfg!(debug_assertions) { 10 } else { 500 };
    let start = Instant::now();
    for turn in 0..batch {
        letter.number = format!("1446-{turn:05}");
        if let LetterKind::Receipt(facts) = &mut letter.kind {
            facts.applicant = format!("نورة بنت عبد الله بن محمد الحربي {turn}");
            facts.answers_hash = format!("{turn:064x}");
        }
        render(&letter).expect("renders");
    }
    let rate = f64::from(batch) / start.elapsed().as_secs_f64();
    println!("{rate:.0} letters/s");
    assert!(rate > if cfg!(debug_assertions) { 0.5 } else { 30.0 }, "{rate:.1} letters/s");
}
