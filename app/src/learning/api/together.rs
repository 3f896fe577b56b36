//! What the lesson of two needs of one visitor's own course: see [`crate::tutor`].

use content::StepReader;
use domain::ids::{CourseId, StepId};
use domain::learning::{StepPage, StepRef};
use domain::locale::Locale;

use super::work::{Deed, Work, attempt, film_providers, keep, reading};
use crate::error::{AppError, AppResult};
use crate::server_side::{Session, context, schedule};

/// Where a visitor goes on in a course: the first step that is not done, or the very first. `None` where there is no such
/// course.
pub async fn next_step(session: &Session, course: &CourseId) -> AppResult<Option<StepRef>> {
    let work = Work::on_steps(session, course).await?;
    let library = context().library;
    let outline = library.outline(course);
    Ok(outline.and_then(|outline| {
        let next = outline.progress(&work.records).next;
        next.or_else(|| outline.steps().next())
    }))
}

/// A step has been gone through, as when somebody presses "Videre".
pub async fn note_passed(session: &Session, course: &CourseId, step: &StepId) -> AppResult<()> {
    keep(session, course, step, Deed::MovedOn).await
}

/// A step as its visitor sees it, with their latest answer.
pub async fn shown_step(
    session: &Session,
    course: &CourseId,
    place: &StepRef,
    locale: Locale,
) -> AppResult<StepPage> {
    let municipality = schedule().await?.municipality.clone();
    let work = Work::on_steps(session, course).await?;
    let attempt = attempt(session, course, &place.step).await?;
    let film_providers = film_providers(session).await?;
    let reader = StepReader {
        locale,
        reading: reading(session).await?,
        municipality: &municipality,
        record: work.record(&place.step),
        attempt: attempt.as_ref(),
        film_providers: &film_providers,
    };
    let page = context()
        .library
        .step_page(course, &place.lesson, &place.step, reader);
    page.ok_or(AppError::NotFound)
}
