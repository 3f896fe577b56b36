use domain::ids::ServiceId;
use domain::locale::Locale;
use domain::schedule::{Begins, SeriesKind, SeriesPage};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::api::places;
#[cfg(feature = "ssr")]
use super::proposing::{attempt, in_force, propose, propose_form};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::error::AppResult;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{context, session, signed_in_with};
#[cfg(feature = "ssr")]
use domain::appointments::{Schedule, Series};
#[cfg(feature = "ssr")]
use domain::ids::AdviserId;
#[cfg(feature = "ssr")]
use domain::schedule::{EditForm, ScheduleEdit, SeriesEdit, SeriesForm};
#[cfg(feature = "ssr")]
use domain::staff::Right;
#[cfg(feature = "ssr")]
use store::schedules;

/// A series of a service, or the form of a new one. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/series", input = GetUrl)]
pub async fn edit_series(
    service: ServiceId,
    /// From 1; none for a new one.
    number: Option<i64>,
    locale: Locale,
) -> Result<Reply<SeriesPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let (version, schedule) = in_force().await?;
    let found = schedule.service(&service).ok_or(AppError::NotFound)?;
    let series = number
        .map(|number| nth(&schedule, &service, number))
        .transpose()?;
    let is_this = |form: &EditForm| matches!(form, EditForm::Series(id, was, _) if *id == service && was.as_deref() == series);
    let (form, problems) = match attempt(&session, is_this)
        .await?
        .map(|tried| (tried.form, tried.problems))
    {
        Some((EditForm::Series(_, _, form), problems)) => (*form, problems),
        _ => (series.map_or_else(SeriesForm::of_new, SeriesForm::of), vec![]),
    };
    Reply::of(&SeriesPage {
        service_name: found.name.get(locale).to_owned(),
        places: places(&schedule, locale),
        advisers: givers(&schedule, &service),
        service: service.clone(),
        number,
        version,
        form,
        problems,
    })
}

/// Proposes a new series, or another one in the place of one. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-series")]
pub async fn change_series(
    locale: Locale,
    service: ServiceId,
    /// See [`SeriesPage::number`].
    #[server(default)]
    number: Option<i64>,
    /// The version in which it has this number.
    version: i64,
    #[server(default)] location: String,
    #[server(default)] adviser: String,
    #[server(default)] kind: SeriesKind,
    #[server(default)] listed: String,
    #[server(default)] weekday: String,
    #[server(default)] clock: String,
    #[server(default)] times: String,
    #[server(default)] every_weeks: String,
    #[server(default)] begins: Begins,
    #[server(default)] begins_every: String,
    #[server(default)] first_day: String,
    #[server(default)] last_day: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let was = match number {
        Some(number) => Some(Box::new(as_shown(&service, number, version).await?)),
        None => None,
    };
    let path = path(&service, number);
    let form = SeriesForm {
        location,
        adviser,
        kind,
        listed,
        weekday,
        clock,
        times,
        every_weeks,
        begins,
        begins_every,
        first_day,
        last_day,
    };
    propose_form(
        &session,
        EditForm::Series(service, was, Box::new(form)),
        &path,
        locale,
    )
    .await
}

/// Proposes to give a series no more. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/remove-series")]
pub async fn remove_series(
    locale: Locale,
    service: ServiceId,
    number: i64,
    version: i64,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let series = as_shown(&service, number, version).await?;
    let edit = ScheduleEdit::Series(service, Box::new(SeriesEdit::Remove(series)));
    let proposed = propose(&session, edit, locale).await?;
    proposed.map_err(|_| AppError::Invalid)
}

/// Proposes that the times of a service are booked by themselves, and not in series. **Permissions**: whoever may edit the
/// schedule.
#[server(prefix = "/api", endpoint = "schedule/book-singly")]
pub async fn book_singly(locale: Locale, service: ServiceId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let edit = ScheduleEdit::Series(service, Box::new(SeriesEdit::BookSingly));
    let proposed = propose(&session, edit, locale).await?;
    proposed.map_err(|_| AppError::Invalid)
}

#[cfg(feature = "ssr")]
fn path(service: &ServiceId, number: Option<i64>) -> String {
    match number {
        Some(number) => format!("/personale/plan/ydelse/{service}/forloeb/{number}"),
        None => format!("/personale/plan/ydelse/{service}/nyt-forloeb"),
    }
}

#[cfg(feature = "ssr")]
fn givers(schedule: &Schedule, service: &ServiceId) -> Vec<AdviserId> {
    let advisers = schedule.advisers.iter();
    let givers = advisers.filter(|adviser| adviser.services.contains(service));
    givers.map(|adviser| adviser.id.clone()).collect()
}

/// The series that had a number in the version that was shown.
#[cfg(feature = "ssr")]
async fn as_shown(service: &ServiceId, number: i64, version: i64) -> AppResult<Series> {
    let schedule = schedules::load(context().database.read(), version).await?;
    let schedule = schedule.ok_or(AppError::NotFound)?;
    nth(&schedule, service, number).cloned()
}

#[cfg(feature = "ssr")]
fn nth<'a>(schedule: &'a Schedule, service: &ServiceId, number: i64) -> AppResult<&'a Series> {
    let service = schedule.service(service).ok_or(AppError::NotFound)?;
    let all = service.series.as_deref().unwrap_or_default();
    let index = usize::try_from(number)
        .ok()
        .and_then(|number| number.checked_sub(1));
    index.and_then(|index| all.get(index)).ok_or(AppError::NotFound)
}
