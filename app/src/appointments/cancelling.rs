//! A booking is cancelled, and whoever can be written to is told.

use domain::appointments::Schedule;
use jiff::Timestamp;
use store::appointments::{self, Appointment, CancelOutcome};
use store::outbox::{About, NewMessage};

use super::calendar::CalendarEntry;
use super::mail::{Letter, Told};
use super::views::appointment_view;
use crate::error::{AppError, AppResult};
use crate::server_side::AppContext;

/// Cancels an appointment; its time is free again. `false` when it has been cancelled before, and nobody is told twice.
pub async fn cancel_appointment(
    context: &AppContext,
    schedule: &Schedule,
    appointment: &Appointment,
    now: Timestamp,
) -> AppResult<bool> {
    let mut read = appointment.clone();
    loop {
        let about = About {
            appointment: read.id,
            sequence: read.sequence,
        };
        let message = message(context, schedule, &read);
        match appointments::cancel_as_read(&context.database, about, message, now).await? {
            CancelOutcome::Cancelled => return Ok(true),
            CancelOutcome::NotBooked => return Ok(false),
            // Each round is somebody's move.
            CancelOutcome::Moved => {
                let moved = appointments::find(context.database.read(), read.id).await?;
                read = moved.ok_or(AppError::NotFound)?;
            }
        }
    }
}

fn message(context: &AppContext, schedule: &Schedule, appointment: &Appointment) -> Option<NewMessage> {
    let view = appointment_view(&context.library, schedule, appointment, appointment.locale);
    let mut entry = CalendarEntry::of(appointment);
    // What cancels comes after all that was published.
    entry.sequence += 1;
    Letter {
        appointment: &Told::from(view),
        entry: &entry,
        municipality: &schedule.municipality.name,
        locale: appointment.locale,
    }
    .cancelled(&appointment.contact)
}
