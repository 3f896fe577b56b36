use domain::learning::{GivenAnswer, OptionView, QuestionKind, QuestionView, StepPage};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::api::Answer;
use crate::form::PostForm;
use crate::loading::query;
use crate::texts::{Texts, use_texts};
use crate::ui::{
    Accordion, Alert, AlertKind, ButtonKind, Choice, ChoiceGroup, ChoiceKind, SubmitButton, Verdict,
};

/// A question, and what came of the latest answer beside the options that were chosen.
#[component]
pub fn QuestionForm(step: StepPage, question: QuestionView) -> impl IntoView {
    let texts = use_texts();
    let given = step.given;
    let missing = !query("svar").get_untracked().is_empty() && given.is_none();
    let (kind, hint) = match question.kind {
        QuestionKind::Single => (ChoiceKind::Radio, texts.question_choose_one()),
        QuestionKind::Multiple => (ChoiceKind::Checkbox, texts.question_choose_several()),
    };
    let options = question
        .options
        .into_iter()
        .map(|option| choice(texts, option, given.as_ref()))
        .collect();
    let (label, button) = match &given {
        None => (texts.question_answer(), ButtonKind::Primary),
        Some(_) => (texts.question_answer_again(), ButtonKind::Secondary),
    };
    let hint_text = question.hint.map(|hint| {
        view! {
            <Accordion summary=texts.question_hint()>
                <p>{hint}</p>
            </Accordion>
        }
    });
    view! {
        <PostForm action=Answer::PATH class="question">
            <input type="hidden" name="course" value=step.course.to_string() />
            <input type="hidden" name="lesson" value=step.here.lesson.to_string() />
            <input type="hidden" name="step" value=step.here.step.to_string() />
            <ChoiceGroup
                legend=question.prompt
                name="chosen[]"
                kind=kind
                options=options
                hint=hint
                error=missing.then(|| texts.question_missing().to_owned())
            />
            {hint_text}
            {given.as_ref().map(|given| outcome(texts, given))}
            <SubmitButton label=label kind=button />
        </PostForm>
    }
}

fn choice(texts: Texts, option: OptionView, given: Option<&GivenAnswer>) -> Choice {
    let feedback = given.and_then(|given| {
        given
            .feedback
            .iter()
            .find(|feedback| feedback.option == option.id)
    });
    Choice {
        checked: feedback.is_some(),
        verdict: feedback.map(|feedback| Verdict {
            correct: feedback.correct,
            sign: if feedback.correct {
                texts.question_right()
            } else {
                texts.question_not_quite()
            }
            .to_owned(),
            text: feedback.text.clone(),
        }),
        value: option.id.to_string(),
        label: option.text,
        hint: None,
    }
}

fn outcome(texts: Texts, given: &GivenAnswer) -> impl IntoView + use<> {
    let (kind, text) = if given.correct {
        (AlertKind::Success, texts.question_outcome_right())
    } else if given.incomplete {
        (AlertKind::Info, texts.question_outcome_incomplete())
    } else {
        (AlertKind::Info, texts.question_outcome_wrong())
    };
    view! { <Alert kind=kind>{text}</Alert> }
}
