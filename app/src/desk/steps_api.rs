use domain::desk::{MissedReason, Outcome, Step};
use domain::ids::{AppointmentId, LocationId, TicketId};
use domain::locale::Locale;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{
    access::{desk_path, place_served, queue_today, seat},
    check_in::arrive,
};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{Session, context, now, redirect, schedule, session},
};
#[cfg(feature = "ssr")]
use domain::{desk::DeskNotice, ids::AdviserId};
#[cfg(feature = "ssr")]
use store::{
    appointments,
    desk::{Action, StepOutcome, take_step},
};

/// Does something with a number: calls, begins, sets aside, ends. What a colleague has done first stands.
/// **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", endpoint = "desk/step")]
pub async fn step_ticket(
    locale: Locale,
    location: LocationId,
    ticket: TicketId,
    step: Step,
    #[server(default)] outcome: Outcome,
    #[server(default)] reason: MissedReason,
    #[server(default)] adviser: String,
) -> Result<(), AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    place_served(&session, &schedule, &location).await?;
    let action = match step {
        Step::Call => call_from_seat(&session, &location).await?,
        Step::CallAgain => Action::CallAgain,
        Step::Start => Action::Start,
        Step::Park => Action::Park,
        Step::Return => Action::Return,
        Step::PassOn => Action::PassOn(AdviserId::parse(&adviser).map_err(|_| AppError::Invalid)?),
        Step::Finish => Action::Finish(outcome),
        Step::Miss => Action::Miss(reason),
    };
    let outcome = take_step(
        &context().database,
        &queue_today(&location),
        ticket,
        &action,
        now(),
    )
    .await?;
    let notice = match outcome {
        StepOutcome::Taken => None,
        StepOutcome::NotNow => Some(DeskNotice::NotNow),
        StepOutcome::Unknown => return Err(AppError::NotFound),
    };
    redirect(locale, &desk_path(&location, notice));
    Ok(())
}

/// Gives a number to somebody with an appointment who has told the desk that they are here. **Permissions**: whoever serves
/// citizens at that place.
#[server(prefix = "/api", endpoint = "desk/arrived")]
pub async fn mark_arrived(
    locale: Locale,
    location: LocationId,
    appointment: AppointmentId,
) -> Result<(), AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    place_served(&session, &schedule, &location).await?;
    let booked = appointment_here(&location, appointment).await?;
    arrive(&booked).await?;
    redirect(locale, &format!("/skranke/{location}"));
    Ok(())
}

/// Notes that somebody with an appointment did not come. They may come after all: then they are put back into the queue.
/// **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", endpoint = "desk/missed")]
pub async fn mark_missed(
    locale: Locale,
    location: LocationId,
    appointment: AppointmentId,
    #[server(default)] reason: MissedReason,
) -> Result<(), AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    place_served(&session, &schedule, &location).await?;
    let booked = appointment_here(&location, appointment).await?;
    let ticket = arrive(&booked).await?;
    let (database, day) = (context().database, queue_today(&location));
    take_step(&database, &day, ticket.id, &Action::Miss(reason), now()).await?;
    redirect(locale, &format!("/skranke/{location}"));
    Ok(())
}

#[cfg(feature = "ssr")]
async fn call_from_seat(session: &Session, location: &LocationId) -> AppResult<Action> {
    let seat = seat(session, location).await?.ok_or(AppError::SessionLost)?;
    Ok(Action::Call(seat.counter))
}

/// Today's appointment at a place. One that was cancelled or moved away in the meantime is not found.
#[cfg(feature = "ssr")]
async fn appointment_here(location: &LocationId, id: AppointmentId) -> AppResult<appointments::Appointment> {
    let found = appointments::find(context().database.read(), id).await?;
    found
        .filter(|appointment| super::check_in::problem(appointment, location).is_none())
        .filter(|appointment| appointment.status == appointments::AppointmentStatus::Booked)
        .ok_or(AppError::NotFound)
}
