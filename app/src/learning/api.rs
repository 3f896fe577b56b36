use domain::ids::{CourseId, LessonId, OptionId, StepId};
use domain::learning::{CourseCard, CoursePage, FinishedPage, StepPage};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{context, now, redirect, schedule, session, visitor, visitor_or_new},
};
#[cfg(feature = "ssr")]
use domain::learning::{StepRecord, StepRef, grade};
#[cfg(feature = "ssr")]
use std::collections::HashMap;
#[cfg(feature = "ssr")]
use store::learning::{self as records, GradedAnswer, StepState};

/// The courses, with how far the visitor has come. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/catalog", input = GetUrl)]
pub async fn catalog(locale: Locale) -> Result<Reply<Vec<CourseCard>>, AppError> {
    let context = context();
    let records: HashMap<_, _> = match visitor(&session().await?).await? {
        Some(visitor) => records::records_of_all_courses(context.database.read(), visitor)
            .await?
            .into_iter()
            .map(|(course, states)| (course, step_records(&states)))
            .collect(),
        None => HashMap::new(),
    };
    Reply::of(&context.library.course_cards(locale, &records))
}

/// One course, with how far the visitor has come. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/course", input = GetUrl)]
pub async fn course(id: CourseId, locale: Locale) -> Result<Reply<CoursePage>, AppError> {
    let municipality = schedule().await?.municipality.clone();
    let records = step_records(&visitor_states(&id).await?);
    let library = context().library;
    Reply::of(
        &library
            .course_page(&id, locale, &records, &municipality)
            .ok_or(AppError::NotFound)?,
    )
}

/// One step, with the visitor's latest answer. **Permissions**: anyone; the answer is the visitor's own.
#[server(prefix = "/api", endpoint = "learning/step", input = GetUrl)]
#[allow(clippy::struct_field_names, reason = "they are the parts of an address")]
pub async fn step(
    course: CourseId,
    lesson: LessonId,
    step: StepId,
    locale: Locale,
) -> Result<Reply<StepPage>, AppError> {
    let municipality = schedule().await?.municipality.clone();
    let states = visitor_states(&course).await?;
    let answer = states
        .into_iter()
        .find(|state| state.step == step)
        .and_then(|state| state.last_answer);
    let page = context()
        .library
        .step_page(&course, &lesson, &step, locale, answer.as_deref(), &municipality);
    Reply::of(&page.ok_or(AppError::NotFound)?)
}

/// The end of a course. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/finished", input = GetUrl)]
pub async fn finished(id: CourseId, locale: Locale) -> Result<Reply<FinishedPage>, AppError> {
    let records = step_records(&visitor_states(&id).await?);
    let library = context().library;
    Reply::of(
        &library
            .finished_page(&id, locale, &records)
            .ok_or(AppError::NotFound)?,
    )
}

/// Grades an answer and keeps it; the step's page shows the feedback. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/answer")]
pub async fn answer(
    course: CourseId,
    lesson: LessonId,
    step: StepId,
    locale: Locale,
    /// The chosen options. A form in which nothing is chosen sends none.
    #[server(default)]
    chosen: Vec<OptionId>,
) -> Result<(), AppError> {
    let context = context();
    let question = context
        .library
        .question(&course, &step, locale)
        .ok_or(AppError::NotFound)?;
    let path = step_path(
        &course,
        &StepRef {
            lesson,
            step: step.clone(),
        },
    );
    if chosen.is_empty() {
        redirect(locale, &format!("{path}?svar=mangler"));
        return Ok(());
    }
    let graded = grade(question, &chosen).map_err(|_| AppError::Invalid)?;
    let visitor = visitor_or_new(&session().await?).await?;
    let answer = GradedAnswer {
        course: &course,
        step: &step,
        chosen: &chosen,
        correct: graded.correct,
    };
    records::save_answer(context.database.write(), visitor, answer, now()).await?;
    redirect(locale, &path);
    Ok(())
}

/// Moves on from a step: it is done. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/advance")]
pub async fn advance(course: CourseId, step: StepId, locale: Locale) -> Result<(), AppError> {
    let context = context();
    let outline = context.library.outline(&course).ok_or(AppError::NotFound)?;
    if !outline.steps().any(|place| place.step == step) {
        return Err(AppError::NotFound);
    }
    let visitor = visitor_or_new(&session().await?).await?;
    records::mark_done(context.database.write(), visitor, &course, &step, now()).await?;
    match outline.neighbours(&step).1 {
        Some(next) => redirect(locale, &step_path(&course, &next)),
        None => redirect(locale, &format!("/laer/{course}/slut")),
    }
    Ok(())
}

#[cfg(feature = "ssr")]
fn step_path(course: &CourseId, place: &StepRef) -> String {
    format!("/laer/{course}/{}/{}", place.lesson, place.step)
}

/// What is kept of the visitor's work on a course.
#[cfg(feature = "ssr")]
async fn visitor_states(course: &CourseId) -> AppResult<Vec<StepState>> {
    match visitor(&session().await?).await? {
        Some(visitor) => Ok(records::records(context().database.read(), visitor, course).await?),
        None => Ok(vec![]),
    }
}

#[cfg(feature = "ssr")]
fn step_records(states: &[StepState]) -> Vec<StepRecord> {
    states.iter().map(StepRecord::from).collect()
}
