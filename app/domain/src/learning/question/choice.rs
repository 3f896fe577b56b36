//! Choosing from a list, or on a picture with a list beside it.

use serde::{Deserialize, Serialize};

use super::view::{AnswerView, Feedback, OptionView};
use super::{Graded, InvalidAnswer};
use crate::ids::OptionId;
use crate::pages::Picture;

/// Options to choose from, with their key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub kind: ChoiceKind,
    pub options: Vec<AnswerOption>,
    /// What is pointed at, where the options are places in a picture.
    pub picture: Option<Picture>,
}

/// How many options may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChoiceKind {
    /// Exactly one.
    Single,
    /// One or more.
    Multiple,
    /// Whether a sentence is true.
    TrueFalse,
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerOption {
    pub id: OptionId,
    pub text: String,
    pub correct: bool,
    pub feedback: String,
    /// Where it is in the picture.
    pub area: Option<Area>,
}

/// A rectangle in a picture, in percent of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    pub left: u8,
    pub top: u8,
    pub width: u8,
    pub height: u8,
}

impl Choice {
    /// Choosing an option twice is the same as choosing it once.
    pub(super) fn grade(&self, given: &[String]) -> Result<Graded, InvalidAnswer> {
        let chosen = |option: &&AnswerOption| given.iter().any(|id| id == option.id.as_str());
        if given.is_empty() {
            return Err(InvalidAnswer::Missing);
        }
        if given.iter().any(|id| self.find(id).is_none()) {
            return Err(InvalidAnswer::Unknown);
        }
        let picked: Vec<_> = self.options.iter().filter(chosen).collect();
        if self.kind != ChoiceKind::Multiple && picked.len() > 1 {
            return Err(InvalidAnswer::TooMany);
        }
        let none_wrong = picked.iter().all(|option| option.correct);
        let all_right = self
            .options
            .iter()
            .filter(|option| option.correct)
            .all(|option| chosen(&option));
        Ok(Graded {
            correct: none_wrong && all_right,
            incomplete: none_wrong && !all_right,
            feedback: picked.into_iter().map(AnswerOption::feedback).collect(),
        })
    }

    pub(super) fn view(&self) -> AnswerView {
        AnswerView::Choice {
            kind: self.kind,
            options: self.options.iter().map(AnswerOption::view).collect(),
            picture: self.picture.clone(),
        }
    }

    pub(super) fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        self.options
            .iter_mut()
            .flat_map(|option| [&mut option.text, &mut option.feedback])
    }

    fn find(&self, id: &str) -> Option<&AnswerOption> {
        self.options.iter().find(|option| option.id.as_str() == id)
    }
}

impl AnswerOption {
    fn view(&self) -> OptionView {
        OptionView {
            id: self.id.clone(),
            text: self.text.clone(),
            area: self.area,
        }
    }

    fn feedback(&self) -> Feedback {
        Feedback {
            part: Some(self.id.clone()),
            correct: self.correct,
            text: self.feedback.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn choice(kind: ChoiceKind, key: &[bool]) -> Choice {
        let options = key.iter().enumerate().map(|(number, &correct)| AnswerOption {
            id: OptionId::parse(&id(number)).unwrap(),
            text: format!("option {number}"),
            correct,
            feedback: format!("because {number}"),
            area: None,
        });
        Choice {
            kind,
            options: options.collect(),
            picture: None,
        }
    }

    fn id(number: usize) -> String {
        format!("o{number}")
    }

    #[test]
    fn single_choice_takes_exactly_one() {
        let choice = choice(ChoiceKind::Single, &[false, true, false]);
        assert!(choice.grade(&[id(1)]).unwrap().correct);
        assert!(!choice.grade(&[id(0)]).unwrap().correct);
        assert_eq!(choice.grade(&[]), Err(InvalidAnswer::Missing));
        assert_eq!(choice.grade(&[id(0), id(1)]), Err(InvalidAnswer::TooMany));
        assert_eq!(choice.grade(&[id(7)]), Err(InvalidAnswer::Unknown));
        assert!(choice.grade(&[id(1), id(1)]).unwrap().correct);
    }

    #[test]
    fn leaving_something_right_out_is_told_apart_from_choosing_something_wrong() {
        let choice = choice(ChoiceKind::Multiple, &[true, true, false]);
        let some = choice.grade(&[id(0)]).unwrap();
        assert!(!some.correct && some.incomplete);
        let mixed = choice.grade(&[id(0), id(2)]).unwrap();
        assert!(!mixed.correct && !mixed.incomplete);
    }

    #[test]
    fn the_view_has_no_key() {
        let json = serde_json::to_string(&choice(ChoiceKind::Single, &[true, false]).view()).unwrap();
        assert!(!json.contains("correct") && !json.contains("because"), "{json}");
    }

    proptest! {
        /// An answer is right exactly when the set of chosen options is the set of right ones.
        #[test]
        fn right_is_the_set_of_right_options(
            options in prop::collection::vec((any::<bool>(), any::<bool>()), 1..8)
        ) {
            let key: Vec<_> = options.iter().map(|(correct, _)| *correct).collect();
            let chosen: Vec<_> =
                options.iter().enumerate().filter(|(_, (_, chosen))| *chosen).map(|(number, _)| id(number)).collect();
            let graded = choice(ChoiceKind::Multiple, &key).grade(&chosen);
            if chosen.is_empty() {
                prop_assert_eq!(graded, Err(InvalidAnswer::Missing));
            } else {
                prop_assert_eq!(graded.unwrap().correct, options.iter().all(|(correct, chosen)| correct == chosen));
            }
        }
    }
}
