//! What holds for whatever is written and whatever is asked.

use domain::locale::Locale;
use domain::pages::{SearchKind, SearchResults};
use proptest::prelude::*;

use super::question::title_words;
use super::{SearchIndex, SearchIndexBuilder, Searchable};

fn words(most: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "(post|brev|hjælp|lektie|mit|id|læse){1,2}(en|er|s)?",
        "[a-zæøåé]{1,9}",
        Just("hvad er det".to_owned()),
        "[0-9]{1,4}",
    ];
    prop::collection::vec(word, 1..=most).prop_map(|words| words.join(" "))
}

/// Things with titles that are not the same, whatever keyboard they are typed on.
fn things() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((words(12), words(40)), 1..10).prop_map(|mut things| {
        things.sort_by_key(|(title, _)| title_words(title, Locale::Da));
        things.dedup_by_key(|(title, _)| title_words(title, Locale::Da));
        things
    })
}

fn index(things: &[(String, String)]) -> SearchIndex {
    let mut builder = SearchIndexBuilder::default();
    for (number, (title, body)) in things.iter().enumerate() {
        let text = Searchable {
            locale: Locale::Da,
            title: title.clone(),
            summary: String::new(),
            keywords: Vec::new(),
            body: body.clone(),
        };
        builder.add(SearchKind::Page, format!("/{number}"), std::iter::once(text));
    }
    builder.build()
}

fn ask(index: &SearchIndex, question: &str) -> SearchResults {
    index.search(question, Locale::Da, &[])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_title_finds_what_has_it_first(things in things()) {
        let index = index(&things);
        for (number, (title, _)) in things.iter().enumerate() {
            let results = ask(&index, &title.to_uppercase());
            prop_assert_eq!(&results.hits[0].path, &format!("/{number}"), "{}", title);
            prop_assert_eq!(results.mended, None);
        }
    }

    #[test]
    fn every_word_that_stands_somewhere_is_known(things in things()) {
        let index = index(&things);
        for word in things.iter().flat_map(|(title, body)| title.split(' ').chain(body.split(' '))) {
            let results = ask(&index, word);
            prop_assert!(results.missed.is_empty() && results.mended.is_none(), "{}", word);
            prop_assert!(!results.hits.is_empty(), "{}", word);
        }
    }

    #[test]
    fn any_question_is_answered(things in things(), question in "\\PC{0,80}") {
        let results = ask(&index(&things), &question);
        prop_assert!(results.hits.len() <= super::MAX_HITS);
        prop_assert!(!results.hits.is_empty() || results.mended.is_none());
    }
}
