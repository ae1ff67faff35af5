use proptest::prelude::*;

use super::*;

fn query(raw: &str) -> Query {
    Query::parse(raw).expect("a query")
}

fn shown(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
}

#[test]
fn a_word_is_found_however_it_is_spelled() {
    for (text, asked, found) in [
        ("الإجابة بعد أسبوعين", "الاجابه", "ال[إجابة] بعد أسبوعين"),
        ("يُسَمَّى القَرارُ قرارًا", "قرار", "يُسَمَّى ال[قَرارُ] [قرارً]ا"),
        ("مـــستندات ومستند", "مستند", "[مـــستند]ات و[مستند]"),
        ("المادة ١٢ من الدليل", "12", "المادة [١٢] من الدليل"),
        ("Within TWO weeks", "two", "Within [TWO] weeks"),
        ("مبنى ومبني", "مبنى", "[مبنى] و[مبني]"),
    ] {
        assert_eq!(shown(&mark(text, &query(asked))), found);
    }
}

#[test]
fn the_article_of_a_term_does_not_matter() {
    assert_eq!(shown(&mark("سبب رفض الطلب", &query("الرفض"))), "سبب [رفض] الطلب");
    assert_eq!(query("الو الى").terms(), ["الو", "الي"]);
}

#[test]
fn a_query_keeps_a_few_terms_and_no_single_letter() {
    assert_eq!(Query::parse("  و ، ؟ "), None);
    assert_eq!(Query::parse(""), None);
    assert_eq!(query("ماذا؟ ماذا!").terms(), ["ماذا"]);
    assert_eq!(query("aa bb cc dd ee ff gg hh").terms().len(), MOST_TERMS);
    assert!(query(&"م".repeat(100_000)).terms()[0].chars().count() <= LONGEST_QUERY);
}

#[test]
fn an_excerpt_is_cut_between_words_round_the_first_hit() {
    let text = "كلمة ".repeat(40) + "هنا القرار المطلوب " + &"بعد ".repeat(60);
    let cut = shown(&excerpt(&text, &query("قرار"), 80));
    assert!(cut.starts_with("… كلمة") && cut.ends_with("بعد …") && cut.contains("ال[قرار]"), "{cut}");
    assert!(cut.chars().count() < 100, "{cut}");
    assert_eq!(shown(&excerpt("لا شيء هنا", &query("قرار"), 80)), "لا شيء هنا");
    assert_eq!(shown(&excerpt("القرار", &query("قرار"), 80)), "ال[قرار]");
}

#[test]
fn overlapping_terms_are_marked_once() {
    assert_eq!(shown(&mark("المستندات", &query("مستندات ستند"))), "ال[مستندات]");
}

proptest! {
    #[test]
    fn what_is_marked_folds_into_a_term(text in "[\u{0621}-\u{065F}a-zİ\u{0640}٠-٩ -]{0,60}", asked in "[\u{0621}-\u{064A} ]{2,6}") {
        if let Some(query) = Query::parse(&asked) {
            for piece in mark(&text, &query).iter().filter(|piece| piece.hit) {
                prop_assert!(query.terms().contains(&fold(&piece.text)), "{:?} in {text:?}", piece.text);
            }
        }
    }

    #[test]
    fn a_word_of_a_text_is_found_in_it(words in prop::collection::vec("[\u{0621}-\u{0652}]{3,8}", 1..8), at in any::<prop::sample::Index>()) {
        let text = words.join(" ");
        if let Some(query) = Query::parse(at.get(&words)) {
            prop_assert_eq!(Folded::of(&text).count(&query), query.terms().len());
            prop_assert!(mark(&text, &query).iter().any(|piece| piece.hit));
        }
    }

    #[test]
    fn pieces_put_together_are_the_text(text in ".*", asked in ".{0,20}") {
        if let Some(query) = Query::parse(&asked) {
            let whole: String = mark(&text, &query).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text.clone());
            let cut: String = excerpt(&text, &query, 40).into_iter().map(|piece| piece.text).collect();
            let core = cut.trim_start_matches("… ").trim_end_matches(" …");
            prop_assert!(text.contains(core), "{core:?}");
        }
    }

    #[test]
    fn folding_for_search_twice_changes_nothing(text in ".*") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }
}
