//! What can be found, and its words in every language.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::locale::Locale;
use domain::pages::{SearchHit, SearchKind};

use super::Searchable;
use super::entries::{EntryCache, SearchEntry};
use super::index::{CountedTexts, Index};
use super::lookup::Shelf;
use super::question::title_words;
use super::weights::{AS_TYPED, ORIGINAL};
use crate::translated::Translated;

/// Everything that can be found, in all its languages.
#[derive(Default)]
pub(crate) struct SearchIndex {
    /// The first thing's number among all that can be found.
    first: usize,
    things: Vec<Thing>,
    languages: BTreeMap<Locale, Index>,
    entries: EntryCache,
}

/// Gathers what can be found. The index is built when everything is there.
#[derive(Default)]
pub(crate) struct SearchIndexBuilder {
    first: usize,
    things: Vec<Thing>,
    languages: BTreeMap<Locale, CountedTexts>,
}

struct Thing {
    kind: SearchKind,
    path: String,
    texts: Translated<Shown>,
}

/// What is shown of a thing in one language.
struct Shown {
    title: String,
    title_words: Vec<String>,
    summary: String,
}

impl SearchIndexBuilder {
    /// Adds something in all its languages, Danish first.
    pub(crate) fn add(&mut self, kind: SearchKind, path: String, texts: impl Iterator<Item = Searchable>) {
        let number = self.first + self.things.len();
        let mut shown = texts.map(|mut text| {
            text.keywords.push(name_in(&path));
            let language = self.languages.entry(text.locale);
            let counted = language.or_insert_with(|| CountedTexts::new(text.locale));
            counted.add(number, &text);
            (text.locale, Shown::from(text))
        });
        let Some((_, original)) = shown.next() else {
            return;
        };
        let mut texts = Translated::new(original);
        for (locale, translation) in shown {
            texts.add(locale, translation);
        }
        self.things.push(Thing { kind, path, texts });
    }

    /// The index of all that was added.
    pub(crate) fn build(self) -> SearchIndex {
        self.build_beside(&SearchIndex::default())
    }

    /// The index of all that was added, whose compounds may have parts that only stand in the other index.
    fn build_beside(self, other: &SearchIndex) -> SearchIndex {
        let languages = self.languages.into_iter().map(|(locale, texts)| {
            let other = other.languages.get(&locale);
            let is_part = |part: &str| other.is_some_and(|other| other.lexicon.is_part(part));
            (locale, texts.index(&is_part))
        });
        SearchIndex {
            first: self.first,
            things: self.things,
            languages: languages.collect(),
            entries: EntryCache::default(),
        }
    }
}

impl SearchIndex {
    /// The index of some things more, which are numbered after those of this one.
    pub(super) fn index_of(&self, entries: &[SearchEntry], locale: Locale) -> Arc<Self> {
        self.entries.index(entries, locale, || self.build_after(entries))
    }

    fn build_after(&self, entries: &[SearchEntry]) -> Self {
        let mut builder = SearchIndexBuilder {
            first: self.end(),
            ..SearchIndexBuilder::default()
        };
        for entry in entries {
            let text = std::iter::once(Searchable::from(entry));
            builder.add(entry.kind, entry.path.clone(), text);
        }
        builder.build_beside(self)
    }

    /// The number after the last thing's.
    pub(super) fn end(&self) -> usize {
        self.first + self.things.len()
    }

    /// What to look in for somebody who reads this language. A translation is also found by its Danish original.
    pub(super) fn shelves(&self, locale: Locale) -> impl Iterator<Item = Shelf<'_>> {
        let original = Some(Locale::default()).filter(|original| *original != locale);
        let languages = [
            Some((locale, AS_TYPED)),
            original.map(|original| (original, ORIGINAL)),
        ];
        languages.into_iter().flatten().filter_map(|(locale, weight)| {
            let index = self.languages.get(&locale)?;
            Some(Shelf { index, weight })
        })
    }

    /// A thing's title as questions are compared with it, and its language; nothing where the thing stands elsewhere.
    pub(super) fn title(&self, number: usize, locale: Locale) -> Option<(Locale, &[String])> {
        let (locale, shown) = self.thing(number)?.texts.get(locale);
        Some((locale, &shown.title_words))
    }

    /// A thing as it is shown; nothing where it stands elsewhere.
    pub(super) fn hit(&self, number: usize, locale: Locale) -> Option<SearchHit> {
        let thing = self.thing(number)?;
        let (locale, shown) = thing.texts.get(locale);
        Some(SearchHit {
            kind: thing.kind,
            path: thing.path.clone(),
            title: shown.title.clone(),
            summary: shown.summary.clone(),
            locale,
        })
    }

    fn thing(&self, number: usize) -> Option<&Thing> {
        self.things.get(number.checked_sub(self.first)?)
    }
}

/// What a thing is called in its address, which may be what people call it: "Dine oplysninger" is at `/privatliv`.
fn name_in(path: &str) -> String {
    path.rsplit(['/', '#']).next().unwrap_or_default().to_owned()
}

impl From<Searchable> for Shown {
    fn from(text: Searchable) -> Self {
        Self {
            title_words: title_words(&text.title, text.locale),
            title: text.title,
            summary: text.summary,
        }
    }
}
