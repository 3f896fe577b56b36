//! The code that a booking is found by: three Danish words that can be said on the telephone.

use std::fmt;

use thiserror::Error;

/// The words, one a line, sorted: 1024 of them, so three give 30 bits. They have no æ, ø or å, so that every keyboard has them.
const WORDS: &str = include_str!("code_words.txt");

/// Words in a code.
const LENGTH: usize = 3;

/// A booking's code. It is shown to the citizen once and kept only as a keyed hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingCode([&'static str; LENGTH]);

/// What was typed cannot be a code: it is not three words of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a code is three words")]
pub struct InvalidCode;

impl BookingCode {
    /// The code of three random numbers; each is taken modulo the number of words.
    pub fn from_random(numbers: [u32; LENGTH]) -> Self {
        let words: Vec<_> = WORDS.lines().collect();
        Self(numbers.map(|number| words[number as usize % words.len()]))
    }

    /// Reads what a person typed: any case, and anything but letters between the words.
    pub fn parse(typed: &str) -> Result<Self, InvalidCode> {
        let typed: String = typed.chars().take(100).collect::<String>().to_lowercase();
        let found: Vec<_> = typed
            .split(|character: char| !character.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(known_word)
            .collect::<Option<_>>()
            .ok_or(InvalidCode)?;
        found.try_into().map(Self).map_err(|_| InvalidCode)
    }
}

fn known_word(typed: &str) -> Option<&'static str> {
    WORDS.lines().find(|word| *word == typed)
}

impl fmt::Display for BookingCode {
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
        assert!(
            words
                .iter()
                .all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()))
        );
    }

    #[test]
    fn what_is_no_code_is_refused() {
        let code = BookingCode::from_random([0, 1, 2]).to_string();
        for typed in [
            "",
            "hej",
            &format!("{code}-{code}"),
            "xxxxx-yyyyy-zzzzz",
            &"a ".repeat(1 << 20),
        ] {
            assert_eq!(BookingCode::parse(typed), Err(InvalidCode));
        }
    }

    proptest! {
        #[test]
        fn a_code_is_known_however_it_is_typed(numbers: [u32; 3]) {
            let code = BookingCode::from_random(numbers);
            let written = code.to_string();
            for typed in [written.clone(), written.to_uppercase(), format!("  {}. ", written.replace('-', ", "))] {
                prop_assert_eq!(BookingCode::parse(&typed), Ok(code.clone()));
            }
        }
    }
}
