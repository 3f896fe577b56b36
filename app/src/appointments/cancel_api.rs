use domain::appointments::{AppointmentView, CancelForm};
use domain::ids::AppointmentId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    cancelling::{Cancelled, cancel_appointment},
    found::{Found, found, found_appointment},
    series::with_dates,
    views::appointment_view,
};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{
        DRAFT, FIND_ATTEMPT, FOUND, MOVE_PROBLEM, RECEIPT, context, forget, now, recall, redirect, remember,
        schedule, session,
    },
};
#[cfg(feature = "ssr")]
use domain::appointments::{AskedBy, BookingCode, CancelProblem};
#[cfg(feature = "ssr")]
use store::{
    ByCode,
    appointments::{self, Appointment, AppointmentStatus},
};

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
        Ok(found) => {
            forget(&session, FIND_ATTEMPT).await?;
            forget(&session, MOVE_PROBLEM).await?;
            remember(&session, FOUND, &found).await?;
            redirect(locale, "/tid/afbud/tjek");
        }
        Err(problem) => {
            let attempt = CancelForm::refused(&code, &name, problem);
            remember(&session, FIND_ATTEMPT, &attempt).await?;
            redirect(locale, "/tid/afbud");
        }
    }
    Ok(())
}

/// The booking that was found. **Permissions**: the visitor who found it by its code and name.
#[server(prefix = "/api", endpoint = "appointments/found", input = GetUrl)]
pub async fn found_booking(locale: Locale) -> Result<Reply<AppointmentView>, AppError> {
    let appointment = found_appointment(&found(&session().await?).await?).await?;
    let (context, schedule) = (context(), schedule().await?);
    let dates = appointments::dates_of(context.database.read(), &appointment).await?;
    let view = appointment_view(&context.library, &schedule, &appointment, locale);
    Reply::of(&with_dates(view, &dates, now(), locale))
}

/// Cancels the booking that was found; the time is free again, and whoever has chosen mail or SMS is told. **Permissions**: the
/// visitor who found it.
#[server(prefix = "/api", endpoint = "appointments/cancel")]
pub async fn cancel_booking(locale: Locale) -> Result<(), AppError> {
    let (context, session) = (context(), session().await?);
    let found = found(&session).await?;
    let appointment = found_appointment(&found).await?;
    let whole = (&appointment, Cancelled::Whole);
    cancel_appointment(&context, &*schedule().await?, whole, now()).await?;
    // What led to the booking is of no use any more, and holds a name.
    forget(&session, DRAFT).await?;
    forget(&session, RECEIPT).await?;
    redirect(locale, found.afterwards("/tid/afbud/slut"));
    Ok(())
}

/// Gives up one date of the series that was found; the others stand. **Permissions**: the visitor who found it.
#[server(prefix = "/api", endpoint = "appointments/cancel-date")]
pub async fn cancel_date(date: AppointmentId, locale: Locale) -> Result<(), AppError> {
    let (context, session) = (context(), session().await?);
    let found = found(&session).await?;
    let series = appointments::dates_of(context.database.read(), &found_appointment(&found).await?).await?;
    let given_up = series
        .iter()
        .find(|one| one.id == date)
        .ok_or(AppError::NotFound)?;
    let one = (given_up, Cancelled::OneDate);
    cancel_appointment(&context, &*schedule().await?, one, now()).await?;
    let still_booked = |one: &&Appointment| one.id != date && one.status == AppointmentStatus::Booked;
    let shown = series.iter().rfind(still_booked).unwrap_or(given_up).id;
    redirect(locale, found.afterwards("/tid/afbud/slut"));
    let found = Found {
        appointment: shown,
        ..found
    };
    remember(&session, FOUND, &found).await
}

/// The answer is the same whether the code or the name is wrong.
#[cfg(feature = "ssr")]
async fn find(code: &str, name: &str) -> AppResult<Result<Found, CancelProblem>> {
    let context = context();
    let Ok(code) = BookingCode::parse(code) else {
        return Ok(Err(CancelProblem::NotACode));
    };
    let outcome =
        appointments::find_by_code(&context.database, &context.code_key, &code, name, now()).await?;
    Ok(match outcome {
        ByCode::Found(appointment) => Ok(Found {
            appointment: appointment.id,
            code: code.to_string(),
            by: AskedBy::Citizen,
        }),
        ByCode::Unknown => Err(CancelProblem::NotFound),
        ByCode::TooManyGuesses => Err(CancelProblem::TooMany),
    })
}
