use domain::appointments::{AppointmentView, CancelForm};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::views::appointment_view;
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{
        CANCELLING, DRAFT, FIND_ATTEMPT, RECEIPT, context, forget, now, recall, redirect, remember, schedule,
        session,
    },
};
#[cfg(feature = "ssr")]
use domain::{
    appointments::{BookingCode, CancelProblem},
    ids::AppointmentId,
};
#[cfg(feature = "ssr")]
use store::appointments::{self, Appointment, AppointmentStatus};

/// What was typed to find a booking, and why none was found. **Permissions**: anyone; the attempt is the visitor's own.
#[server(prefix = "/api", name = LoadCancelForm, endpoint = "appointments/cancel-form", input = GetUrl)]
pub async fn cancel_form() -> Result<Reply<CancelForm>, AppError> {
    let attempt: Option<CancelForm> = recall(&session().await?, FIND_ATTEMPT).await?;
    Reply::of(&attempt.unwrap_or_default())
}

/// Finds a booking by its code and name. **Permissions**: whoever knows both.
#[server(prefix = "/api", endpoint = "appointments/find")]
pub async fn find_booking(
    locale: Locale,
    #[server(default)] code: String,
    #[server(default)] name: String,
) -> Result<(), AppError> {
    let session = session().await?;
    match find(&code, &name).await? {
        Ok(appointment) => {
            forget(&session, FIND_ATTEMPT).await?;
            remember(&session, CANCELLING, &appointment.id).await?;
            redirect(locale, "/tid/afbud/tjek");
        }
        Err(problem) => {
            let typed = |text: String| text.chars().take(100).collect();
            let attempt = CancelForm {
                code: typed(code),
                name: typed(name),
                problem: Some(problem),
            };
            remember(&session, FIND_ATTEMPT, &attempt).await?;
            redirect(locale, "/tid/afbud");
        }
    }
    Ok(())
}

/// The booking that was found. **Permissions**: the visitor who found it by its code and name.
#[server(prefix = "/api", endpoint = "appointments/found", input = GetUrl)]
pub async fn found_booking(locale: Locale) -> Result<Reply<AppointmentView>, AppError> {
    let appointment = found().await?;
    Reply::of(&appointment_view(
        &context().library,
        &*schedule().await?,
        &appointment,
        locale,
    ))
}

/// Cancels the booking that was found; the time is free again. **Permissions**: the visitor who found it.
#[server(prefix = "/api", endpoint = "appointments/cancel")]
pub async fn cancel_booking(locale: Locale) -> Result<(), AppError> {
    let appointment = found().await?;
    appointments::cancel(&context().database, appointment.id, now(), None).await?;
    // What led to the booking is of no use any more, and holds a name.
    let session = session().await?;
    forget(&session, DRAFT).await?;
    forget(&session, RECEIPT).await?;
    redirect(locale, "/tid/afbud/slut");
    Ok(())
}

#[cfg(feature = "ssr")]
async fn found() -> AppResult<Appointment> {
    let id: AppointmentId = recall(&session().await?, CANCELLING)
        .await?
        .ok_or(AppError::SessionLost)?;
    appointments::find(context().database.read(), id)
        .await?
        .ok_or(AppError::NotFound)
}

/// A coming appointment with this code and name. The answer is the same whether the code or the name is wrong.
#[cfg(feature = "ssr")]
async fn find(code: &str, name: &str) -> AppResult<Result<Appointment, CancelProblem>> {
    let context = context();
    let Ok(code) = BookingCode::parse(code) else {
        return Ok(Err(CancelProblem::NotACode));
    };
    let hash = appointments::code_hash(&context.code_key, &code);
    let found = appointments::find_by_code_hash(context.database.read(), &hash).await?;
    let is_meant = |appointment: &Appointment| {
        appointment.status == AppointmentStatus::Booked
            && appointment.slot.moment() > now()
            && appointment.name.is_said_as(name)
    };
    Ok(found.filter(is_meant).ok_or(CancelProblem::NotFound))
}
