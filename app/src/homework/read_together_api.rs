use domain::homework::{ReadTogetherPage, StoryAge};
use domain::ids::SharedReadingId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::error::AppResult,
    crate::server_side::{
        READING_ATTEMPT, READING_CLOCK, context, forget, now, recall, redirect, remember, session, visitor,
        visitor_or_new,
    },
    domain::homework::{
        NewSharedReading, ReadMonth, ReadingAttempt, ReadingClock, ReadingForm, SharedReading,
    },
    domain::ids::VisitorId,
    store::homework,
};

/// Where all of it stands.
#[cfg(feature = "ssr")]
const PATH: &str = "/lektier/laes";

/// What two have read, the clock if they read just now, and what to ask about a story. **Permissions**: anyone; the list is the
/// visitor's own.
#[server(prefix = "/api", endpoint = "homework/reading", input = GetUrl)]
pub async fn read_together(
    age: Option<StoryAge>,
    locale: Locale,
) -> Result<Reply<ReadTogetherPage>, AppError> {
    let session = session().await?;
    let clock: Option<ReadingClock> = recall(&session, READING_CLOCK).await?;
    let attempt: Option<ReadingAttempt> = recall(&session, READING_ATTEMPT).await?;
    let readings = match visitor(&session).await? {
        Some(visitor) => homework::shared_readings(context().database.read(), visitor).await?,
        None => Vec::new(),
    };
    let age = age.unwrap_or_default();
    Reply::of(&ReadTogetherPage {
        begun: clock.map(|clock| clock.begun.into()),
        problems: attempt.as_ref().map(|attempt| attempt.problems.clone()),
        form: first_form(attempt, &readings),
        months: ReadMonth::list(&readings),
        age,
        questions: context().library.story_questions(age, locale),
    })
}

/// Begins the clock; one that runs goes on. **Permissions**: anyone; the visitor's own clock.
#[server(prefix = "/api", endpoint = "homework/reading/begin")]
pub async fn begin_reading(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    if recall::<ReadingClock>(&session, READING_CLOCK).await?.is_none() {
        remember(&session, READING_CLOCK, &ReadingClock { begun: now() }).await?;
    }
    forget(&session, READING_ATTEMPT).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Drops the clock without writing anything down. **Permissions**: anyone; the visitor's own clock.
#[server(prefix = "/api", endpoint = "homework/reading/drop")]
pub async fn drop_reading(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    forget(&session, READING_CLOCK).await?;
    forget(&session, READING_ATTEMPT).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Writes down what was read, or says why not and keeps what was typed. **Permissions**: anyone; the visitor's own list.
#[server(prefix = "/api", endpoint = "homework/reading/write")]
pub async fn write_reading(
    #[server(default)] minutes: String,
    #[server(default)] book: String,
    #[server(default)] first_page: String,
    #[server(default)] last_page: String,
    #[server(default)] what: String,
    locale: Locale,
) -> Result<(), AppError> {
    let form = ReadingForm {
        minutes,
        book,
        first_page,
        last_page,
        what,
    };
    let session = session().await?;
    let clock: Option<ReadingClock> = recall(&session, READING_CLOCK).await?;
    let problems = match form.read(clock.and_then(|clock| clock.minutes(now()))) {
        Ok(reading) if keep(&reading, clock, visitor_or_new(&session).await?).await? => None,
        Ok(_) => Some(Vec::new()),
        Err(problems) => Some(problems),
    };
    match problems {
        None => {
            forget(&session, READING_CLOCK).await?;
            forget(&session, READING_ATTEMPT).await?;
        }
        Some(problems) => {
            let form = form.for_mending();
            remember(&session, READING_ATTEMPT, &ReadingAttempt { form, problems }).await?;
        }
    }
    redirect(locale, PATH);
    Ok(())
}

/// Takes something off the list. **Permissions**: anyone; the visitor's own list.
#[server(prefix = "/api", endpoint = "homework/reading/remove")]
pub async fn remove_reading(reading: SharedReadingId, locale: Locale) -> Result<(), AppError> {
    homework::remove_shared_reading(context().database.write(), reader().await?, reading).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Empties the list. **Permissions**: anyone; the visitor's own list.
#[server(prefix = "/api", endpoint = "homework/reading/clear")]
pub async fn clear_readings(locale: Locale) -> Result<(), AppError> {
    homework::clear_shared_readings(context().database.write(), reader().await?).await?;
    redirect(locale, PATH);
    Ok(())
}

/// What was typed last, or the book they read last.
#[cfg(feature = "ssr")]
fn first_form(attempt: Option<ReadingAttempt>, readings: &[SharedReading]) -> ReadingForm {
    match attempt {
        Some(attempt) => attempt.form,
        None => readings
            .first()
            .map(|latest| ReadingForm::after(&latest.reading))
            .unwrap_or_default(),
    }
}

/// Keeps it under the moment when they began. `false` where the list is full.
#[cfg(feature = "ssr")]
async fn keep(
    reading: &NewSharedReading,
    clock: Option<ReadingClock>,
    visitor: VisitorId,
) -> AppResult<bool> {
    let read_at = clock.map_or_else(now, |clock| clock.begun);
    Ok(homework::add_shared_reading(&context().database, visitor, reading, read_at).await?)
}

/// Whose list it is. Somebody without one has nothing to change.
#[cfg(feature = "ssr")]
async fn reader() -> AppResult<VisitorId> {
    let session = session().await?;
    visitor(&session).await?.ok_or(AppError::SessionLost)?;
    visitor_or_new(&session).await
}
