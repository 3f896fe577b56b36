//! One search over everything that can be read, practised or booked.
//!
//! When the library is loaded, its texts are cut into words (`tokens`), inflections are tied together (`stem`), compounds
//! are split (`compounds`), and for each word it is noted where it stands and how much that says (`index`, `weights`). A
//! question's words are then looked up in one way after the other, until one finds something (`lookup`), and what was
//! found is ranked (`rank`). No text is read again, so a question costs the same for a short course as for a long one.

mod compounds;
mod entries;
#[cfg(test)]
mod figures;
mod fold;
mod index;
#[cfg(test)]
mod laws;
mod lexicon;
mod lookup;
mod question;
mod rank;
mod spelling;
mod stem;
mod stop_words;
mod things;
mod tokens;
mod weights;
mod words;

use domain::locale::Locale;
use domain::pages::SearchResults;

use self::lookup::{Finds, Lookup};
use self::question::Question;
use self::rank::{Fit, ranked};
use crate::library::Library;

pub use self::entries::SearchEntry;
pub(crate) use self::things::{SearchIndex, SearchIndexBuilder};

const MAX_HITS: usize = 20;

/// What a text can be found by, in one language.
pub(crate) struct Searchable {
    pub(crate) locale: Locale,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) keywords: Vec<String>,
    pub(crate) body: String,
}

impl Library {
    /// What is found by a question, best first. `extra` is what the caller has besides content, in the language asked for;
    /// it is indexed anew only when it differs from the last time.
    pub fn search(&self, question: &str, locale: Locale, extra: &[SearchEntry]) -> SearchResults {
        self.search.search(question, locale, extra)
    }
}

impl SearchIndex {
    fn search(&self, question: &str, locale: Locale, extra: &[SearchEntry]) -> SearchResults {
        let extra = self.index_of(extra, locale);
        let lookup = Lookup {
            shelves: self.shelves(locale).chain(extra.shelves(locale)).collect(),
            things: extra.end(),
        };
        let question = Question::parse(question, &[locale, Locale::default()]);
        let finds: Vec<_> = question.sought().map(|sought| lookup.finds(&sought)).collect();
        let fit = |thing| {
            let title = self.title(thing, locale).or_else(|| extra.title(thing, locale));
            match title {
                Some((locale, title)) if question.is_title(title, locale) => Fit::IsTitle,
                _ => Fit::HasWords,
            }
        };
        let best = ranked(&finds, lookup.things, fit).into_iter().take(MAX_HITS);
        let hits = best.filter_map(|thing| self.hit(thing, locale).or_else(|| extra.hit(thing, locale)));
        SearchResults {
            hits: hits.collect(),
            mended: mended(&question, &finds),
            missed: missed(&question, &finds),
        }
    }
}

/// The question as it was understood, where a word was mended.
fn mended(question: &Question, finds: &[Finds]) -> Option<String> {
    let words = question.sought().zip(finds);
    let mended: Vec<_> = words
        .filter_map(|(sought, finds)| Some((sought.position, finds.mended?)))
        .collect();
    (!mended.is_empty()).then(|| question.with(&mended))
}

/// The words that nothing was found for.
fn missed(question: &Question, finds: &[Finds]) -> Vec<String> {
    let words = question.sought().zip(finds);
    let missed = words.filter(|(_, finds)| finds.are_none());
    missed.map(|(sought, _)| sought.word.to_owned()).collect()
}

/// Joins the parts of a text into one to search in.
pub(crate) fn text_of<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join("\n")
}
