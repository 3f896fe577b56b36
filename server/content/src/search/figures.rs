//! How long questions take when there is much more to find than today: 1,000 courses with 30 pages of text each.
//!
//! `CARGO_PROFILE_DEV_OPT_LEVEL=3 cargo test -p content figures -- --ignored --nocapture` prints the figures. Times differ
//! from machine to machine, so nothing is asserted of them; what work is done is asserted in the modules' own tests.

use std::time::{Duration, Instant};

use domain::locale::Locale;
use domain::pages::SearchKind;

use super::{SearchEntry, SearchIndex, SearchIndexBuilder, Searchable};

const COURSES: usize = 1_000;
const WORDS_OF_A_COURSE: usize = 30 * 300;
const WORDS: usize = 30_000;
const SERVICES: usize = 20;
/// Each question is asked so often.
const TIMES: usize = 50;

/// Numbers that look random and are the same each time (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    /// Small numbers are commoner, as common words are.
    fn skewed_below(&mut self, end: usize) -> usize {
        let once = self.below(end) + 1;
        let twice = self.below(once) + 1;
        self.below(twice)
    }

    fn word(&mut self) -> String {
        const STARTS: [&str; 20] = [
            "b", "br", "d", "dr", "f", "fl", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st",
            "t", "v",
        ];
        const MIDDLES: [&str; 9] = ["a", "e", "i", "o", "u", "y", "æ", "ø", "å"];
        const ENDS: [&str; 8] = ["", "n", "r", "t", "l", "k", "s", "g"];
        let syllables = 1 + self.below(3);
        let parts = (0..syllables).flat_map(|_| {
            [
                STARTS[self.below(STARTS.len())],
                MIDDLES[self.below(MIDDLES.len())],
                ENDS[self.below(ENDS.len())],
            ]
        });
        parts.collect()
    }
}

/// Words, inflected ones and compounds among them, the commonest first.
fn vocabulary(numbers: &mut Numbers) -> Vec<String> {
    let mut words: Vec<String> = Vec::with_capacity(WORDS);
    for number in 0..WORDS {
        let word = match number % 4 {
            2 if number > 100 => words[numbers.below(number)].clone() + "en",
            3 if number > 100 => words[numbers.below(number)].clone() + &words[numbers.below(number)],
            _ => numbers.word(),
        };
        words.push(word);
    }
    words
}

fn text(numbers: &mut Numbers, vocabulary: &[String], words: usize) -> String {
    let words = (0..words).map(|_| vocabulary[numbers.skewed_below(WORDS)].as_str());
    words.collect::<Vec<_>>().join(" ")
}

fn course(numbers: &mut Numbers, vocabulary: &[String]) -> Searchable {
    Searchable {
        locale: Locale::Da,
        title: text(numbers, vocabulary, 4),
        summary: text(numbers, vocabulary, 12),
        keywords: (0..15).map(|_| text(numbers, vocabulary, 2)).collect(),
        body: text(numbers, vocabulary, WORDS_OF_A_COURSE),
    }
}

fn services(numbers: &mut Numbers, vocabulary: &[String]) -> Vec<SearchEntry> {
    let services = (0..SERVICES).map(|number| SearchEntry {
        kind: SearchKind::Service,
        path: format!("/tid/{number}"),
        title: text(numbers, vocabulary, 3),
        summary: text(numbers, vocabulary, 12),
        keywords: Vec::new(),
        locale: Locale::Da,
    });
    services.collect()
}

fn times(index: &SearchIndex, question: &str, services: &[SearchEntry]) -> (Duration, Duration, usize) {
    let mut hits = 0;
    let mut times: Vec<_> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            hits = index.search(question, Locale::Da, services).hits.len();
            start.elapsed()
        })
        .collect();
    times.sort();
    (times[TIMES / 2], times[TIMES - 1], hits)
}

#[test]
#[ignore = "it prints times and asserts nothing"]
fn figures() {
    let mut numbers = Numbers(1);
    let vocabulary = vocabulary(&mut numbers);
    let mut builder = SearchIndexBuilder::default();
    let mut counting = Duration::ZERO;
    for number in 0..COURSES {
        let course = course(&mut numbers, &vocabulary);
        let start = Instant::now();
        builder.add(
            SearchKind::Course,
            format!("/laer/{number}"),
            std::iter::once(course),
        );
        counting += start.elapsed();
    }
    let start = Instant::now();
    let index = builder.build();
    println!("counted in {counting:?}, indexed in {:?}", start.elapsed());
    let services = services(&mut numbers, &vocabulary);
    let misspelled = |word: &str| word.chars().rev().skip(1).chain(['x', 'x']).collect::<String>();
    let long = vocabulary.iter().find(|word| word.chars().count() == 12).unwrap();
    let questions = [
        ("one common word", vocabulary[1].clone()),
        (
            "three words",
            format!("{} {} {}", vocabulary[300], vocabulary[5000], vocabulary[20]),
        ),
        ("eight words", vocabulary[40..48].join(" ")),
        ("a beginning of two letters", "br".to_owned()),
        (
            "an unknown compound",
            format!("{}{}", vocabulary[400], vocabulary[801]),
        ),
        ("a misspelled word", format!("{}x{}", &long[..4], &long[4..])),
        ("a word near nothing", misspelled(long)),
        ("eight words near nothing", vec![misspelled(long); 8].join(" ")),
    ];
    for (name, question) in questions {
        let (median, worst, hits) = times(&index, &question, &services);
        println!("{name}: median {median:?}, worst {worst:?}, {hits} hits");
    }
}
