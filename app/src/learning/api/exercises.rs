//! What a visitor does in an exercise, in a lesson or by itself.

use domain::ids::{CourseId, LessonId, ScenarioId, StepId};
use domain::locale::Locale;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::work::{Deed, Work, exercise_course, keep, page_of_step},
    crate::error::AppResult,
    crate::server_side::{Session, context, redirect, session},
    domain::cpr::hide_cpr,
    domain::learning::simulator::{Input, MAX_PATH},
};

/// Presses something in an exercise, or types into its field. **Permissions**: anyone.
///
/// A mistake and the end are answers, wrong and right; what leads on is only kept.
#[server(prefix = "/api", endpoint = "learning/act")]
#[allow(clippy::too_many_arguments, reason = "they are the fields of two forms")]
pub async fn act(
    #[server(default)] course: Option<CourseId>,
    #[server(default)] lesson: Option<LessonId>,
    #[server(default)] step: Option<StepId>,
    #[server(default)] scenario: Option<ScenarioId>,
    locale: Locale,
    #[server(default)] pressed: Option<String>,
    #[server(default)] typed: Option<String>,
) -> Result<(), AppError> {
    let session = session().await?;
    let place = Place::find(&session, course, lesson, step, scenario).await?;
    let library = context().library;
    let (_, scenario) = library
        .scenario(&place.scenario, locale)
        .ok_or(AppError::NotFound)?;
    let work = Work::on_steps(&session, &place.course).await?;
    let step = match (pressed, typed) {
        (Some(pressed), _) => Some(pressed),
        (None, Some(typed)) => Input::step(&hide_cpr(&typed)).ok(),
        (None, None) => return Err(AppError::Invalid),
    };
    // Nothing was typed, or too much: the field is still there.
    let Some(step) = step else {
        redirect(locale, &place.path);
        return Ok(());
    };
    // What was done before a change of the exercise leads nowhere any more: it begins again.
    let mut path = work.given(&place.step).to_vec();
    if path.len() >= MAX_PATH || scenario.replay(&path).is_err() {
        path.clear();
    }
    path.push(step);
    let Ok(position) = scenario.replay(&path) else {
        // Pressed on a page that is no longer where the visitor is: they see where they are.
        redirect(locale, &place.path);
        return Ok(());
    };
    let deed = if position.mistaken || position.screen.goal {
        Deed::Answered {
            given: &path,
            correct: position.screen.goal,
        }
    } else {
        Deed::WentOn { path: &path }
    };
    keep(&session, &place.course, &place.step, deed).await?;
    redirect(locale, &place.path);
    Ok(())
}

/// Begins an exercise again. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/begin-again")]
pub async fn begin_again(
    #[server(default)] course: Option<CourseId>,
    #[server(default)] lesson: Option<LessonId>,
    #[server(default)] step: Option<StepId>,
    #[server(default)] scenario: Option<ScenarioId>,
    locale: Locale,
) -> Result<(), AppError> {
    let session = session().await?;
    let place = Place::find(&session, course, lesson, step, scenario).await?;
    keep(&session, &place.course, &place.step, Deed::WentOn { path: &[] }).await?;
    redirect(locale, &place.path);
    Ok(())
}

/// Where an exercise is done, and under which step it is kept.
#[cfg(feature = "ssr")]
struct Place {
    course: CourseId,
    step: StepId,
    scenario: ScenarioId,
    path: String,
}

#[cfg(feature = "ssr")]
impl Place {
    /// In a lesson's step, or by itself where only a scenario is named.
    async fn find(
        session: &Session,
        course: Option<CourseId>,
        lesson: Option<LessonId>,
        step: Option<StepId>,
        scenario: Option<ScenarioId>,
    ) -> AppResult<Self> {
        if let (Some(course), Some(lesson), Some(step)) = (course, lesson, step) {
            let scenario = context().library.scenario_of(&course, &step).cloned();
            return Ok(Self {
                path: page_of_step(session, &course, &lesson, &step).await?,
                scenario: scenario.ok_or(AppError::NotFound)?,
                course,
                step,
            });
        }
        let scenario = scenario.ok_or(AppError::Invalid)?;
        Ok(Self {
            course: exercise_course(),
            step: StepId::parse(scenario.as_str()).map_err(|_| AppError::Invalid)?,
            path: format!("/oevelser/{scenario}"),
            scenario,
        })
    }
}
