use domain::help_topic::HelpDoor;
use domain::ids::{CourseId, LessonId, StepId};
use domain::locale::Locale;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    crate::error::AppResult,
    crate::server_side::{
        HELP_TOPIC, Session, context, forget, recall, redirect, remember, schedule, session,
    },
    domain::help_topic::{HelpTopic, HelpTopicView},
};

/// Takes what somebody is stuck on along to where a person can be found. **Permissions**: anyone; it is kept in the visitor's
/// own session.
#[server(prefix = "/api", name = BringTopic, endpoint = "help-topic/bring")]
pub async fn bring_topic(
    course: CourseId,
    lesson: LessonId,
    step: StepId,
    door: HelpDoor,
    locale: Locale,
) -> Result<(), AppError> {
    let topic = HelpTopic { course, lesson, step };
    if topic_view(Some(&topic), locale).await?.is_none() {
        return Err(AppError::NotFound);
    }
    remember(&session().await?, HELP_TOPIC, &topic).await?;
    redirect(locale, door.path());
    Ok(())
}

/// Leaves it behind. **Permissions**: anyone; the visitor's own.
#[server(prefix = "/api", name = DropTopic, endpoint = "help-topic/drop")]
pub async fn drop_topic(door: HelpDoor, locale: Locale) -> Result<(), AppError> {
    forget_topic(&session().await?).await?;
    redirect(locale, door.path());
    Ok(())
}

/// What the visitor wants help with, if they have come from a step.
#[cfg(feature = "ssr")]
pub async fn chosen_topic(session: &Session) -> AppResult<Option<HelpTopic>> {
    recall(session, HELP_TOPIC).await
}

/// Somebody has been found, or it has been left behind.
#[cfg(feature = "ssr")]
pub async fn forget_topic(session: &Session) -> AppResult<()> {
    forget(session, HELP_TOPIC).await
}

/// A topic as people read it; nothing where its step is there no more.
#[cfg(feature = "ssr")]
pub async fn topic_view(topic: Option<&HelpTopic>, locale: Locale) -> AppResult<Option<HelpTopicView>> {
    let Some(topic) = topic else { return Ok(None) };
    let (library, schedule) = (context().library, schedule().await?);
    Ok(library.help_topic(topic, locale, &schedule.municipality))
}
