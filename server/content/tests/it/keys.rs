//! What no view may tell before somebody has answered.

use std::collections::BTreeSet;

use domain::learning::Question;
use domain::learning::question::{AnswerKey, WrittenFeedback};
use domain::learning::simulator::Scenario;
use serde::Serialize;
use serde_json::Value;

/// Names of what makes up a key.
const KEYS: [&str; 12] = [
    "correct",
    "incomplete",
    "accepted",
    "tolerance",
    "known",
    "verdict",
    "right",
    "wrong",
    "target",
    "exact",
    "to",
    "mistake",
];
/// Names of what is empty until somebody has done something.
const LATER: [&str; 5] = ["given", "feedback", "learned", "show_how", "hints"];

/// A view as it crosses the wire.
pub(crate) fn json(view: &impl Serialize) -> Value {
    serde_json::to_value(view).unwrap()
}

/// Checks that a view is made without a key, whatever its texts say.
pub(crate) fn assert_no_key(view: &Value) {
    match view {
        Value::Object(fields) => {
            for (name, value) in fields {
                assert!(!KEYS.contains(&name.as_str()), "{name} is in {view}");
                let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
                assert!(!LATER.contains(&name.as_str()) || is_empty, "{name} is in {view}");
                assert_no_key(value);
            }
        }
        Value::Array(items) => items.iter().for_each(assert_no_key),
        _ => {}
    }
}

/// Checks that none of these stands in a view as a text of its own.
pub(crate) fn assert_none_of(secrets: &[String], view: &Value) {
    let said = texts(view);
    for secret in secrets {
        assert!(!said.contains(secret.as_str()), "{secret:?} is in {view}");
    }
}

/// Every text that a question keeps to itself until it has been answered, or until a hint is asked for: hints first, then
/// how it is done. What is to be typed is not among them, since a step may well teach the very word.
pub(crate) fn secrets_of(question: &Question) -> Vec<String> {
    let mut secrets = question.hints.clone();
    secrets.extend(question.show_how.clone());
    match &question.key {
        AnswerKey::Choice(choice) => {
            secrets.extend(choice.options.iter().map(|option| option.feedback.clone()));
        }
        AnswerKey::Placing(placing) => {
            secrets.extend(placing.items.iter().filter_map(|item| item.feedback.clone()));
            if let Some(verdict) = &placing.verdict {
                secrets.extend([verdict.right.clone(), verdict.wrong.clone()]);
            }
        }
        AnswerKey::Text(key) => secrets.extend(said(&key.feedback)),
        AnswerKey::Number(key) => secrets.extend(said(&key.feedback)),
    }
    secrets
}

/// Every text that a scenario keeps to itself until somebody has come to it.
pub(crate) fn secrets_in(scenario: &Scenario) -> Vec<String> {
    let mut secrets = vec![scenario.learned.clone()];
    for screen in &scenario.screens {
        secrets.extend(screen.actions.iter().filter_map(|action| action.feedback.clone()));
        secrets.extend(screen.input.iter().map(|input| input.wrong.clone()));
    }
    secrets
}

fn said<T>(feedback: &WrittenFeedback<T>) -> Vec<String> {
    let known = feedback.known.iter().map(|known| known.feedback.clone());
    let verdict = [feedback.verdict.right.clone(), feedback.verdict.wrong.clone()];
    known.chain(verdict).collect()
}

fn texts(view: &Value) -> BTreeSet<&str> {
    match view {
        Value::String(text) => BTreeSet::from([text.as_str()]),
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => BTreeSet::new(),
    }
}
