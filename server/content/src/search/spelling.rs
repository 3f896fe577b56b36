//! Words that are nearly the one that was typed.

/// The places of the words in a sorted list that are at most so many letters off. A letter off is one too many, one too
/// few, another one, or two neighbours that have changed places.
///
/// Words that begin alike stand together, so what has been counted for a beginning is kept for the next word, and once a
/// beginning is too far off, all that share it are skipped.
pub(super) fn near<Word: AsRef<str>>(sorted: &[Word], typed: &str, allowed: usize) -> Vec<usize> {
    let mut comparison = Comparison::new(typed, allowed);
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(word) = sorted.get(place) {
        match comparison.with(word.as_ref()) {
            Outcome::Near => found.push(place),
            Outcome::Far => {}
            Outcome::FarFrom(beginning) => {
                let rest = &sorted[place..];
                place += rest.partition_point(|other| other.as_ref().starts_with(beginning));
                continue;
            }
        }
        place += 1;
    }
    found
}

enum Outcome<'a> {
    Near,
    Far,
    /// No word that begins so can be near.
    FarFrom(&'a str),
}

/// The typed word against one word after the other (optimal string alignment).
struct Comparison {
    typed: Vec<char>,
    allowed: usize,
    /// The letters of the word that is looked at, as far as they have been compared.
    letters: Vec<char>,
    /// How far each beginning of `letters` is from each beginning of `typed`, the empty one first. Rows beyond the letters are
    /// kept to be written anew.
    rows: Vec<Vec<usize>>,
}

impl Comparison {
    fn new(typed: &str, allowed: usize) -> Self {
        let typed: Vec<_> = typed.chars().collect();
        Self {
            rows: vec![(0..=typed.len()).collect()],
            letters: Vec::new(),
            typed,
            allowed,
        }
    }

    fn with<'a>(&mut self, word: &'a str) -> Outcome<'a> {
        self.keep_common_beginning(word);
        for (at, letter) in word.char_indices().skip(self.letters.len()) {
            self.add(letter);
            if self.last_row().iter().min() > Some(&self.allowed) {
                return Outcome::FarFrom(&word[..at + letter.len_utf8()]);
            }
        }
        match self.last_row().last() {
            Some(distance) if *distance <= self.allowed => Outcome::Near,
            _ => Outcome::Far,
        }
    }

    fn keep_common_beginning(&mut self, word: &str) {
        let pairs = self.letters.iter().zip(word.chars());
        let common = pairs.take_while(|(old, new)| **old == *new).count();
        self.letters.truncate(common);
    }

    fn last_row(&self) -> &[usize] {
        &self.rows[self.letters.len()]
    }

    fn add(&mut self, letter: char) {
        let depth = self.letters.len();
        if self.rows.len() == depth + 1 {
            self.rows.push(Vec::with_capacity(self.typed.len() + 1));
        }
        let mut row = std::mem::take(&mut self.rows[depth + 1]);
        row.clear();
        row.push(depth + 1);
        let above = &self.rows[depth];
        for (column, typed) in self.typed.iter().enumerate() {
            let replaced = above[column] + usize::from(letter != *typed);
            let best = replaced.min(above[column + 1] + 1).min(row[column] + 1);
            row.push(match self.before_swap(depth, column, letter) {
                Some(distance) => best.min(distance + 1),
                None => best,
            });
        }
        self.letters.push(letter);
        self.rows[depth + 1] = row;
    }

    /// The distance before the last two letters of both, if they are the same two the other way round.
    fn before_swap(&self, depth: usize, column: usize, letter: char) -> Option<usize> {
        let (earlier, left) = (depth.checked_sub(1)?, column.checked_sub(1)?);
        let swapped = self.letters[earlier] == self.typed[column] && letter == self.typed[left];
        swapped.then(|| self.rows[earlier][left])
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn near_words<'a>(sorted: &[&'a str], typed: &str, allowed: usize) -> Vec<&'a str> {
        near(sorted, typed, allowed)
            .into_iter()
            .map(|at| sorted[at])
            .collect()
    }

    #[test]
    fn a_letter_off_is_near() {
        let words = ["brev", "budget", "budskab", "fuldmagt", "husleje"];
        for typed in ["budjet", "budgett", "bdget", "budegt", "udget"] {
            assert_eq!(near_words(&words, typed, 1), ["budget"], "{typed}");
        }
        assert_eq!(near_words(&words, "fulmakt", 2), ["fuldmagt"]);
        assert_eq!(near_words(&words, "fulmakt", 1), [""; 0]);
        assert_eq!(near_words(&words, "", 2), [""; 0]);
    }

    /// A word that counts how often it is looked at.
    struct Counted<'a>(String, &'a Cell<usize>);

    impl AsRef<str> for Counted<'_> {
        fn as_ref(&self) -> &str {
            self.1.set(self.1.get() + 1);
            &self.0
        }
    }

    #[test]
    fn few_words_of_many_are_looked_at() {
        let looked = Cell::new(0);
        let syllables = [
            "ba", "de", "fi", "go", "hu", "ky", "la", "me", "ni", "po", "ru", "sy", "tæ", "vø",
        ];
        let mut words = vec![String::new()];
        for _ in 0..4 {
            words = words
                .iter()
                .flat_map(|start| syllables.map(|syllable| format!("{start}{syllable}")))
                .collect();
        }
        words.sort();
        assert_eq!(words.len(), 38_416);
        let words: Vec<_> = words.into_iter().map(|word| Counted(word, &looked)).collect();
        assert!(!near(&words, "ladegopp", 2).is_empty());
        assert!(looked.get() < words.len(), "{} looks", looked.get());
        looked.set(0);
        near(&words, "ladego", 1);
        assert!(looked.get() < words.len() / 10, "{} looks", looked.get());
    }

    /// The textbook's way, a word at a time and without memory.
    fn distance(one: &[char], other: &[char]) -> usize {
        let ([start @ .., last], [beginning @ .., end]) = (one, other) else {
            return one.len().max(other.len());
        };
        let replaced = distance(start, beginning) + usize::from(last != end);
        let best = replaced
            .min(distance(start, other) + 1)
            .min(distance(one, beginning) + 1);
        match (start, beginning) {
            ([start @ .., before], [beginning @ .., ahead]) if before == end && last == ahead => {
                best.min(distance(start, beginning) + 1)
            }
            _ => best,
        }
    }

    proptest! {
        #[test]
        fn skipping_loses_nothing(
            words in prop::collection::btree_set("[abø]{0,5}", 0..20),
            typed in "[abø]{0,5}",
            allowed in 0_usize..3,
        ) {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            let sorted: Vec<_> = words.iter().map(String::as_str).collect();
            let expected: Vec<_> = sorted
                .iter()
                .copied()
                .filter(|word| distance(&letters(word), &letters(&typed)) <= allowed)
                .collect();
            prop_assert_eq!(near_words(&sorted, &typed, allowed), expected);
        }

        #[test]
        fn every_word_is_near_itself(words in prop::collection::btree_set("\\PC{0,8}", 1..10)) {
            let words: BTreeSet<String> = words;
            let sorted: Vec<_> = words.iter().map(String::as_str).collect();
            for word in &sorted {
                prop_assert_eq!(near_words(&sorted, word, 0), [*word]);
            }
        }
    }
}
