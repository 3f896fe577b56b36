//! Codes made of Danish words, which can be said on the telephone and copied from paper.

use std::fmt;

use thiserror::Error;

/// The words, one a line, sorted: 1024 of them, so each gives 10 bits.
///
/// They are without æ, ø and å, so that every keyboard has them, and without "ae", "oe" and "aa", so that nobody wonders how
/// one is spelt.
const WORDS: &str = include_str!("code_words.txt");

/// What is read of a typed code, in characters: far more than the longest code has.
const LONGEST_TYPED: usize = 100;

/// A code of `LENGTH` words. Its owner sees it once; we keep only a keyed hash of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordCode<const LENGTH: usize>([&'static str; LENGTH]);

/// What was typed cannot be a code: it has too few or too many words, or one that is not in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this is not a code")]
pub struct InvalidCode;

impl<const LENGTH: usize> WordCode<LENGTH> {
    /// The code of random numbers; each is taken modulo the number of words.
    pub fn from_random(numbers: [u32; LENGTH]) -> Self {
        let words: Vec<_> = WORDS.lines().collect();
        Self(numbers.map(|number| words[number as usize % words.len()]))
    }

    /// Reads what a person typed: any case, and anything but letters between the words.
    pub fn parse(typed: &str) -> Result<Self, InvalidCode> {
        let typed: String = typed
            .chars()
            .take(LONGEST_TYPED)
            .collect::<String>()
            .to_lowercase();
        let found: Vec<_> = typed
            .split(|character: char| !character.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(known_word)
            .collect::<Option<_>>()
            .ok_or(InvalidCode)?;
        found.try_into().map(Self).map_err(|_| InvalidCode)
    }

    /// The numbers of its words, in order: [`Self::from_random`] makes the same code of them.
    pub fn numbers(&self) -> [u32; LENGTH] {
        self.0.map(|word| {
            let position = WORDS.lines().position(|known| known == word);
            position
                .and_then(|position| u32::try_from(position).ok())
                .unwrap_or_default()
        })
    }

    /// The words, in order.
    pub fn words(&self) -> &[&'static str; LENGTH] {
        &self.0
    }
}

/// Whether a word in lower case can stand in a code.
pub(crate) fn is_code_word(word: &str) -> bool {
    known_word(word).is_some()
}

fn known_word(typed: &str) -> Option<&'static str> {
    WORDS.lines().find(|word| *word == typed)
}

impl<const LENGTH: usize> fmt::Display for WordCode<LENGTH> {
    /// `aborre-bluse-cykel`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.join("-"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_words_are_many_sorted_and_plain() {
        let words: Vec<_> = WORDS.lines().collect();
        assert_eq!(words.len(), 1024);
        assert!(words.is_sorted());
        for word in words {
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
            assert!(
                !["ae", "oe", "aa"].iter().any(|pair| word.contains(pair)),
                "{word}"
            );
        }
    }

    #[test]
    fn the_longest_code_is_read_to_its_end() {
        let longest = WORDS.lines().map(str::len).max().unwrap();
        assert!((longest + " , ".len()) * 4 <= LONGEST_TYPED);
    }

    #[test]
    fn what_is_no_code_is_refused() {
        let code = WordCode::from_random([0, 1, 2]).to_string();
        for typed in [
            "",
            "hej",
            &format!("{code}-{code}"),
            "xxxxx-yyyyy-zzzzz",
            &"a ".repeat(1 << 20),
        ] {
            assert_eq!(WordCode::<3>::parse(typed), Err(InvalidCode));
        }
        assert_eq!(WordCode::<4>::parse(&code), Err(InvalidCode));
    }

    proptest! {
        #[test]
        fn a_code_is_made_of_its_numbers(numbers: [u32; 3]) {
            let code = WordCode::from_random(numbers);
            prop_assert_eq!(WordCode::from_random(code.numbers()), code);
        }

        #[test]
        fn a_code_is_known_however_it_is_typed(numbers: [u32; 4]) {
            let code = WordCode::from_random(numbers);
            let written = code.to_string();
            let with_spaces = written.replace('-', "  ");
            for typed in [written.clone(), written.to_uppercase(), with_spaces, format!(" {}. ", written.replace('-', ", "))] {
                prop_assert_eq!(WordCode::parse(&typed), Ok(code.clone()));
            }
        }
    }
}
