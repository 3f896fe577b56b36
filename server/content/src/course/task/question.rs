//! The `question` block: what every kind of question has, and which kind it is.

use domain::ids::StepId;
use domain::learning::question::{AnswerKey, ChoiceKind, PlacingKind, Question};
use domain::locale::Locale;

use super::{choice, placing, written};
use crate::document::Context;
use crate::fields::Fields;

/// The kinds, as files name them.
const KINDS: [&str; 9] = [
    "single",
    "multiple",
    "true_false",
    "text",
    "number",
    "order",
    "match",
    "groups",
    "point",
];

/// Reads a question's keys.
pub(super) fn read(
    context: &Context,
    locale: Locale,
    fields: &mut Fields,
    step: &StepId,
) -> Option<Question> {
    let kind = fields.located_text("kind");
    let prompt = fields.text("prompt");
    let hints = fields.optional_texts("hints");
    let show_how = fields.optional_text("show_how");
    let Some(kind) = kind else {
        fields.ignore_rest();
        return None;
    };
    let key = match kind.value.as_str() {
        "single" => choice::read(fields, ChoiceKind::Single).map(AnswerKey::Choice),
        "multiple" => choice::read(fields, ChoiceKind::Multiple).map(AnswerKey::Choice),
        "true_false" => choice::read_true_false(locale, fields).map(AnswerKey::Choice),
        "point" => choice::read_point(context, fields).map(AnswerKey::Choice),
        "order" => placing::read_order(fields, step).map(AnswerKey::Placing),
        "match" => placing::read_match(fields, step).map(AnswerKey::Placing),
        "groups" => placing::read_groups(fields, step).map(AnswerKey::Placing),
        "text" => written::read_text(fields).map(AnswerKey::Text),
        "number" => written::read_number(fields).map(AnswerKey::Number),
        other => {
            let problem = format!("`{other}` is not a kind of question");
            fields
                .faults()
                .error(kind.at, problem, format!("use one of {}", KINDS.join(", ")));
            fields.ignore_rest();
            None
        }
    };
    Some(Question {
        prompt: prompt?,
        hints: hints.into_iter().map(|hint| hint.value).collect(),
        show_how: show_how.map(|text| text.value),
        key: key?,
    })
}

/// The kind of a question, as files name it.
pub(super) fn kind(question: &Question) -> &'static str {
    match &question.key {
        AnswerKey::Choice(choice) if choice.picture.is_some() => "point",
        AnswerKey::Choice(choice) => match choice.kind {
            ChoiceKind::Single => "single",
            ChoiceKind::Multiple => "multiple",
            ChoiceKind::TrueFalse => "true_false",
        },
        AnswerKey::Placing(placing) => match placing.kind {
            PlacingKind::Order => "order",
            PlacingKind::Match => "match",
            PlacingKind::Groups => "groups",
        },
        AnswerKey::Text(_) => "text",
        AnswerKey::Number(_) => "number",
    }
}

/// Whether a translated question can be graded by the same answers as its original. What is typed may differ with the
/// language; a number may not.
pub(super) fn agree(translation: &Question, original: &Question) -> bool {
    shape(&translation.key) == shape(&original.key)
}

/// What a key has that no translation may change.
#[derive(PartialEq, Eq)]
enum Shape<'a> {
    Choice(ChoiceKind, Vec<(&'a str, bool)>),
    Placing(PlacingKind, Vec<(&'a str, &'a str)>),
    Text,
    Number(String, String),
}

fn shape(key: &AnswerKey) -> Shape<'_> {
    match key {
        AnswerKey::Choice(choice) => {
            let mut options: Vec<_> = choice
                .options
                .iter()
                .map(|option| (option.id.as_str(), option.correct))
                .collect();
            options.sort_unstable();
            Shape::Choice(choice.kind, options)
        }
        AnswerKey::Placing(placing) => {
            let mut items: Vec<_> = placing
                .items
                .iter()
                .map(|item| (item.id.as_str(), item.target.as_str()))
                .collect();
            items.sort_unstable();
            Shape::Placing(placing.kind, items)
        }
        AnswerKey::Text(_) => Shape::Text,
        AnswerKey::Number(key) => Shape::Number(key.answer.to_string(), key.tolerance.to_string()),
    }
}
