//! What a step asks people to do, apart from questions.

mod assignment;
mod calculator;
mod film;
mod simulator;

use domain::learning::{StepPage, TaskView};
use leptos::prelude::*;

use self::assignment::AssignmentCard;
use self::calculator::CalculatorCard;
use self::film::FilmCard;
use self::simulator::LessonSimulator;
pub use self::simulator::{Place, Simulator};
use super::question::QuestionForm;

/// The task of a step.
pub fn task(step: &StepPage) -> Option<AnyView> {
    let task = step.task.clone()?;
    Some(match task {
        TaskView::Question(question) => {
            view! { <QuestionForm step=step.clone() question=question /> }.into_any()
        }
        TaskView::Simulator(simulator) => {
            view! { <LessonSimulator step=step.clone() simulator=simulator /> }.into_any()
        }
        TaskView::Calculator(calculator) => view! { <CalculatorCard calculator=calculator /> }.into_any(),
        TaskView::Assignment(assignment) => view! { <AssignmentCard assignment=assignment /> }.into_any(),
        TaskView::Film(film) => {
            view! { <FilmCard course=step.course.clone() here=step.here.clone() film=film /> }.into_any()
        }
    })
}
