//! Every word that stands in the texts of one language.

use std::collections::BTreeMap;
use std::ops::Range;

use domain::locale::Locale;

use super::compounds;
use super::fold::fold;
use super::spelling::near;
use super::stem::stem;
use super::stop_words::is_stop_word;
use super::tokens::has_letters;

/// Shorter stems begin or end too many words by chance.
const MIN_LETTERS_OF_BEGINNING: usize = 4;
const MIN_LETTERS_OF_END: usize = 3;
/// A word that is inflected as a part of a compound, and the letters that an inflection adds ("erne").
const MIN_LETTERS_INFLECTED: usize = 4;
const MAX_ENDING: usize = 4;

/// A word as it stands somewhere: "brevet" is another form than "brev".
struct Form {
    folded: String,
    /// In lower case, with the letters it is written with.
    written: String,
    stem: String,
}

/// The forms in the order of the alphabet, so that those with the same beginning stand together.
pub(super) struct Lexicon {
    pub(super) locale: Locale,
    forms: Vec<Form>,
    /// The places of the forms that share a stem.
    families: BTreeMap<String, Vec<usize>>,
}

impl Form {
    fn new(written: &str, locale: Locale) -> Self {
        Self {
            folded: fold(written, locale),
            stem: stem(written, locale),
            written: written.to_owned(),
        }
    }
}

impl AsRef<str> for Form {
    fn as_ref(&self) -> &str {
        &self.folded
    }
}

