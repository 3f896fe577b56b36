//! What the pages show.

use domain::ids::{CourseId, LessonId, ScenarioId, StepId};
use domain::learning::{CatalogPage, CoursePage, ExercisePage, FinishedPage, ScenarioCard, StepPage, Term};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::review::due_reviews,
    super::together::shown_step,
    super::work::{Work, exercise_course, records_of_all_courses},
    crate::server_side::{context, schedule, session},
    domain::learning::{CatalogFilter, StepRef},
};

/// The courses that fit a filter, with how far the visitor has come and what they are advised to do next.
/// **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/catalog", input = GetUrl)]
pub async fn catalog(
    /// What is looked for, as it stands in the page's address.
    #[server(default)]
    goal: String,
    #[server(default)] audience: String,
    #[server(default)] level: String,
    #[server(default)] page: String,
    locale: Locale,
) -> Result<Reply<CatalogPage>, AppError> {
    let session = session().await?;
    let records = records_of_all_courses(&session).await?;
    let library = context().library;
    let filter = CatalogFilter::parse(&goal, &audience, &level, &page);
    let (courses, found) = library.filtered_cards(&filter, locale, &records);
    Reply::of(&CatalogPage {
        recommended: library.recommended(locale, &records, None),
        courses,
        found,
        filter,
        audiences: library.course_audiences(locale),
        due: due_reviews(&session).await?,
    })
}

/// One course, with how far the visitor has come. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/course", input = GetUrl)]
pub async fn course(id: CourseId, locale: Locale) -> Result<Reply<CoursePage>, AppError> {
    let municipality = schedule().await?.municipality.clone();
    let work = Work::of_visitor(&session().await?, &id).await?;
    let library = context().library;
    Reply::of(
        &library
            .course_page(&id, locale, work.view(), &municipality)
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
    let place = StepRef { lesson, step };
    Reply::of(&shown_step(&session().await?, &course, &place, locale).await?)
}

/// The end of a course. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/finished", input = GetUrl)]
pub async fn finished(id: CourseId, locale: Locale) -> Result<Reply<FinishedPage>, AppError> {
    let session = session().await?;
    let work = Work::of_visitor(&session, &id).await?;
    let all = records_of_all_courses(&session).await?;
    let library = context().library;
    Reply::of(
        &library
            .finished_page(&id, locale, work.view(), &all)
            .ok_or(AppError::NotFound)?,
    )
}

/// The exercises. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/exercises", input = GetUrl)]
pub async fn exercises(locale: Locale) -> Result<Reply<Vec<ScenarioCard>>, AppError> {
    Reply::of(&context().library.scenario_cards(locale))
}

/// An exercise, as far as the visitor has come in it. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/exercise", input = GetUrl)]
pub async fn exercise(id: ScenarioId, locale: Locale) -> Result<Reply<ExercisePage>, AppError> {
    let library = context().library;
    let work = Work::on_steps(&session().await?, &exercise_course()).await?;
    let step = StepId::parse(id.as_str()).map_err(|_| AppError::NotFound)?;
    let page = library.exercise_page(&id, locale, work.given(&step));
    Reply::of(&page.ok_or(AppError::NotFound)?)
}

/// The glossary. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/glossary", input = GetUrl)]
pub async fn glossary(locale: Locale) -> Result<Reply<Vec<Term>>, AppError> {
    Reply::of(&context().library.glossary(locale))
}
