//! A booking is cancelled, and whoever can be written to is told.

use domain::appointments::Schedule;
use jiff::Timestamp;
use store::appointments::{self, Appointment};
use store::outbox::NewMessage;

use super::calendar::CalendarEntry;
use super::mail::{Letter, Told};
use super::views::appointment_view;
use crate::error::AppResult;
use crate::server_side::AppContext;

/// Cancels an appointment; its time is free again. `false` when it has been cancelled before, and nobody is told twice.
pub async fn cancel_appointment(
    context: &AppContext,
    schedule: &Schedule,
    appointment: &Appointment,
    now: Timestamp,
) -> AppResult<bool> {
    let message = message(context, schedule, appointment);
    Ok(appointments::cancel(&context.database, appointment.id, now, message).await?)
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
