//! Reading and understanding: short texts with questions. The texts are content; here is what is shown and kept of them.

use serde::{Deserialize, Serialize};

use super::kind::Level;
use crate::homework::{Grade, Subject};
use crate::ids::TextId;
use crate::learning::question::OptionView;
use crate::locale::Locale;

/// All that is kept of somebody who reads: the answers to the text they are at, and which texts they have understood. It
/// holds no name, and lies in the session alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextWork {
    current: Option<AnsweredText>,
    understood: Vec<TextId>,
}

/// The answers to a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct AnsweredText {
    text: TextId,
    given: Vec<String>,
}

/// How many of a text's questions have been answered right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextScore {
    pub right: i64,
    pub questions: i64,
}

/// A text in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextCard {
    pub id: TextId,
    pub title: String,
    pub level: Level,
    /// The language it is written in, which is the one that is practised.
    pub locale: Locale,
    /// How hard it is to read: see [`crate::reading::Readability`].
    pub lix: i64,
    /// The visitor has answered all its questions right.
    pub understood: bool,
}

/// Every text there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextsPage {
    /// By language, and then the easiest first.
    pub texts: Vec<TextCard>,
}

/// A text, its questions, and how they were answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPage {
    pub card: TextCard,
    pub paragraphs: Vec<String>,
    pub questions: Vec<TextQuestion>,
    /// Nothing before something has been answered.
    pub score: Option<TextScore>,
    /// The next text in the same language that the visitor has not understood yet.
    pub next: Option<TextCard>,
}

/// A question to a text, without its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextQuestion {
    pub prompt: String,
    pub options: Vec<OptionView>,
    /// What was chosen last; empty where nothing was.
    pub given: String,
    pub verdict: Option<TextVerdict>,
}

/// How an answer went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextVerdict {
    pub correct: bool,
    pub feedback: String,
    /// The words of the text that show it. Empty as long as the answer is not right.
    pub quote: String,
}

impl TextWork {
    /// The latest answers to a text, question by question.
    pub fn given(&self, text: &TextId) -> Option<&[String]> {
        let current = self.current.as_ref().filter(|current| current.text == *text);
        current.map(|current| current.given.as_slice())
    }

    /// Whether all questions to a text have been answered right.
    pub fn has_understood(&self, text: &TextId) -> bool {
        self.understood.contains(text)
    }

    /// Keeps the answers to a text. What has been understood stays so.
    pub fn answer(&mut self, text: &TextId, given: Vec<String>, score: TextScore) {
        if score.is_full() && !self.has_understood(text) {
            self.understood.push(text.clone());
        }
        self.current = Some(AnsweredText {
            text: text.clone(),
            given,
        });
    }
}

impl TextScore {
    /// Every question has been answered right.
    pub fn is_full(self) -> bool {
        self.right == self.questions
    }
}

impl TextCard {
    /// The school subject that reads texts in this language.
    pub fn subject(&self) -> Subject {
        match self.locale {
            Locale::En => Subject::Engelsk,
            Locale::Da | Locale::Ar => Subject::Dansk,
        }
    }

    /// The grade in which most children read such texts by themselves.
    ///
    /// # Panics
    /// Never: the table holds grades.
    pub fn grade(&self) -> Grade {
        let grades = match (self.subject(), self.level) {
            (Subject::Engelsk, level) => level.number() + 3,
            (_, Level::First) => 2,
            (_, Level::Second) => 4,
            (_, Level::Third) => 6,
        };
        Grade::new(grades).expect("the table holds grades")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(id: &str) -> TextId {
        TextId::parse(id).unwrap()
    }

    fn score(right: i64) -> TextScore {
        TextScore { right, questions: 3 }
    }

    #[test]
    fn a_text_is_understood_when_every_answer_is_right_and_stays_so() {
        let (dog, boat) = (text("hunden"), text("baaden"));
        let mut work = TextWork::default();
        work.answer(&dog, vec!["a".to_owned()], score(2));
        assert!(!work.has_understood(&dog));
        work.answer(&dog, vec!["b".to_owned()], score(3));
        work.answer(&dog, vec!["a".to_owned()], score(2));
        assert!(work.has_understood(&dog) && !work.has_understood(&boat));
        assert_eq!(work.given(&dog), Some(["a".to_owned()].as_slice()));
        assert_eq!(work.given(&boat), None);
    }

    #[test]
    fn only_the_text_somebody_is_at_keeps_its_answers() {
        let mut work = TextWork::default();
        for number in 0..100 {
            let id = text(&format!("tekst-{number}"));
            work.answer(&id, vec!["svar".to_owned(); 6], score(3));
        }
        assert_eq!(work.given(&text("tekst-1")), None);
        let json = serde_json::to_string(&work).unwrap();
        assert!(json.len() < 2000, "{}", json.len());
    }
}
