//! LIX, the Danish measure of how hard a text is to read: words per sentence plus the percentage of words longer than
//! six letters. Made by C.-H. Björnsson in 1968; its five bands are his.

use serde::{Deserialize, Serialize};

/// A word with more letters is long.
const LONG_WORD: usize = 6;

/// What a text is measured by. It has a word at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readability {
    pub words: i64,
    /// Words of more than six letters.
    pub long_words: i64,
    pub sentences: i64,
}

/// How hard a text is, in the words that schools and libraries use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difficulty {
    /// Up to 24: picture books and first readers.
    VeryEasy,
    /// 25 to 34: stories, for children who read by themselves.
    Easy,
    /// 35 to 44: newspapers.
    Medium,
    /// 45 to 54: textbooks, and letters from authorities.
    Hard,
    /// From 55: laws and research.
    VeryHard,
}

impl Difficulty {
    /// Every band, the easiest first.
    pub const ALL: [Self; 5] = [
        Self::VeryEasy,
        Self::Easy,
        Self::Medium,
        Self::Hard,
        Self::VeryHard,
    ];
}

impl Readability {
    /// The measure of a text, given as its paragraphs, headings and list items. `None` where it has no words.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut found = Self {
            words: 0,
            long_words: 0,
            sentences: 0,
        };
        for block in blocks {
            let lengths: Vec<_> = block.split_whitespace().filter_map(letters).collect();
            if !lengths.is_empty() {
                found.words += crate::count(&lengths);
                found.long_words += number(lengths.iter().filter(|length| **length > LONG_WORD).count());
                found.sentences += sentence_count(block);
            }
        }
        (found.words > 0).then_some(found)
    }

    /// The LIX, rounded to the nearest whole number without floating point.
    pub fn lix(self) -> i64 {
        let above = self.words * self.words + 100 * self.long_words * self.sentences;
        let below = self.sentences * self.words;
        (2 * above + below) / (2 * below)
    }

    /// How hard that is.
    pub fn difficulty(self) -> Difficulty {
        match self.lix() {
            ..=24 => Difficulty::VeryEasy,
            25..=34 => Difficulty::Easy,
            35..=44 => Difficulty::Medium,
            45..=54 => Difficulty::Hard,
            55.. => Difficulty::VeryHard,
        }
    }
}

/// How many letters and digits a word has. A dash alone is no word; a placeholder counts as short, whatever its name.
fn letters(word: &str) -> Option<usize> {
    if word.contains("{{") {
        return Some(1);
    }
    let count = word.chars().filter(|letter| letter.is_alphanumeric()).count();
    (count > 0).then_some(count)
}

/// Sentences in a block. The end of the block ends one. A full stop in "kl. 14.30" or "21. november" does not: what
/// follows it is neither a capital nor the end. A colon ends one too, for what it leads to is read by itself; that is where
/// this differs from the sentences that are read aloud.
fn sentence_count(block: &str) -> i64 {
    let block = block.trim_end_matches(is_not_word);
    let inner_ends = block
        .char_indices()
        .filter(|(_, letter)| matches!(letter, '.' | '!' | '?' | ':'))
        .filter(|(at, _)| begins_sentence(&block[at + 1..]))
        .count();
    number(inner_ends) + 1
}

fn begins_sentence(after: &str) -> bool {
    let rest = after.trim_start_matches(['"', '\'', ')', '”', '’', '»']);
    let next = rest.trim_start();
    let has_space = next.len() < rest.len();
    let first = next.chars().find(|letter| letter.is_alphanumeric());
    has_space && first.is_some_and(char::is_uppercase)
}

fn is_not_word(letter: char) -> bool {
    !letter.is_alphanumeric()
}

fn number(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lix<const N: usize>(blocks: [&str; N]) -> Option<i64> {
        Readability::of(blocks).map(Readability::lix)
    }

    #[test]
    fn lix_is_words_a_sentence_plus_percent_of_long_words() {
        // 7 words, 2 sentences, 1 long word: 3.5 + 14.3.
        assert_eq!(lix(["Jeg har en kat. Den hedder Mirakel", ""]), Some(18));
        assert_eq!(lix(["Et ord.", "To ord."]), Some(2));
        assert_eq!(lix(["– …"]), None);
    }

    #[test]
    fn full_stops_inside_a_sentence_do_not_end_it() {
        assert_eq!(
            sentence_count("Kom kl. 14.30 den 21. november, og se borger.dk."),
            1
        );
        assert_eq!(
            sentence_count("Han sagde: \"Kom.\" Så gik han. (Det var sent.)"),
            4
        );
    }

    #[test]
    fn each_band_ends_where_the_next_begins() {
        let of = |words: i64| {
            let text = Readability {
                words,
                long_words: 0,
                sentences: 1,
            };
            text.difficulty()
        };
        assert_eq!([of(24), of(25)], [Difficulty::VeryEasy, Difficulty::Easy]);
        assert_eq!([of(34), of(35)], [Difficulty::Easy, Difficulty::Medium]);
        assert_eq!([of(44), of(45)], [Difficulty::Medium, Difficulty::Hard]);
        assert_eq!([of(54), of(55)], [Difficulty::Hard, Difficulty::VeryHard]);
    }

    proptest! {
        #[test]
        fn any_text_can_be_measured(text in "\\PC{0,300}") {
            if let Some(found) = Readability::of(text.lines()) {
                prop_assert!(found.long_words <= found.words && found.sentences >= 1);
                prop_assert!(found.lix() >= 1);
            }
        }

        #[test]
        fn a_text_twice_is_as_hard_as_once(text in "[A-ZÆØÅa-zæøå .]{1,200}") {
            let once = Readability::of([text.as_str()]).map(Readability::lix);
            prop_assert_eq!(Readability::of([text.as_str(), text.as_str()]).map(Readability::lix), once);
        }
    }
}
