//! Questions, as they are asked and as they are shown again with what was answered.

mod choice;
mod help;
mod placing;
mod written;

use domain::learning::question::{AnswerView, Feedback, GivenAnswer};
use domain::learning::{AnswerAttempt, AnswerProblem, QuestionView, StepPage};
use leptos::prelude::*;
use server_fn::ServerFn;

use self::help::HelpForm;
use super::api::Answer;
use super::step_fields::StepFields;
use crate::form::PostForm;
use crate::loading::query;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, SubmitButton, Verdict};

/// The name of every field that answers a question. An answer is a list of texts.
const FIELD: &str = "given[]";

/// What the fields of a question begin with: an answer that could not be graded comes before one that was.
pub struct Answered {
    given: Vec<String>,
    problem: Option<AnswerProblem>,
    graded: Option<GivenAnswer>,
}

/// A question, what came of the latest answer, and help.
#[component]
pub fn QuestionForm(step: StepPage, question: QuestionView) -> impl IntoView {
    let texts = use_texts();
    let answered = Answered::of(&step);
    let (label, button) = match &answered.graded {
        None => (texts.question_answer(), ButtonKind::Primary),
        Some(_) => (texts.question_answer_again(), ButtonKind::Secondary),
    };
    let outcome = answered.graded.as_ref().map(|graded| outcome(texts, graded));
    let (course, here) = (step.course.clone(), step.here.clone());
    let fields = question_fields(texts, question, &answered);
    view! {
        <PostForm action=Answer::PATH class="question">
            <StepFields course=course here=here />
            {fields}
            {outcome}
            <SubmitButton label=label kind=button />
        </PostForm>
        <HelpForm course=step.course here=step.here help=step.help />
    }
}

/// The fields of a question, without the form around them.
pub fn question_fields(texts: Texts, question: QuestionView, answered: &Answered) -> AnyView {
    let prompt = question.prompt;
    match question.answer {
        AnswerView::Choice {
            kind,
            options,
            picture,
        } => choice::fields(texts, prompt, kind, options, picture, answered).into_any(),
        AnswerView::Placing { kind, items, targets } => {
            placing::fields(texts, prompt, kind, items, &targets, answered).into_any()
        }
        AnswerView::Text => written::text_field(texts, prompt, answered).into_any(),
        AnswerView::Number { unit } => written::number_field(texts, prompt, unit, answered).into_any(),
    }
}

impl Answered {
    /// Nothing has been graded, but perhaps something was tried.
    pub fn attempted(attempt: Option<AnswerAttempt>) -> Self {
        let (given, problem) = match attempt {
            Some(attempt) => (attempt.given, Some(attempt.problem)),
            None => (Vec::new(), None),
        };
        Self {
            given,
            problem,
            graded: None,
        }
    }

    fn of(step: &StepPage) -> Self {
        // Nothing at all was answered: there is nothing to keep, so the address says it.
        let nothing = (query("svar").get_untracked() == "mangler").then_some(AnswerProblem::Missing);
        match (&step.attempt, nothing) {
            (Some(attempt), _) => Self::attempted(Some(attempt.clone())),
            (None, Some(problem)) if step.given.is_none() => Self {
                given: Vec::new(),
                problem: Some(problem),
                graded: None,
            },
            _ => Self {
                given: step.given.iter().flat_map(|given| given.given.clone()).collect(),
                problem: None,
                graded: step.given.clone(),
            },
        }
    }

    /// What is said to one part of the answer.
    fn feedback(&self, part: &str) -> Option<&Feedback> {
        let feedback = &self.graded.as_ref()?.feedback;
        feedback
            .iter()
            .find(|feedback| feedback.part.as_ref().is_some_and(|id| id.as_str() == part))
    }

    fn typed(&self) -> String {
        self.given.first().cloned().unwrap_or_default()
    }
}

fn verdict(texts: Texts, feedback: &Feedback) -> Verdict {
    let sign = if feedback.correct {
        texts.question_right()
    } else {
        texts.question_not_quite()
    };
    Verdict {
        correct: feedback.correct,
        sign: sign.to_owned(),
        text: feedback.text.clone(),
    }
}

/// How the answer went as a whole, with what is said to the whole.
fn outcome(texts: Texts, given: &GivenAnswer) -> impl IntoView + use<> {
    let whole = given.feedback.iter().find(|feedback| feedback.part.is_none());
    let explanation = whole.map(|feedback| view! { <p>{feedback.text.clone()}</p> });
    let (kind, text) = if given.correct {
        (AlertKind::Success, texts.question_outcome_right())
    } else if given.incomplete {
        (AlertKind::Info, texts.question_outcome_incomplete())
    } else {
        (AlertKind::Info, texts.question_outcome_wrong())
    };
    view! {
        <Alert kind=kind>
            {explanation}
            <p>{text}</p>
        </Alert>
    }
}
