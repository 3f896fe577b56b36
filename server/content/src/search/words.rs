//! The glossary's words as a search knows them.

use domain::learning::Term;
use domain::locale::Locale;

use super::Searchable;
use crate::library::Library;

impl Library {
    /// Each word's address, and what it may be found by in each language.
    pub(crate) fn searchable_words(
        &self,
    ) -> impl Iterator<Item = (String, impl Iterator<Item = Searchable>)> {
        let glossaries = Locale::ALL.map(|locale| (locale, self.glossary(locale)));
        let terms = self.glossary(Locale::default()).into_iter();
        terms.map(move |original| {
            let path = format!("/ordbog#{}", original.id);
            let texts: Vec<_> = glossaries
                .iter()
                .filter_map(|(locale, terms)| {
                    let term = terms.iter().find(|term| term.id == original.id)?;
                    is_in(term, *locale).then(|| searchable(term, *locale))
                })
                .collect();
            (path, texts.into_iter())
        })
    }
}

/// Whether a word has been translated into a language, rather than being shown in Danish there.
fn is_in(term: &Term, locale: Locale) -> bool {
    locale == Locale::default() || term.danish.is_some()
}

fn searchable(term: &Term, locale: Locale) -> Searchable {
    Searchable {
        locale,
        title: term.term.clone(),
        summary: term.text.clone(),
        keywords: term.danish.iter().cloned().collect(),
        body: String::new(),
    }
}
