//! Somebody with an appointment is here.

use domain::desk::{CheckInProblem, TicketKey};
use domain::ids::LocationId;
use domain::time::date_in_denmark;
use store::appointments::Appointment;
use store::desk::{Appointed, Coming, NewTicket, Ticket, issue};

use super::access::queue_today;
use crate::error::AppResult;
use crate::server_side::{context, now, today};

/// Why an appointment cannot be begun here and today.
pub fn problem(appointment: &Appointment, location: &LocationId) -> Option<CheckInProblem> {
    if date_in_denmark(appointment.slot.moment()) != today() {
        Some(CheckInProblem::AnotherDay)
    } else if appointment.location != *location {
        Some(CheckInProblem::AnotherPlace)
    } else {
        None
    }
}

/// Gives a number to whoever has the appointment, or the one that they have.
pub async fn arrive(appointment: &Appointment) -> AppResult<Ticket> {
    let waits_for = appointment.arrangement.needs.choose_adviser();
    let appointed = Appointed {
        appointment: appointment.id,
        due: appointment.slot.moment(),
        waits_for: waits_for.then(|| appointment.adviser.clone()),
    };
    let new = NewTicket {
        key: TicketKey::from_random(rand::random()),
        service: appointment.service.clone(),
        minutes: appointment.minutes,
        coming: Coming::Booked(appointed),
    };
    let day = queue_today(&appointment.location);
    Ok(issue(&context().database, &day, &new, now()).await?)
}
