//! The names of a class's pupils, as a teacher pastes them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::cpr::has_cpr;
use crate::white_space::fold_white_space;

/// The most pupils of a class. Danish classes have 30 at most; there is room for two that are taught together for a while.
pub const MOST_PUPILS: usize = 40;

/// What is read of a pasted list, in bytes. Whatever is longer is no list of a class.
const LONGEST_LIST: usize = 32 * 1024;

/// What a pupil is called in class: a first name or a pseudonym, in any writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PupilName(String);

/// Why a list of names was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamesProblem {
    #[error("there is no name")]
    Missing,
    #[error("there are {0} names, and a class has {MOST_PUPILS} at most")]
    TooMany(i64),
    #[error("a name is longer than {} characters", PupilName::LONGEST)]
    TooLong,
    #[error("a name holds what looks like a CPR number")]
    HasCpr,
    #[error("a name is a mail address")]
    HasEmail,
}

impl PupilName {
    /// The longest name that is kept, in characters.
    pub const LONGEST: usize = 40;

    /// Trims, and folds white space and control characters to single spaces.
    pub fn parse(typed: &str) -> Result<Self, NamesProblem> {
        let name = fold_white_space(typed);
        if name.is_empty() {
            return Err(NamesProblem::Missing);
        }
        // Before its length, for the worse fault is told.
        if has_cpr(&name) {
            return Err(NamesProblem::HasCpr);
        }
        if name.contains('@') {
            return Err(NamesProblem::HasEmail);
        }
        if name.chars().count() > Self::LONGEST {
            return Err(NamesProblem::TooLong);
        }
        Ok(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the nth pupil who has it: "Emma", "Emma 2".
    fn numbered(&self, number: usize) -> Self {
        if number < 2 {
            return self.clone();
        }
        let short: String = self.0.chars().take(Self::LONGEST - 3).collect();
        Self(format!("{short} {number}"))
    }
}

/// Reads a pasted list: a name a line, or names on one line with commas or semicolons between them. Those of the same name,
/// also as somebody who is there already, are told apart by a number.
pub fn read_names(typed: &str, there: &[PupilName]) -> Result<Vec<PupilName>, NamesProblem> {
    let typed: String = typed.chars().take(LONGEST_LIST).collect();
    let names: Vec<_> = pieces(&typed)
        .into_iter()
        .filter(|piece| !piece.trim().is_empty())
        .map(PupilName::parse)
        .collect();
    if names.is_empty() {
        return Err(NamesProblem::Missing);
    }
    let count = there.len() + names.len();
    if count > MOST_PUPILS {
        return Err(NamesProblem::TooMany(i64::try_from(count).unwrap_or(i64::MAX)));
    }
    let names: Vec<PupilName> = names.into_iter().collect::<Result<_, _>>()?;
    Ok(told_apart(names, there))
}

fn pieces(typed: &str) -> Vec<&str> {
    let lines: Vec<_> = typed.lines().filter(|line| !line.trim().is_empty()).collect();
    match lines[..] {
        [only] => only.split([',', ';']).collect(),
        _ => lines,
    }
}

fn told_apart(names: Vec<PupilName>, there: &[PupilName]) -> Vec<PupilName> {
    let mut taken: Vec<String> = there.iter().map(|name| name.0.to_lowercase()).collect();
    let mut apart = Vec::new();
    for name in names {
        let free = (1..=taken.len() + 1)
            .map(|number| name.numbered(number))
            .find(|name| !taken.contains(&name.0.to_lowercase()))
            .expect("there are more numbers than names");
        taken.push(free.0.to_lowercase());
        apart.push(free);
    }
    apart
}

impl TryFrom<String> for PupilName {
    type Error = NamesProblem;

    fn try_from(text: String) -> Result<Self, NamesProblem> {
        Self::parse(&text)
    }
}

impl From<PupilName> for String {
    fn from(name: PupilName) -> String {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(typed: &str) -> Vec<String> {
        let names = read_names(typed, &[]).unwrap();
        names.into_iter().map(String::from).collect()
    }

    #[test]
    fn a_pasted_list_is_read_however_it_is_written() {
        assert_eq!(
            read("Ali\r\n\n  Bo  Emil \nفاطمة\n🦊"),
            ["Ali", "Bo Emil", "فاطمة", "🦊"]
        );
        assert_eq!(read("Ali, Bo; Clara"), ["Ali", "Bo", "Clara"]);
        assert_eq!(read("Holm, Ali\nKrog, Bo"), ["Holm, Ali", "Krog, Bo"]);
    }

    #[test]
    fn pupils_of_the_same_name_are_told_apart() {
        assert_eq!(
            read("Emma\nemma\nEmma 2\nEmma"),
            ["Emma", "emma 2", "Emma 2 2", "Emma 3"]
        );
        let there = [PupilName::parse("Emma").unwrap()];
        let more = read_names("Emma", &there).unwrap();
        assert_eq!(more[0].as_str(), "Emma 2");
    }

    #[test]
    fn what_is_no_list_of_a_class_is_refused() {
        let many = "Elev\n".repeat(500);
        assert_eq!(read_names(&many, &[]), Err(NamesProblem::TooMany(500)));
        assert_eq!(read_names(" \n ", &[]), Err(NamesProblem::Missing));
        assert_eq!(read_names("Ali\n010203-1234", &[]), Err(NamesProblem::HasCpr));
        assert_eq!(read_names("Ali\nbo@skole.dk", &[]), Err(NamesProblem::HasEmail));
        assert_eq!(read_names(&"å".repeat(41), &[]), Err(NamesProblem::TooLong));
    }

    proptest! {
        /// Whatever is accepted is accepted as it is, also from the database, and nobody is called like another.
        #[test]
        fn names_are_kept_as_they_are(typed in "(\\PC{0,12}\n){0,12}") {
            if let Ok(names) = read_names(&typed, &[]) {
                let mut folded: Vec<_> = names.iter().map(|name| name.as_str().to_lowercase()).collect();
                folded.sort();
                folded.dedup();
                prop_assert_eq!(folded.len(), names.len());
                for name in names {
                    prop_assert_eq!(PupilName::parse(name.as_str()), Ok(name));
                }
            }
        }
    }
}
