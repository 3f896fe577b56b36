use domain::learning::AnswerProblem;
use domain::learning::question::{ChoiceKind as Kind, OptionView};
use domain::pages::Picture;
use leptos::prelude::*;

use super::{Answered, FIELD, verdict};
use crate::texts::Texts;
use crate::ui::{Choice, ChoiceGroup, ChoiceKind, SpotPicture, choice_id};

/// Options in a list, with their places on a picture above it where they are places.
pub(super) fn fields(
    texts: Texts,
    prompt: String,
    kind: Kind,
    options: Vec<OptionView>,
    picture: Option<Picture>,
    answered: &Answered,
) -> impl IntoView + use<> {
    let (control, hint) = match (kind, &picture) {
        (_, Some(_)) => (ChoiceKind::Radio, texts.question_point_hint()),
        (Kind::Single | Kind::TrueFalse, None) => (ChoiceKind::Radio, texts.question_choose_one()),
        (Kind::Multiple, None) => (ChoiceKind::Checkbox, texts.question_choose_several()),
    };
    let spots = options
        .iter()
        .enumerate()
        .filter_map(|(index, option)| Some((choice_id(FIELD, index), option.area?)))
        .collect();
    let numbered = picture.is_some();
    let choices = options.into_iter().zip(1_i64..).map(|(option, number)| Choice {
        checked: answered.given.iter().any(|id| id == option.id.as_str()),
        verdict: answered
            .feedback(option.id.as_str())
            .map(|feedback| verdict(texts, feedback)),
        value: option.id.to_string(),
        label: if numbered {
            texts.question_spot(number, option.text)
        } else {
            option.text
        },
        hint: None,
    });
    let choices: Vec<_> = choices.collect();
    let error = answered.problem.map(|problem| {
        match problem {
            AnswerProblem::TooMany => texts.question_too_many(),
            _ => texts.question_missing(),
        }
        .to_owned()
    });
    view! {
        {picture.map(|picture| view! { <SpotPicture src=picture.src alt=picture.alt spots=spots /> })}
        <ChoiceGroup
            legend=prompt
            name=FIELD
            kind=control
            options=choices
            hint=hint
            error=error
        />
    }
}
