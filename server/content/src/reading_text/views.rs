//! Texts as they are read and answered.

use domain::count;
use domain::drills::{TextCard, TextPage, TextQuestion as QuestionView, TextScore, TextVerdict, TextWork};
use domain::ids::TextId;
use domain::learning::question::AnswerView;

use super::{ReadingText, TextQuestion};
use crate::library::Library;

impl Library {
    /// Every text, by language and then the easiest first, as somebody sees them who has understood some.
    pub fn text_cards(&self, work: &TextWork) -> Vec<TextCard> {
        self.texts.iter().map(|text| text.card(work)).collect()
    }

    /// A text with its questions, and how its latest answers went.
    pub fn text_page(&self, id: &TextId, work: &TextWork) -> Option<TextPage> {
        let text = self.reading_text(id)?;
        let given = work.given(id);
        let questions = text.questions.iter().enumerate().map(|(index, question)| {
            let given = given.and_then(|given| given.get(index));
            question.view(given.map_or("", String::as_str))
        });
        Some(TextPage {
            card: text.card(work),
            paragraphs: text.paragraphs.clone(),
            questions: questions.collect(),
            score: given.map(|given| text.score(given)),
            next: self.next_text(text, work),
        })
    }

    /// How many of a text's questions these answers solve, question by question. `None` when there is no such text.
    pub fn score_text(&self, id: &TextId, given: &[String]) -> Option<TextScore> {
        Some(self.reading_text(id)?.score(given))
    }

    fn reading_text(&self, id: &TextId) -> Option<&ReadingText> {
        let mut texts = self.texts.iter().map(AsRef::as_ref);
        texts.find(|text| text.id == *id)
    }

    /// The first text behind this one that has not been understood; where there is none, the first of all.
    fn next_text(&self, text: &ReadingText, work: &TextWork) -> Option<TextCard> {
        let here = self.texts.iter().position(|other| other.id == text.id)?;
        let (before, behind) = self.texts.split_at(here);
        let is_left = |other: &&ReadingText| {
            other.id != text.id && other.locale == text.locale && !work.has_understood(&other.id)
        };
        let mut in_turn = behind.iter().chain(before).map(AsRef::as_ref);
        in_turn.find(is_left).map(|next| next.card(work))
    }
}

impl ReadingText {
    fn card(&self, work: &TextWork) -> TextCard {
        TextCard {
            id: self.id.clone(),
            title: self.title.clone(),
            level: self.level,
            locale: self.locale,
            lix: self.lix,
            understood: work.has_understood(&self.id),
        }
    }

    fn score(&self, given: &[String]) -> TextScore {
        let answered = self.questions.iter().zip(given);
        let right: Vec<_> = answered
            .filter(|(question, given)| question.is_right(given))
            .collect();
        TextScore {
            right: count(&right),
            questions: count(&self.questions),
        }
    }
}

impl TextQuestion {
    fn is_right(&self, given: &str) -> bool {
        let graded = self.question.grade(&[given.to_owned()]);
        graded.is_ok_and(|graded| graded.correct)
    }

    fn view(&self, given: &str) -> QuestionView {
        let shown = self.question.view();
        QuestionView {
            prompt: shown.prompt,
            options: match shown.answer {
                AnswerView::Choice { options, .. } => options,
                _ => Vec::new(),
            },
            given: given.to_owned(),
            verdict: self.verdict(given),
        }
    }

    /// What is said to an answer. What cannot be graded has not been answered.
    fn verdict(&self, given: &str) -> Option<TextVerdict> {
        let graded = self.question.grade(&[given.to_owned()]).ok()?;
        let feedback = graded.feedback.into_iter().next()?;
        Some(TextVerdict {
            correct: graded.correct,
            feedback: feedback.text,
            quote: if graded.correct {
                self.quote.clone()
            } else {
                String::new()
            },
        })
    }
}
