//! A simple, forgiving search: every word of the query must be found, and where it is found ranks the hit.
//!
//! A better engine comes later. What matters now is that "aa" finds "å", and that "post" finds "Digitalpost".

mod fold;

use domain::locale::Locale;
use domain::pages::{SearchHit, SearchKind};

use self::fold::{joined, words};
use crate::library::Library;
use crate::translated::Translated;

const MAX_HITS: usize = 20;
/// More words than anybody means; the rest is left out, so that no query is costly.
const MAX_QUERY_WORDS: usize = 8;
/// From this many letters a word is also found inside others: Danish writes compounds as one.
const MIN_LETTERS_INSIDE: usize = 4;

/// Something to find that is not content: a service that can be booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchEntry {
    pub kind: SearchKind,
    /// Path without the language's prefix.
    pub path: String,
    pub title: String,
    pub summary: String,
    pub keywords: Vec<String>,
    /// The language the entry is in.
    pub locale: Locale,
}

/// What a text can be found by, in one language.
pub(crate) struct Searchable {
    pub(crate) locale: Locale,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) keywords: Vec<String>,
    pub(crate) body: String,
}

/// Everything that can be found, in all its languages.
#[derive(Default)]
pub(crate) struct SearchIndex(Vec<Translated<Indexed>>);

struct Indexed {
    hit: SearchHit,
    words: IndexedWords,
}

/// Folded words, by how much a find in them says.
struct IndexedWords {
    title: Vec<String>,
    keywords: Vec<String>,
    summary: Vec<String>,
    /// Each word once, in one text: a line each, with an empty one before the first. A course has thousands.
    body: String,
}

impl Library {
    /// What is found by a query, best first: in the title, in keywords, in the summary, in the text. `extra` is what the
    /// caller has besides content, in the language asked for.
    pub fn search(&self, query: &str, locale: Locale, extra: &[SearchEntry]) -> Vec<SearchHit> {
        let mut query = words(query);
        query.truncate(MAX_QUERY_WORDS);
        if query.is_empty() {
            return Vec::new();
        }
        let content = self
            .search
            .0
            .iter()
            .filter_map(|entry| entry.get(locale).1.ranked(&query));
        let extra = extra
            .iter()
            .filter_map(|entry| Indexed::from(entry).ranked(&query));
        let mut ranked: Vec<_> = content.chain(extra).collect();
        ranked.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        ranked.truncate(MAX_HITS);
        ranked.into_iter().map(|(_, hit)| hit).collect()
    }
}

impl SearchIndex {
    /// Adds something in all its languages, Danish first.
    pub(crate) fn add(&mut self, kind: SearchKind, path: String, texts: impl Iterator<Item = Searchable>) {
        let mut entries = texts.map(|text| (text.locale, Indexed::new(kind, path.clone(), text)));
        let Some((_, original)) = entries.next() else {
            return;
        };
        let mut translated = Translated::new(original);
        for (locale, entry) in entries {
            translated.add(locale, entry);
        }
        self.0.push(translated);
    }
}

/// Joins the parts of a text into one to search in.
pub(crate) fn text_of<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join("\n")
}

impl Indexed {
    fn new(kind: SearchKind, path: String, text: Searchable) -> Self {
        let mut body = words(&text.body);
        body.sort();
        body.dedup();
        let body = format!("\n{}", body.join("\n"));
        let mut keywords = words(&text.keywords.join(" "));
        keywords.extend(text.keywords.iter().map(|phrase| joined(phrase)));
        Self {
            words: IndexedWords {
                title: words(&text.title),
                keywords,
                summary: words(&text.summary),
                body,
            },
            hit: SearchHit {
                kind,
                path,
                title: text.title,
                summary: text.summary,
                locale: text.locale,
            },
        }
    }

    /// The hit with its rank, where every word of the query is found, or all of them as one: "e boks" is "eboks".
    fn ranked(&self, query: &[String]) -> Option<(u32, SearchHit)> {
        let ranks: Option<Vec<_>> = query.iter().map(|word| self.words.rank(word)).collect();
        let rank = match ranks {
            Some(ranks) => ranks.iter().sum(),
            None => self.words.rank(&query.concat())?,
        };
        Some((rank, self.hit.clone()))
    }
}

impl From<&SearchEntry> for Indexed {
    fn from(entry: &SearchEntry) -> Self {
        let text = Searchable {
            locale: entry.locale,
            title: entry.title.clone(),
            summary: entry.summary.clone(),
            keywords: entry.keywords.clone(),
            body: String::new(),
        };
        Self::new(entry.kind, entry.path.clone(), text)
    }
}

impl IndexedWords {
    /// How much it says that this word is found, by the best place it is found in.
    fn rank(&self, word: &str) -> Option<u32> {
        let lists = [(1000, &self.title), (100, &self.keywords), (10, &self.summary)];
        let in_list = lists
            .into_iter()
            .find(|(_, words)| words.iter().any(|other| is_found_in(word, other)))
            .map(|(rank, _)| rank);
        in_list.or_else(|| self.is_in_body(word).then_some(1))
    }

    fn is_in_body(&self, word: &str) -> bool {
        let begins_one = || self.body.contains(&format!("\n{word}"));
        (is_long_enough_inside(word) && self.body.contains(word)) || begins_one()
    }
}

fn is_long_enough_inside(word: &str) -> bool {
    word.chars().count() >= MIN_LETTERS_INSIDE
}

fn is_found_in(word: &str, other: &str) -> bool {
    other.starts_with(word) || (is_long_enough_inside(word) && other.contains(word))
}
