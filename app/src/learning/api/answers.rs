//! What a visitor does on a step.

use domain::ids::{CourseId, LessonId, StepId};
use domain::learning::Reading;
use domain::locale::Locale;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::work::{Deed, Work, forget_attempt, keep, keep_attempt, page_of_step, set_reading, step_path},
    crate::server_side::{context, redirect, session},
    domain::cpr::hide_cpr_in_each,
    domain::learning::{AnswerAttempt, AnswerProblem},
};

/// Grades an answer and keeps it; the step's page shows the feedback. An answer that cannot be graded is shown again as it
/// was, with what is missing; but for the digits of what looks like a CPR number. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/answer")]
pub async fn answer(
    course: CourseId,
    lesson: LessonId,
    step: StepId,
    locale: Locale,
    /// What was chosen or typed. A form in which nothing is chosen sends none.
    #[server(default)]
    given: Vec<String>,
) -> Result<(), AppError> {
    let library = context().library;
    let question = library
        .question(&course, &step, locale)
        .ok_or(AppError::NotFound)?;
    let session = session().await?;
    let path = page_of_step(&session, &course, &lesson, &step).await?;
    let given = hide_cpr_in_each(&given);
    match question.grade(&given) {
        Ok(graded) => {
            let deed = Deed::Answered {
                given: &given,
                correct: graded.correct,
            };
            keep(&session, &course, &step, deed).await?;
            forget_attempt(&session).await?;
            redirect(locale, &path);
        }
        Err(_) if given.iter().all(|text| text.trim().is_empty()) => {
            redirect(locale, &format!("{path}?svar=mangler"));
        }
        Err(invalid) => {
            let problem = AnswerProblem::try_from(invalid).map_err(|_| AppError::Invalid)?;
            keep_attempt(&session, &course, &step, AnswerAttempt { given, problem }).await?;
            redirect(locale, &format!("{path}?svar=fejl"));
        }
    }
    Ok(())
}

/// Shows the next hint, or how the answer is found. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/hint")]
pub async fn hint(course: CourseId, lesson: LessonId, step: StepId, locale: Locale) -> Result<(), AppError> {
    let library = context().library;
    let question = library
        .question(&course, &step, locale)
        .ok_or(AppError::NotFound)?;
    let session = session().await?;
    let work = Work::on_steps(&session, &course).await?;
    let shown = work.record(&step).map_or(0, |record| record.hints);
    if usize::try_from(shown).is_ok_and(|shown| shown < question.help_steps()) {
        keep(&session, &course, &step, Deed::TookHint).await?;
    }
    redirect(locale, &page_of_step(&session, &course, &lesson, &step).await?);
    Ok(())
}

/// Moves on from a step: it is done. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/advance")]
pub async fn advance(course: CourseId, step: StepId, locale: Locale) -> Result<(), AppError> {
    let library = context().library;
    let outline = library.outline(&course).ok_or(AppError::NotFound)?;
    if !outline.steps().any(|place| place.step == step) {
        return Err(AppError::NotFound);
    }
    keep(&session().await?, &course, &step, Deed::MovedOn).await?;
    match outline.neighbours(&step).1 {
        Some(next) => redirect(locale, &step_path(&course, &next.lesson, &next.step)),
        None => redirect(locale, &format!("/laer/{course}/slut")),
    }
    Ok(())
}

/// Chooses between a step's ordinary text and its easy-read twin, for all steps. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/reading")]
pub async fn set_reading_way(
    course: CourseId,
    lesson: LessonId,
    step: StepId,
    locale: Locale,
    reading: Reading,
) -> Result<(), AppError> {
    let session = session().await?;
    set_reading(&session, reading).await?;
    redirect(locale, &page_of_step(&session, &course, &lesson, &step).await?);
    Ok(())
}
