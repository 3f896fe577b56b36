//! Answers that are typed: a word or two, or a number.

use super::placing::Verdict;
use super::spelling::{is_nearly, normalised};
use super::{Graded, InvalidAnswer, Number, typed};

/// Which texts are right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextKey {
    pub accepted: Vec<String>,
    pub spelling: Spelling,
    pub feedback: WrittenFeedback<String>,
}

/// Whether small misspellings count as right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// The answer is about the thing, not about its letters.
    Forgiving,
    /// The letters are what is asked for: an address, a code word.
    Exact,
}

/// Which numbers are right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberKey {
    pub answer: Number,
    /// How far off is still right.
    pub tolerance: Number,
    /// Shown behind the field, and ignored where it is typed: "kr."
    pub unit: Option<String>,
    pub feedback: WrittenFeedback<Number>,
}

/// What is said to an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFeedback<T> {
    pub verdict: Verdict,
    pub known: Vec<KnownMistake<T>>,
}

/// A mistake that people make, and what helps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownMistake<T> {
    pub answers: Vec<T>,
    pub feedback: String,
}

impl TextKey {
    /// Whatever is right or a known mistake by its letters comes before what is nearly right.
    pub(super) fn grade(&self, given: &[String]) -> Result<Graded, InvalidAnswer> {
        let answer = normalised(typed(given)?);
        if answer.is_empty() {
            return Err(InvalidAnswer::Missing);
        }
        let is_same = |text: &String| normalised(text) == answer;
        if self.accepted.iter().any(is_same) {
            return Ok(Graded::whole(true, &self.feedback.verdict.right));
        }
        if let Some(known) = self.feedback.known_mistake(is_same) {
            return Ok(Graded::whole(false, known));
        }
        let nearly = self.spelling == Spelling::Forgiving
            && self
                .accepted
                .iter()
                .any(|text| is_nearly(&answer, &normalised(text)));
        Ok(self.feedback.verdict.on(nearly))
    }
}

impl NumberKey {
    pub(super) fn grade(&self, given: &[String]) -> Result<Graded, InvalidAnswer> {
        let text = typed(given)?;
        let bare = self
            .unit
            .as_deref()
            .and_then(|unit| without_unit(text, unit))
            .unwrap_or(text);
        let number = Number::parse(bare).ok_or(InvalidAnswer::NotANumber)?;
        if number.is_within(self.answer, self.tolerance) {
            return Ok(Graded::whole(true, &self.feedback.verdict.right));
        }
        let known = self.feedback.known_mistake(|mistake| *mistake == number);
        Ok(Graded::whole(
            false,
            known.unwrap_or(&self.feedback.verdict.wrong),
        ))
    }
}

/// "250 kr" without its unit, with or without its full stop.
fn without_unit<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    let text = text.trim_end_matches('.');
    let unit = unit.trim_end_matches('.');
    let start = text.len().checked_sub(unit.len())?;
    let end = text.get(start..)?;
    end.eq_ignore_ascii_case(unit).then(|| &text[..start])
}

impl<T> WrittenFeedback<T> {
    fn known_mistake(&self, is_same: impl Fn(&T) -> bool) -> Option<&str> {
        self.known
            .iter()
            .find(|known| known.answers.iter().any(&is_same))
            .map(|known| known.feedback.as_str())
    }

    pub(super) fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let known = self.known.iter_mut().map(|known| &mut known.feedback);
        self.verdict.texts().into_iter().chain(known)
    }
}

impl Verdict {
    fn on(&self, correct: bool) -> Graded {
        Graded::whole(correct, if correct { &self.right } else { &self.wrong })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feedback<T>(known: T) -> WrittenFeedback<T> {
        WrittenFeedback {
            verdict: Verdict {
                right: "yes".into(),
                wrong: "no".into(),
            },
            known: vec![KnownMistake {
                answers: vec![known],
                feedback: "known".into(),
            }],
        }
    }

    fn text_key(spelling: Spelling) -> TextKey {
        TextKey {
            accepted: vec!["adresselinje".into(), "Adressefelt".into()],
            spelling,
            feedback: feedback("adresseliste".into()),
        }
    }

    fn outcome(graded: Result<Graded, InvalidAnswer>) -> (bool, String) {
        let graded = graded.unwrap();
        (graded.correct, graded.feedback[0].text.clone())
    }

    #[test]
    fn case_space_and_small_misspellings_are_forgiven() {
        let key = text_key(Spelling::Forgiving);
        for answer in ["adresselinje", " ADRESSE  felt. ", "adreselinje", "adressefelt!"] {
            assert!(outcome(key.grade(&[answer.into()])).0, "{answer}");
        }
        assert_eq!(outcome(key.grade(&["søgefelt".into()])), (false, "no".into()));
    }

    #[test]
    fn a_known_mistake_is_not_taken_for_a_misspelling() {
        let key = text_key(Spelling::Forgiving);
        assert_eq!(
            outcome(key.grade(&["Adresseliste".into()])),
            (false, "known".into())
        );
    }

    #[test]
    fn where_the_letters_count_they_must_be_right() {
        let key = text_key(Spelling::Exact);
        assert!(outcome(key.grade(&["ADRESSEFELT".into()])).0);
        assert!(!outcome(key.grade(&["adresefelt".into()])).0);
    }

    #[test]
    fn what_is_typed_must_be_something_and_short() {
        let key = text_key(Spelling::Forgiving);
        assert_eq!(key.grade(&[]), Err(InvalidAnswer::Missing));
        assert_eq!(key.grade(&["  ".into()]), Err(InvalidAnswer::Missing));
        assert_eq!(key.grade(&["?!".into()]), Err(InvalidAnswer::Missing));
        assert_eq!(key.grade(&["æ".repeat(201)]), Err(InvalidAnswer::TooLong));
    }

    #[test]
    fn numbers_are_compared_by_their_value() {
        let number = |text: &str| Number::parse(text).unwrap();
        let key = NumberKey {
            answer: number("1.250"),
            tolerance: number("0,5"),
            unit: Some("kr.".into()),
            feedback: feedback(number("125")),
        };
        for right in ["1250", "1.250,00", "1250,5 kr", "1 249,5 KR.", "1250kr."] {
            assert!(outcome(key.grade(&[right.into()])).0, "{right}");
        }
        assert_eq!(outcome(key.grade(&["125,0".into()])), (false, "known".into()));
        assert_eq!(outcome(key.grade(&["1251".into()])), (false, "no".into()));
        for bad in ["mange", "kr.", "ø", "12 øre"] {
            assert_eq!(key.grade(&[bad.into()]), Err(InvalidAnswer::NotANumber), "{bad}");
        }
    }
}
