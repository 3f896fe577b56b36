//! An adviser begins a lesson with the citizen who is there: see [`crate::tutor`].

use domain::ids::{CourseId, StepId};
use domain::locale::Locale;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    crate::server_side::{context, redirect, session, signed_in_with},
    crate::tutor::{TOGETHER, begin, first_step},
    domain::staff::Right,
    domain::tutor::Side,
};

/// Begins as the helper, at the step that the citizen asked help with or where the course begins; the screen shows the code
/// for the citizen's own device. **Permissions**: whoever serves citizens.
#[server(prefix = "/api", endpoint = "tutor/desk")]
pub async fn start_at_desk(
    course: CourseId,
    #[server(default)] step: Option<StepId>,
    locale: Locale,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::ServeCitizens).await?;
    let library = context().library;
    let outline = library.outline(&course).ok_or(AppError::NotFound)?;
    let asked = outline.steps().find(|place| Some(&place.step) == step.as_ref());
    let here = asked.or_else(|| first_step(&course)).ok_or(AppError::NotFound)?;
    begin(&session, &course, &here, Side::Helper).await?;
    redirect(locale, TOGETHER);
    Ok(())
}
