use domain::locale::Locale;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::proposing::propose;
#[cfg(feature = "ssr")]
use super::reading::read_schedule;
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::error::AppResult;
#[cfg(feature = "ssr")]
use crate::server_side::{
    AppContext, SCHEDULE_DOCUMENT, Session, forget, recall, redirect, remember, session, signed_in_with,
};
#[cfg(feature = "ssr")]
use domain::appointments::ScheduleDocument;
#[cfg(feature = "ssr")]
use domain::cpr::hide_cpr;
#[cfg(feature = "ssr")]
use domain::schedule::{DocumentPage, ScheduleEdit};
#[cfg(feature = "ssr")]
use domain::staff::Right;
#[cfg(feature = "ssr")]
use store::schedules;

/// Proposes another document; one that breaks the rules is refused whole, with every fault. What looks like a CPR number in it is
/// written as x. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-document")]
pub async fn change_document(locale: Locale, #[server(default)] text: String) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let text = hide_cpr(&text);
    match read_schedule(&text) {
        Ok(schedule) => {
            forget(&session, SCHEDULE_DOCUMENT).await?;
            let edit = ScheduleEdit::Document(Box::new(ScheduleDocument::clone(&schedule)));
            propose(&session, edit, locale)
                .await?
                .map_err(|_| AppError::Invalid)
        }
        Err(faults) => {
            remember(&session, SCHEDULE_DOCUMENT, &DocumentPage { text, faults }).await?;
            redirect(locale, "/personale/plan/fil");
            Ok(())
        }
    }
}

/// Leaves what was sent and begins anew with the document in force. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/leave-document")]
pub async fn leave_document(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    forget(&session, SCHEDULE_DOCUMENT).await?;
    redirect(locale, "/personale/plan/fil");
    Ok(())
}

/// What was sent and refused.
#[cfg(feature = "ssr")]
pub async fn refused(session: &Session) -> AppResult<Option<DocumentPage>> {
    recall(session, SCHEDULE_DOCUMENT).await
}

/// The schedule in force, for those who keep it as a file. **Permissions**: whoever may edit the schedule.
#[cfg(feature = "ssr")]
pub async fn schedule_file(context: &AppContext, session: &Session) -> AppResult<String> {
    signed_in_with(session, Right::EditSchedule).await?;
    let current = schedules::load_current(context.database.read()).await?;
    let (_, schedule) = current.ok_or(AppError::NotFound)?;
    let document: &ScheduleDocument = &schedule;
    serde_json::to_string_pretty(document).map_err(|_| AppError::Internal)
}
