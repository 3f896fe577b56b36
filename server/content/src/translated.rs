//! One thing in several languages.

use std::collections::BTreeMap;

use domain::locale::Locale;

/// A thing in Danish, the original, and in the languages it has been translated into.
pub(crate) struct Translated<T> {
    original: T,
    translations: BTreeMap<Locale, T>,
}

impl<T> Translated<T> {
    pub(crate) fn new(original: T) -> Self {
        Self {
            original,
            translations: BTreeMap::new(),
        }
    }

    pub(crate) fn add(&mut self, locale: Locale, translation: T) {
        self.translations.insert(locale, translation);
    }

    pub(crate) fn original(&self) -> &T {
        &self.original
    }

    /// The thing in a language, or in Danish where there is no translation, and the language it is in.
    pub(crate) fn get(&self, locale: Locale) -> (Locale, &T) {
        match self.translations.get(&locale) {
            Some(translation) => (locale, translation),
            None => (Locale::default(), &self.original),
        }
    }

    /// The thing in every language it exists in.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Locale, &T)> {
        let translations = self.translations.iter().map(|(locale, thing)| (*locale, thing));
        std::iter::once((Locale::default(), &self.original)).chain(translations)
    }
}
