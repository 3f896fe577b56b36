//! A booking is cancelled, and whoever can be written to is told.

use domain::appointments::Schedule;
use jiff::Timestamp;
use store::appointments::{self, Appointment, AppointmentStatus, CancelOutcome};
use store::outbox::{About, NewMessage};

use super::calendar::CalendarEntry;
use super::mail::{Letter, Told};
use super::views::appointment_view;
use crate::error::AppResult;
use crate::server_side::AppContext;

/// How much of a booking is cancelled. It makes no difference where nothing was booked together with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelled {
    /// With it every date to come of its series.
    Whole,
    /// This date; the others stand.
    OneDate,
}

/// Cancels an appointment; its time is free again. `false` when it has been cancelled before, and nobody is told twice.
pub async fn cancel_appointment(
    context: &AppContext,
    schedule: &Schedule,
    (appointment, how_much): (&Appointment, Cancelled),
    now: Timestamp,
) -> AppResult<bool> {
    loop {
        let read = to_cancel(context, (appointment, how_much), now).await?;
        let about: Vec<_> = read.iter().map(about).collect();
        let message = message(context, schedule, &read);
        match appointments::cancel_as_read(&context.database, &about, message, now).await? {
            CancelOutcome::Cancelled => return Ok(!about.is_empty()),
            CancelOutcome::NotBooked => return Ok(false),
            // Each round is somebody's move, or a date that somebody has given up.
            CancelOutcome::Changed => {}
        }
    }
}

/// What is cancelled, as it is now.
async fn to_cancel(
    context: &AppContext,
    (appointment, how_much): (&Appointment, Cancelled),
    now: Timestamp,
) -> AppResult<Vec<Appointment>> {
    let connection = context.database.read();
    if how_much == Cancelled::OneDate || appointment.series.is_none() {
        let one = appointments::find(connection, appointment.id).await?;
        return Ok(one.into_iter().collect());
    }
    let mut dates = appointments::dates_of(connection, appointment).await?;
    dates.retain(|date| date.status == AppointmentStatus::Booked && date.slot.moment() > now);
    Ok(dates)
}

fn about(appointment: &Appointment) -> About {
    About {
        appointment: appointment.id,
        sequence: appointment.sequence,
    }
}

fn message(context: &AppContext, schedule: &Schedule, dates: &[Appointment]) -> Option<NewMessage> {
    let (appointment, later) = dates.split_first()?;
    let view = appointment_view(&context.library, schedule, appointment, appointment.locale);
    let later: Vec<_> = later.iter().map(cancelling_entry).collect();
    Letter {
        appointment: &Told::from(view),
        entry: &cancelling_entry(appointment),
        later: &later,
        municipality: &schedule.municipality.name,
        locale: appointment.locale,
    }
    .cancelled(&appointment.contact)
}

/// What cancels comes after all that was published.
fn cancelling_entry(appointment: &Appointment) -> CalendarEntry {
    let entry = CalendarEntry::of(appointment);
    CalendarEntry {
        sequence: entry.sequence + 1,
        ..entry
    }
}
