//! Putting things in order, matching them, sorting them into groups: each item gets a target.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::view::{AnswerView, Feedback, ItemView};
use super::{Graded, InvalidAnswer};
use crate::ids::OptionId;

/// Items and where they belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placing {
    pub kind: PlacingKind,
    /// In the order they are shown.
    pub items: Vec<Item>,
    /// In the order they are shown: places, matches or groups.
    pub targets: Vec<Target>,
    /// Said to the whole answer, where items have no feedback of their own.
    pub verdict: Option<Verdict>,
}

/// What the targets are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlacingKind {
    /// Places in a row; each takes one item.
    Order,
    /// The other halves of pairs; each takes one item.
    Match,
    /// Groups; each takes any number.
    Groups,
}

/// A thing to place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: OptionId,
    pub text: String,
    /// Where it belongs.
    pub target: OptionId,
    /// Said about this item once it has been placed; nothing where the whole answer is spoken about.
    pub feedback: Option<String>,
}

/// A place for items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub id: OptionId,
    pub text: String,
}

/// What is said to a right and to a wrong answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub right: String,
    pub wrong: String,
}

impl Placing {
    /// An answer has "item:target" for every item, once. What was not placed is missing.
    pub(super) fn grade(&self, given: &[String]) -> Result<Graded, InvalidAnswer> {
        let placed = self.placed(given)?;
        if self.items.iter().any(|item| !placed.contains_key(&item.id)) {
            return Err(InvalidAnswer::Missing);
        }
        let is_right = |item: &Item| placed.get(&item.id) == Some(&&item.target);
        let correct = self.items.iter().all(is_right);
        let on_items = self.items.iter().map(|item| Feedback {
            part: Some(item.id.clone()),
            correct: is_right(item),
            text: item.feedback.clone().unwrap_or_default(),
        });
        let on_whole = self.verdict.iter().map(|verdict| Feedback {
            part: None,
            correct,
            text: if correct { &verdict.right } else { &verdict.wrong }.clone(),
        });
        Ok(Graded {
            correct,
            incomplete: false,
            feedback: on_items.chain(on_whole).collect(),
        })
    }

    pub(super) fn view(&self) -> AnswerView {
        AnswerView::Placing {
            kind: self.kind,
            items: self
                .items
                .iter()
                .map(|item| ItemView::new(&item.id, &item.text))
                .collect(),
            targets: self
                .targets
                .iter()
                .map(|target| ItemView::new(&target.id, &target.text))
                .collect(),
        }
    }

    pub(super) fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let items = self
            .items
            .iter_mut()
            .flat_map(|item| std::iter::once(&mut item.text).chain(&mut item.feedback));
        let targets = self.targets.iter_mut().map(|target| &mut target.text);
        let verdict = self.verdict.iter_mut().flat_map(Verdict::texts);
        items.chain(targets).chain(verdict)
    }

    fn placed<'a>(&'a self, given: &[String]) -> Result<BTreeMap<&'a OptionId, &'a OptionId>, InvalidAnswer> {
        let mut placed = BTreeMap::new();
        for pair in given {
            let (item, target) = pair.split_once(':').ok_or(InvalidAnswer::Unknown)?;
            let item = self
                .items
                .iter()
                .map(|item| &item.id)
                .find(|id| id.as_str() == item);
            // An item that was left where it was is sent without a target.
            if target.is_empty() && item.is_some() {
                continue;
            }
            let target = self
                .targets
                .iter()
                .map(|target| &target.id)
                .find(|id| id.as_str() == target);
            let (item, target) = item.zip(target).ok_or(InvalidAnswer::Unknown)?;
            if placed.insert(item, target).is_some_and(|before| before != target) {
                return Err(InvalidAnswer::TooMany);
            }
        }
        Ok(placed)
    }
}

impl Verdict {
    pub(super) fn texts(&mut self) -> [&mut String; 2] {
        [&mut self.right, &mut self.wrong]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(text: &str) -> OptionId {
        OptionId::parse(text).unwrap()
    }

    /// Items a, b, c … that belong to the targets 1, 2, 3 ….
    fn placing(size: usize) -> Placing {
        let names = ["a", "b", "c", "d", "e", "f"];
        let item = |number: usize| Item {
            id: id(names[number]),
            text: names[number].to_uppercase(),
            target: id(&(number + 1).to_string()),
            feedback: Some(format!("because {number}")),
        };
        let target = |number: usize| Target {
            id: id(&number.to_string()),
            text: number.to_string(),
        };
        Placing {
            kind: PlacingKind::Order,
            items: (0..size).map(item).collect(),
            targets: (1..=size).map(target).collect(),
            verdict: Some(Verdict {
                right: "yes".into(),
                wrong: "no".into(),
            }),
        }
    }

    fn given(pairs: &[&str]) -> Vec<String> {
        pairs.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_item_is_judged_by_itself() {
        let graded = placing(3).grade(&given(&["a:1", "c:2", "b:3"])).unwrap();
        assert!(!graded.correct);
        let right: Vec<_> = graded.feedback.iter().map(|feedback| feedback.correct).collect();
        assert_eq!(right, [true, false, false, false]);
        assert_eq!(graded.feedback[3].text, "no");
        assert!(placing(2).grade(&given(&["b:2", "a:1"])).unwrap().correct);
    }

    #[test]
    fn an_answer_places_every_item_once() {
        for (pairs, error) in [
            (&["a:1"][..], InvalidAnswer::Missing),
            (&["a:1", "b:"], InvalidAnswer::Missing),
            (&[], InvalidAnswer::Missing),
            (&["a:1", "b:2", "a:2"], InvalidAnswer::TooMany),
            (&["a:1", "b:9"], InvalidAnswer::Unknown),
            (&["x:1", "b:2"], InvalidAnswer::Unknown),
            (&["x:", "b:2"], InvalidAnswer::Unknown),
            (&["a"], InvalidAnswer::Unknown),
        ] {
            assert_eq!(placing(2).grade(&given(pairs)), Err(error), "{pairs:?}");
        }
    }

    #[test]
    fn the_view_has_no_key() {
        let json = serde_json::to_string(&placing(3).view()).unwrap();
        assert!(
            !json.contains("because") && !json.contains("\"target\""),
            "{json}"
        );
    }

    proptest! {
        /// An answer is right exactly when every item has its own target, in whatever order it is sent.
        #[test]
        fn right_is_every_item_at_its_target(
            targets in prop::collection::vec(1_usize..5, 4),
            turn in 0_usize..4,
        ) {
            let mut pairs: Vec<_> =
                ["a", "b", "c", "d"].iter().zip(&targets).map(|(item, target)| format!("{item}:{target}")).collect();
            pairs.rotate_left(turn);
            let graded = placing(4).grade(&pairs).unwrap();
            prop_assert_eq!(graded.correct, targets == [1, 2, 3, 4]);
        }
    }
}
