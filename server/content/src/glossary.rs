//! `glossary.<locale>.toml`: words explained.

use std::collections::BTreeSet;

use domain::learning::Term;
use domain::locale::Locale;

use crate::document::{Context, Document};
use crate::fault::FileFaults;
use crate::fields::{Fields, Ids, every};
use crate::library::Library;
use crate::markdown::check_without_words;
use crate::source::SourceFile;

/// The page on which every word is explained; `/ordbog#fuldmagt` is one of them.
const PAGE: &str = "/ordbog";

/// The words in one language, in the order of their file.
#[derive(Debug, Default)]
pub(crate) struct Glossary(Vec<Term>);

/// The word that a link leads to, if it leads to the glossary.
pub(crate) fn term_of(address: &str) -> Option<&str> {
    address.strip_prefix(PAGE)?.strip_prefix('#')
}

impl Library {
    /// Every word of the glossary. One that has not been translated is explained in Danish.
    pub fn glossary(&self, locale: Locale) -> Vec<Term> {
        let Some(glossary) = &self.glossary else {
            return Vec::new();
        };
        let translated = &glossary.get(locale).1.0;
        let terms = glossary.original().0.iter();
        let terms = terms.map(|term| {
            translated
                .iter()
                .find(|other| other.id == term.id)
                .unwrap_or(term)
        });
        terms.cloned().collect()
    }

    /// Some of its words, in its own order.
    pub(crate) fn terms(&self, ids: &BTreeSet<String>, locale: Locale) -> Vec<Term> {
        if ids.is_empty() {
            return Vec::new();
        }
        let mut terms = self.glossary(locale);
        terms.retain(|term| ids.contains(&term.id));
        terms
    }
}

impl Glossary {
    /// The ids of its words.
    pub(crate) fn ids(&self) -> BTreeSet<String> {
        self.0.iter().map(|term| term.id.clone()).collect()
    }
}

impl Document for Glossary {
    fn read(_context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        check_without_words(source, faults);
        read_terms(source, faults).map(Self)
    }

    fn compare(&self, original: &Self, faults: &FileFaults) {
        for id in self.ids().difference(&original.ids()) {
            faults.error(
                0,
                format!("The Danish glossary has no `{id}`"),
                "add it there, or remove it here",
            );
        }
    }
}

/// The ids of the words in a file, whatever else is wrong with it.
pub(crate) fn term_ids(source: &SourceFile) -> BTreeSet<String> {
    let faults = source.faults();
    let mut ids = Ids::default();
    let terms = tables(source, &faults).unwrap_or_default();
    let terms = terms.into_iter().filter_map(|mut term| term.option_id(&mut ids));
    terms.map(|id| id.to_string()).collect()
}

fn read_terms(source: &SourceFile, faults: &FileFaults) -> Option<Vec<Term>> {
    let mut ids = Ids::default();
    every(
        tables(source, faults)?
            .into_iter()
            .map(|term| read_term(term, source.locale, &mut ids)),
    )
}

/// The table of each word.
fn tables<'a>(source: &'a SourceFile, faults: &'a FileFaults) -> Option<Vec<Fields<'a>>> {
    let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "glossary")?;
    if fields.place_of("terms").is_none() {
        fields.missing("terms", "[[terms]] with id, term and text");
    }
    let terms = fields.tables("terms", "term");
    fields.finish();
    Some(terms)
}

fn read_term(mut fields: Fields, locale: Locale, ids: &mut Ids) -> Option<Term> {
    let id = fields.option_id(ids);
    let term = fields.text("term");
    let text = fields.text("text");
    let danish = if locale == Locale::default() {
        None
    } else {
        fields.text("danish")
    };
    fields.finish();
    Some(Term {
        id: id?.to_string(),
        term: term?,
        text: text?,
        danish,
    })
}
