//! From a chosen time to a booking that has moved there.

use domain::appointments::{AskedBy, Asking, BookingCode, Schedule};
use jiff::Timestamp;
use store::appointments::{self, Appointment, AppointmentStatus, Move, MoveOutcome, Own};
use store::outbox::NewMessage;
use store::{Database, StoreError};

use super::booking::free_advisers;
use super::calendar::CalendarEntry;
use super::holding::Choice;
use super::mail::{Letter, Told};
use crate::error::{AppError, AppResult};
use crate::server_side::now;

/// What a move needs.
pub struct Moving<'a> {
    pub database: &'a Database,
    pub schedule: &'a Schedule,
    pub appointment: &'a Appointment,
    pub code: &'a BookingCode,
    /// Who moves it, and what was needed when it was booked.
    pub asking: Asking,
    /// How often it had moved when the new time was chosen.
    pub sequence: i64,
}

/// A booking that is still to come. What is cancelled or past does not move, and neither does a date of a series.
pub fn movable(appointment: Appointment) -> AppResult<Appointment> {
    let comes = appointment.status == AppointmentStatus::Booked && appointment.slot.moment() > now();
    (comes && appointment.series.is_none())
        .then_some(appointment)
        .ok_or(AppError::NotFound)
}

/// What another time for a booking must fit: what was needed when it was booked.
pub fn asking(appointment: &Appointment, by: AskedBy) -> Asking {
    Asking {
        by,
        way: appointment.arrangement.way,
        needs: appointment.arrangement.needs.clone(),
    }
}

impl Moving<'_> {
    /// Moves the booking.
    pub async fn to(&self, choice: Choice<'_>, now: Timestamp) -> Result<MoveOutcome, StoreError> {
        let (service, location, slot) = choice;
        // A date of a series has no other time, and no time becomes one.
        if self.appointment.series.is_some() || service.series.is_some() {
            return Ok(MoveOutcome::Taken);
        }
        // A second press of the button, or the time that it has.
        if self.appointment.slot == slot && self.appointment.location == location.id {
            return Ok(MoveOutcome::AlreadyMoved);
        }
        let own = Own::Appointment(self.appointment.id);
        let extra = self.appointment.arrangement.needs.extra_time;
        let wanted = Move {
            appointment: self.appointment.id,
            sequence: self.sequence,
            location: location.id.clone(),
            candidates: free_advisers(self.database, self.schedule, choice, &self.asking, &own, now).await?,
            units: service.taken_with(slot, extra),
            seats: service.seats,
            uses: self.schedule.uses(service, &location.id).unwrap_or_default(),
            attended: service.attended_with(slot, extra),
            message: self.message(choice),
        };
        appointments::move_appointment(self.database, &wanted, now).await
    }

    fn message(&self, (service, location, slot): Choice<'_>) -> Option<NewMessage> {
        let locale = self.appointment.locale;
        let entry = CalendarEntry {
            id: self.appointment.calendar_id.clone(),
            sequence: self.sequence + 1,
            slot,
        };
        Letter {
            appointment: &Told::new(service, location, locale)
                .with(self.appointment.arrangement.needs.extra_time)
                .met(service.way(self.appointment.arrangement.way), locale),
            entry: &entry,
            later: &[],
            municipality: &self.schedule.municipality.name,
            locale,
        }
        .moved(&self.appointment.contact, self.code)
    }
}
