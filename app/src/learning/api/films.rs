//! Agreeing to films, whose providers see who watches them.

use domain::ids::{CourseId, LessonId, StepId};
use domain::learning::FilmProvider;
use domain::locale::Locale;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::work::{page_of_step, set_film_provider},
    crate::server_side::{redirect, session},
};

/// Remembers, or forgets, that films of a provider may be shown. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "learning/films")]
pub async fn agree_to_films(
    course: CourseId,
    lesson: LessonId,
    step: StepId,
    locale: Locale,
    provider: FilmProvider,
    agree: String,
) -> Result<(), AppError> {
    let session = session().await?;
    set_film_provider(&session, provider, agree == "ja").await?;
    redirect(locale, &page_of_step(&session, &course, &lesson, &step).await?);
    Ok(())
}
