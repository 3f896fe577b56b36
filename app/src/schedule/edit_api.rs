use domain::appointments::AbsenceReason;
use domain::ids::{AdviserId, LocationId};
use domain::locale::Locale;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::proposing::{propose, propose_form};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::error::AppResult;
#[cfg(feature = "ssr")]
use crate::server_side::{session, signed_in_with};
#[cfg(feature = "ssr")]
use domain::appointments::Absence;
#[cfg(feature = "ssr")]
use domain::schedule::{
    AbsenceForm, ClosingDayForm, EditForm, HoursForm, ResourceCount, ResourcesForm, ScheduleEdit, SkillsForm,
    TypedText, WEEK,
};
#[cfg(feature = "ssr")]
use domain::staff::Right;

/// Proposes to close on a day. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/close")]
pub async fn close(
    locale: Locale,
    #[server(default)] date: String,
    #[server(default)] da: String,
    #[server(default)] en: String,
    #[server(default)] ar: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let reason = TypedText::new(da, en, ar);
    let form = EditForm::ClosingDay(ClosingDayForm { date, reason });
    propose_form(&session, form, "/personale/plan/lukkedage", locale).await
}

/// Proposes to be open on a day that is closed. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/open")]
pub async fn open(locale: Locale, date: String) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let date = date.parse().map_err(|_| AppError::Invalid)?;
    let proposed = propose(&session, ScheduleEdit::Open(date), locale).await?;
    proposed.map_err(|_| AppError::Invalid)
}

/// Proposes that an adviser is away. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/be-away")]
pub async fn be_away(
    locale: Locale,
    #[server(default)] adviser: String,
    #[server(default)] first_day: String,
    #[server(default)] from: String,
    #[server(default)] last_day: String,
    #[server(default)] to: String,
    #[server(default)] reason: Option<AbsenceReason>,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let form = EditForm::Absence(AbsenceForm {
        adviser,
        first_day,
        from,
        last_day,
        to,
        reason,
    });
    propose_form(&session, form, "/personale/plan/fravaer", locale).await
}

/// Proposes that an adviser is there after all. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/be-there")]
pub async fn be_there(
    locale: Locale,
    adviser: AdviserId,
    /// `2026-12-21T00:00`.
    from: String,
    to: String,
    reason: AbsenceReason,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let absence = Absence {
        from: from.parse().map_err(|_| AppError::Invalid)?,
        to: to.parse().map_err(|_| AppError::Invalid)?,
        reason,
    };
    let edit = ScheduleEdit::RemoveAbsence(adviser, absence);
    propose(&session, edit, locale)
        .await?
        .map_err(|_| AppError::Invalid)
}

/// Proposes other hours of a place. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/hours")]
pub async fn change_hours(
    locale: Locale,
    location: LocationId,
    /// Monday first.
    #[server(default)]
    days: Vec<String>,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/sted/{location}");
    let form = EditForm::Hours(location, whole_week(days)?);
    propose_form(&session, form, &path, locale).await
}

/// Proposes how many there are of what a place has. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-resources")]
pub async fn change_resources(
    locale: Locale,
    location: LocationId,
    #[server(default)] ids: Vec<String>,
    /// In the order of the ids.
    #[server(default)]
    counts: Vec<String>,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/sted/{location}");
    let typed = ids.into_iter().zip(counts);
    let resources = typed.map(|(id, count)| ResourceCount { id, count }).collect();
    let form = EditForm::Resources(location, ResourcesForm { resources });
    propose_form(&session, form, &path, locale).await
}

/// Proposes other shifts of an adviser at a place. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-shifts")]
pub async fn change_shifts(
    locale: Locale,
    adviser: AdviserId,
    location: LocationId,
    /// Monday first.
    #[server(default)]
    days: Vec<String>,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/medarbejder/{adviser}/{location}");
    let form = EditForm::Shifts(adviser, location, whole_week(days)?);
    propose_form(&session, form, &path, locale).await
}

/// Proposes what an adviser can help with. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/skills")]
pub async fn change_skills(
    locale: Locale,
    adviser: AdviserId,
    #[server(default)] services: Vec<String>,
    #[server(default)] languages: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/medarbejder/{adviser}");
    let form = EditForm::Skills(adviser, SkillsForm { services, languages });
    propose_form(&session, form, &path, locale).await
}

/// The hours of a form. Without a line for each day it would not be known which days are meant.
#[cfg(feature = "ssr")]
fn whole_week(days: Vec<String>) -> AppResult<HoursForm> {
    let is_whole = days.len() == WEEK;
    is_whole.then_some(HoursForm { days }).ok_or(AppError::Invalid)
}
