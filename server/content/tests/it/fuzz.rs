//! Whatever stands in a file, the folder loads, and what is not served is said.

use std::collections::HashMap;

use content::{Library, Severity};
use domain::homework::{GuideFilter, StoryAge};
use domain::locale::Locale;
use domain::money::rate_facts;
use proptest::prelude::*;

use crate::support::{FACTS, FILES, Folder, fjordby, id};

/// Texts that mean something in the formats, to be thrown in.
const SNIPPETS: [&str; 34] = [
    "+++\n",
    "\n",
    "\n\n",
    "## ",
    "# ",
    "{#a}",
    "{{",
    "}}",
    "{{phone}}",
    "```question\n",
    "```\n",
    "```film\n",
    "```simulator\n",
    "{#a .deepening}",
    "### {.easy}\n",
    "[[options]]\n",
    "[[items]]\n",
    "[[screens]]\n",
    "[[screens.actions]]\n",
    "[screens.input]\n",
    "[[terms]]\n",
    "to = ",
    "[[",
    "\"",
    "\"\"\"",
    "> ",
    "- ",
    "![",
    "](",
    "<b>",
    "\u{feff}",
    "æ",
    "\r\n",
    "\0",
];

#[derive(Debug, Clone)]
enum Mutation {
    /// Cuts out a part.
    Cut { at: usize, length: usize },
    /// Puts in a snippet.
    Insert { at: usize, snippet: usize },
    /// Puts in bytes, which may not be UTF-8.
    Bytes { at: usize, bytes: Vec<u8> },
    /// Doubles a part.
    Double { at: usize, length: usize },
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = 0_usize..6000;
    prop_oneof![
        (at.clone(), 1_usize..200).prop_map(|(at, length)| Mutation::Cut { at, length }),
        (at.clone(), 0..SNIPPETS.len()).prop_map(|(at, snippet)| Mutation::Insert { at, snippet }),
        (at.clone(), prop::collection::vec(any::<u8>(), 1..4))
            .prop_map(|(at, bytes)| Mutation::Bytes { at, bytes }),
        (at, 1_usize..200).prop_map(|(at, length)| Mutation::Double { at, length }),
    ]
}

fn mutate(text: &mut Vec<u8>, mutation: &Mutation) {
    let place = |at: usize| at % (text.len() + 1);
    match mutation {
        Mutation::Cut { at, length } => {
            let start = place(*at);
            let end = (start + length).min(text.len());
            text.drain(start..end);
        }
        Mutation::Insert { at, snippet } => {
            let start = place(*at);
            text.splice(start..start, SNIPPETS[*snippet].bytes());
        }
        Mutation::Bytes { at, bytes } => {
            let start = place(*at);
            text.splice(start..start, bytes.iter().copied());
        }
        Mutation::Double { at, length } => {
            let start = place(*at);
            let part = text[start..(start + length).min(text.len())].to_vec();
            text.splice(start..start, part);
        }
    }
}

/// Whether everything of the sound folder is served: every course, guide and page, and the figures the tools count with.
fn is_whole(library: &Library) -> bool {
    let courses = library.course_cards(Locale::Da, &HashMap::new()).len();
    let guides = library.guide_cards(Locale::Da, GuideFilter::default()).len();
    let roles = library.role_cards(Locale::Da).len();
    let page = library.page(&id("hjaelp"), Locale::Da, &fjordby()).is_some();
    let scenarios = library.scenario_cards(Locale::Da).len();
    let glossary = !library.glossary(Locale::Da).is_empty();
    let questions = !library.story_questions(StoryAge::From6To9, Locale::Da).is_empty();
    let rates = rate_facts().all(|(id, _)| library.facts().get(id).is_some());
    (
        courses, guides, roles, page, scenarios, glossary, questions, rates,
    ) == (1, 1, 2, true, 1, true, true, true)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_can_make_loading_panic_or_vanish_in_silence(
        number in 0..FILES.len(),
        mutations in prop::collection::vec(mutation(), 1..5),
    ) {
        let (file, text) = FILES[number];
        let mut text = text.as_bytes().to_vec();
        for mutation in &mutations {
            mutate(&mut text, mutation);
        }
        let folder = Folder::sound();
        folder.write(file, &text);
        let loaded = folder.load();
        let lines = text.split(|byte| *byte == b'\n').count();
        for fault in loaded.faults.iter().filter(|fault| fault.file.to_str() == Some(file)) {
            prop_assert!((1..=lines).contains(&fault.line), "{fault}");
        }
        let has_errors = loaded.faults.iter().any(|fault| fault.severity == Severity::Error);
        prop_assert!(is_whole(&loaded.library) || has_errors);
        // A figure that was not there before may be what is left out.
        prop_assert!(file == FACTS || !(is_whole(&loaded.library) && has_errors));
    }
}