impl Lexicon {
    /// The lexicon of some words in lower case. Of those that are folded alike the first gives the spelling.
    pub(super) fn new<'a>(locale: Locale, words: impl Iterator<Item = &'a str>) -> Self {
        let forms = words.map(|word| Form::new(word, locale)).collect();
        Self::of(locale, forms)
    }

    /// The same lexicon with more words.
    pub(super) fn with<'a>(mut self, words: impl Iterator<Item = &'a str>) -> Self {
        let locale = self.locale;
        self.forms.extend(words.map(|word| Form::new(word, locale)));
        Self::of(locale, self.forms)
    }

    fn of(locale: Locale, mut forms: Vec<Form>) -> Self {
        forms.sort_by(|one, other| one.folded.cmp(&other.folded));
        forms.dedup_by(|later, first| later.folded == first.folded);
        let mut families: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (place, form) in forms.iter().enumerate() {
            families.entry(form.stem.clone()).or_default().push(place);
        }
        Self {
            locale,
            forms,
            families,
        }
    }

    /// How many forms there are.
    pub(super) fn len(&self) -> usize {
        self.forms.len()
    }

    /// A word by its place, as it is written.
    pub(super) fn written(&self, place: usize) -> &str {
        &self.forms[place].written
    }

    /// The place of a word just as it is typed, but for folding.
    pub(super) fn place_of(&self, typed: &str) -> Option<usize> {
        let folded = fold(typed, self.locale);
        self.forms.binary_search_by(|form| form.folded.cmp(&folded)).ok()
    }

    /// The places of a word in all its inflections.
    pub(super) fn family_of(&self, typed: &str) -> &[usize] {
        let family = match self.place_of(typed) {
            Some(place) => self.families.get(&self.forms[place].stem),
            None => self.families.get(&stem(typed, self.locale)),
        };
        family.map(Vec::as_slice).unwrap_or_default()
    }

    /// The places of all words that begin so.
    pub(super) fn beginning_with(&self, typed: &str) -> Range<usize> {
        let folded = fold(typed, self.locale);
        let first = self.forms.partition_point(|form| form.folded < folded);
        let rest = &self.forms[first..];
        first..first + rest.partition_point(|form| form.folded.starts_with(&folded))
    }

    /// The places of the compounds that begin or end with a word in any inflection: "postkassen" for "kasser". Words made of
    /// it are among them: "opsparing" for "opspare".
    pub(super) fn around(&self, typed: &str) -> Vec<usize> {
        let stem = stem(typed, self.locale);
        let ends = |longer: &str| has_letters(&stem, MIN_LETTERS_OF_END) && longer.ends_with(&stem);
        let begins = |longer: &str| has_letters(&stem, MIN_LETTERS_OF_BEGINNING) && longer.starts_with(&stem);
        let families = self
            .families
            .iter()
            .filter(|(longer, _)| begins(longer) || ends(longer));
        families.flat_map(|(_, places)| places.iter().copied()).collect()
    }

    /// The places of the words that are at most so many letters off.
    pub(super) fn near(&self, typed: &str, allowed: usize) -> Vec<usize> {
        near(&self.forms, &fold(typed, self.locale), allowed)
    }

    /// Whether a compound may have this part: a word that stands here, or one that lacks an ending ("lektie") or has one
    /// more ("feltet").
    pub(super) fn is_part(&self, part: &str) -> bool {
        let is_word = || self.place_of(part).is_some() || self.place_of(&format!("{part}r")).is_some();
        !is_stop_word(part, self.locale) && (is_word() || self.has_shorter(part))
    }

    /// Whether a word is an inflection of one that stands here and is not too short to be so by chance.
    fn has_shorter(&self, word: &str) -> bool {
        let family = self
            .family_of(word)
            .iter()
            .map(|place| &self.forms[*place].folded);
        let mut shorter = family.filter(|form| has_letters(form, MIN_LETTERS_INFLECTED));
        shorter.any(|form| {
            word.strip_prefix(form.as_str())
                .is_some_and(|ending| !has_letters(ending, MAX_ENDING + 1))
        })
    }

    /// The parts of a compound, folded, if the language has compounds and this is one. Of a word that stands here the
    /// shortest inflection is split: "brevene" is "brev", and not "brev" and "ene".
    pub(super) fn parts(&self, typed: &str, is_part: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
        match self.locale {
            Locale::Da => {}
            Locale::En | Locale::Ar => return None,
        }
        let family = self
            .family_of(typed)
            .iter()
            .map(|place| &self.forms[*place].folded);
        let shortest = family.min_by_key(|form| form.len()).cloned();
        let word = shortest.unwrap_or_else(|| fold(typed, self.locale));
        let parts = compounds::split(&word, is_part)?;
        Some(parts.into_iter().map(str::to_owned).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(words: &[&str]) -> Lexicon {
        Lexicon::new(Locale::Da, words.iter().copied())
    }

    fn written(lexicon: &Lexicon, places: impl IntoIterator<Item = usize>) -> Vec<&str> {
        places.into_iter().map(|place| lexicon.written(place)).collect()
    }

    #[test]
    fn words_are_found_as_typed_inflected_begun_and_inside_others() {
        let lexicon = lexicon(&[
            "brev",
            "breve",
            "brevet",
            "kasse",
            "konto",
            "kontoen",
            "postkassen",
        ]);
        let of = |places: &[usize]| written(&lexicon, places.iter().copied());
        assert_eq!(written(&lexicon, lexicon.place_of("brevet")), ["brevet"]);
        assert_eq!(of(lexicon.family_of("brevenes")), ["brev", "breve", "brevet"]);
        assert_eq!(of(lexicon.family_of("konto")), ["konto", "kontoen"]);
        assert_eq!(
            written(&lexicon, lexicon.beginning_with("kont")),
            ["konto", "kontoen"]
        );
        assert_eq!(
            written(&lexicon, lexicon.around("kasser")),
            ["kasse", "postkassen"]
        );
        assert_eq!(written(&lexicon, lexicon.around("postvogn")), [""; 0]);
        assert_eq!(written(&lexicon, lexicon.around("posten")), ["postkassen"]);
        assert_eq!(written(&lexicon, lexicon.around("as")), [""; 0]);
        assert_eq!(written(&lexicon, lexicon.near("knoto", 1)), ["konto"]);
    }

    #[test]
    fn a_word_that_comes_twice_is_one_form() {
        let lexicon = lexicon(&["brøk", "aa"]).with(["broek", "brøker", "å"].into_iter());
        assert_eq!(written(&lexicon, 0..lexicon.len()), ["brøk", "brøker", "aa"]);
    }

    #[test]
    fn inflections_and_stop_words_are_no_parts() {
        let lexicon = lexicon(&["brev", "ene", "hjælp", "lektier", "over", "skrift"]);
        let parts = |word| lexicon.parts(word, &|part| lexicon.is_part(part));
        assert_eq!(parts("lektiehjælpen").unwrap(), ["lektie", "hjælpen"]);
        assert_eq!(parts("brevene"), None);
        assert_eq!(parts("overskrift"), None);
    }
}
