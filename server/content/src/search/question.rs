//! What was typed, and which of its words count.

use domain::locale::Locale;

use super::fold::fold;
use super::stop_words::is_stop_word;
use super::tokens::words;

/// What stands beyond these is left out, so that no question is costly: nobody means so many.
const MAX_WORDS: usize = 40;
const MAX_SOUGHT: usize = 8;

/// The words of a question.
pub(super) struct Question {
    /// In lower case.
    typed: Vec<String>,
    languages: Vec<Locale>,
    /// The positions of those that say something.
    sought: Vec<usize>,
}

/// A word to look for.
pub(super) struct Sought<'a> {
    /// Its position in the question.
    pub(super) position: usize,
    pub(super) word: &'a str,
    /// The word with the one before or after it: "e boks" may be "eboks".
    pub(super) joined: Vec<String>,
    pub(super) ending: Ending,
}

/// Whether a word has been typed to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Typed,
    /// The question's last word may be only begun.
    Open,
}

impl Question {
    /// Leaves out the words that say nothing in one of the languages, unless there are no others.
    pub(super) fn parse(text: &str, languages: &[Locale]) -> Self {
        let mut question = Self {
            typed: words(text).take(MAX_WORDS).collect(),
            languages: languages.to_owned(),
            sought: Vec::new(),
        };
        let positions = 0..question.typed.len();
        let says_something = |position: &usize| !question.says_nothing(&question.typed[*position]);
        question.sought = positions
            .clone()
            .filter(says_something)
            .take(MAX_SOUGHT)
            .collect();
        if question.sought.is_empty() {
            question.sought = positions.take(MAX_SOUGHT).collect();
        }
        question
    }

    /// The words to look for.
    pub(super) fn sought(&self) -> impl Iterator<Item = Sought<'_>> {
        self.sought.iter().map(|position| Sought {
            position: *position,
            word: &self.typed[*position],
            joined: self.joined(*position),
            ending: if position + 1 == self.typed.len() {
                Ending::Open
            } else {
                Ending::Typed
            },
        })
    }

    fn joined(&self, position: usize) -> Vec<String> {
        let starts = [position.checked_sub(1), Some(position)].into_iter().flatten();
        let pairs = starts.filter_map(|start| self.typed.get(start..start + 2));
        let joined = pairs.map(<[String]>::concat);
        // "min" and "e" make no "mine".
        joined.filter(|word| !self.says_nothing(word)).collect()
    }

    fn says_nothing(&self, word: &str) -> bool {
        let mut languages = self.languages.iter();
        languages.any(|locale| is_stop_word(&fold(word, *locale), *locale))
    }

    /// Whether it is just this title.
    pub(super) fn is_title(&self, title: &[String], locale: Locale) -> bool {
        let typed = self.typed.iter().map(|word| fold(word, locale));
        !self.typed.is_empty() && typed.eq(title.iter().take(MAX_WORDS).cloned())
    }

    /// The question with other words in some positions.
    pub(super) fn with(&self, mended: &[(usize, &str)]) -> String {
        let mut words: Vec<_> = self.typed.iter().map(String::as_str).collect();
        for (position, word) in mended {
            words[*position] = word;
        }
        words.join(" ")
    }
}

/// A title as questions are compared with it.
pub(super) fn title_words(title: &str, locale: Locale) -> Vec<String> {
    words(title).map(|word| fold(&word, locale)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sought(text: &str) -> Vec<String> {
        let question = Question::parse(text, &[Locale::Da]);
        question.sought().map(|sought| sought.word.to_owned()).collect()
    }

    #[test]
    fn words_that_say_nothing_are_left_out_unless_they_are_all_there_is() {
        assert_eq!(sought("Hvordan får jeg MitID til min mor?"), ["mitid", "mor"]);
        assert_eq!(sought("Hvad er det"), ["hvad", "er", "det"]);
        assert_eq!(sought(" ?! "), [""; 0]);
        assert_eq!(sought(&"post ".repeat(1000)).len(), MAX_SOUGHT);
    }

    #[test]
    fn neighbours_are_joined_and_the_last_word_is_open() {
        let question = Question::parse("min e boks", &[Locale::Da]);
        let sought: Vec<_> = question.sought().collect();
        assert_eq!(sought[0].joined, ["eboks"], "and not \"mine\"");
        assert_eq!(sought[1].joined, ["eboks"]);
        assert_eq!(
            [sought[0].ending, sought[1].ending],
            [Ending::Typed, Ending::Open]
        );
    }

    #[test]
    fn titles_are_compared_word_by_word() {
        let title = title_words("Få MitID!", Locale::Da);
        let is_title = |text| Question::parse(text, &[Locale::Da]).is_title(&title, Locale::Da);
        assert!(is_title("faa mitid") && !is_title("mitid") && !is_title("få mitid nu"));
    }

    #[test]
    fn words_are_replaced_where_they_stand() {
        let question = Question::parse("lån og budjet", &[Locale::Da]);
        assert_eq!(question.with(&[(2, "budget")]), "lån og budget");
    }
}
