use domain::learning::AnswerProblem;
use leptos::prelude::*;

use super::{Answered, FIELD};
use crate::texts::Texts;
use crate::ui::TextField;

/// A line for a word or two.
pub(super) fn text_field(texts: Texts, prompt: String, answered: &Answered) -> impl IntoView + use<> {
    field(texts, prompt, "", "", answered)
}

/// A line for a number, with its unit.
pub(super) fn number_field(
    texts: Texts,
    prompt: String,
    unit: Option<String>,
    answered: &Answered,
) -> impl IntoView + use<> {
    let unit = unit.unwrap_or_default();
    field(texts, prompt, texts.question_number_hint(), &unit, answered)
}

fn field(texts: Texts, prompt: String, hint: &str, unit: &str, answered: &Answered) -> impl IntoView + use<> {
    let error = answered.problem.map(|problem| {
        match problem {
            AnswerProblem::NotANumber => texts.question_not_a_number(),
            AnswerProblem::TooLong => texts.question_too_long(),
            AnswerProblem::Missing | AnswerProblem::TooMany => texts.question_missing_written(),
        }
        .to_owned()
    });
    let inputmode = if hint.is_empty() { "" } else { "decimal" };
    view! {
        <TextField
            label=prompt
            name=FIELD
            value=answered.typed()
            hint=hint.to_owned()
            unit=unit.to_owned()
            inputmode=inputmode
            autocomplete="off"
            error=error
        />
    }
}
