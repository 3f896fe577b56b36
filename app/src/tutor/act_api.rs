//! What the two do with their lesson.

use domain::ids::StepId;
use domain::locale::Locale;
use domain::tutor::{Act, Presses};
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::TOGETHER,
    super::seat::must_be_seated,
    crate::error::AppResult,
    crate::learning::note_passed,
    crate::server_side::{context, now, redirect, session},
    domain::ids::CourseId,
    domain::tutor::Side,
    store::tutor,
};

/// Proposes, goes on, back, or ends; the rules say who may. What comes too late changes nothing, and the page shows how it is.
/// A step that the citizen moves on from is done in their own course too. **Permissions**: whoever takes part, each on their
/// own side.
#[server(prefix = "/api", endpoint = "tutor/act")]
pub async fn act_together(act: Act, step: StepId, locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let (kept, pairing) = must_be_seated(&session).await?;
    let context = context();
    let outline = context
        .library
        .outline(&pairing.course)
        .ok_or(AppError::NotFound)?;
    let seat = kept.seat();
    // Before it is moved: if the server dies in between, the press is repeated, and nothing is lost.
    if act == Act::GoOn && seat.side == Side::Citizen && step == pairing.together.here.step {
        note_passed(&session, &pairing.course, &step).await?;
    }
    tutor::act(&context.database, seat, act, &step, outline, now()).await?;
    redirect(locale, TOGETHER);
    Ok(())
}

/// Ticks a line of the check list, or takes the tick away. **Permissions**: whoever takes part, on either side.
#[server(prefix = "/api", endpoint = "tutor/check")]
pub async fn press_check(step: StepId, item: i64, seen: Presses, locale: Locale) -> Result<(), AppError> {
    let (kept, pairing) = must_be_seated(&session().await?).await?;
    // A tick that comes after the citizen has moved on is not lost: it belongs to the step that it was made on.
    if (1..=lines_of(&pairing.course, &step)?).contains(&item) {
        let database = context().database;
        tutor::press(&database, kept.seat(), &step, item, seen, now()).await?;
    }
    redirect(locale, TOGETHER);
    Ok(())
}

/// How many lines the check list of a step has.
#[cfg(feature = "ssr")]
fn lines_of(course: &CourseId, step: &StepId) -> AppResult<i64> {
    let library = context().library;
    let mut places = library.outline(course).ok_or(AppError::NotFound)?.steps();
    let place = places
        .find(|place| place.step == *step)
        .ok_or(AppError::NotFound)?;
    let script = library.step_script(course, &place, Locale::default());
    Ok(script.map_or(0, |(_, script)| domain::count(&script.checks)))
}
