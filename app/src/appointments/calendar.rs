//! Appointments as calendar files (RFC 5545). Times are in UTC, which every calendar shows right.

use domain::appointments::Slot;
use domain::locale::Locale;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use jiff::ToSpan;

use store::appointments::{self, Appointment, AppointmentStatus};
use tower_sessions::Session;

use super::booking::Receipt;
use super::mail::Told;
use super::views::appointment_view;
use crate::error::{AppError, AppResult};
use crate::server_side::{AppContext, RECEIPT, recall};
use crate::texts::Texts;

/// What a calendar knows an appointment by, and when it is.
#[derive(Clone)]
pub struct CalendarEntry {
    /// The same wherever the appointment moves; see [`appointments::calendar_id`].
    pub id: String,
    /// A later file about the same appointment has a higher one.
    pub sequence: i64,
    pub slot: Slot,
}

/// What a calendar is to do with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarMethod {
    Publish,
    Cancel,
}

/// The calendar file of the booking that was just made or moved, for the visitor whose session holds its receipt.
pub async fn receipt_calendar(context: &AppContext, session: &Session, locale: Locale) -> AppResult<String> {
    let receipt: Receipt = recall(session, RECEIPT).await?.ok_or(AppError::SessionLost)?;
    let appointment = appointments::find(context.database.read(), receipt.appointment)
        .await?
        .ok_or(AppError::NotFound)?;
    let schedule = context
        .schedule
        .current(&context.database)
        .await?
        .ok_or(AppError::Unavailable)?;
    let told = appointment_view(&context.library, &schedule, &appointment, locale).into();
    let dates = appointments::dates_of(context.database.read(), &appointment).await?;
    let booked: Vec<_> = dates
        .iter()
        .filter(|date| date.status == AppointmentStatus::Booked)
        .collect();
    let (meant, method) = if booked.is_empty() {
        (dates.iter().collect(), CalendarMethod::Cancel)
    } else {
        (booked, CalendarMethod::Publish)
    };
    let entries: Vec<_> = meant.into_iter().map(CalendarEntry::of).collect();
    Ok(calendar_text(&entries, &told, method, locale))
}

impl CalendarEntry {
    /// The appointment as it is. What cancels it comes after all that was published.
    pub fn of(appointment: &Appointment) -> Self {
        Self {
            id: appointment.calendar_id.clone(),
            sequence: appointment.sequence + i64::from(appointment.status == AppointmentStatus::Cancelled),
            slot: appointment.slot,
        }
    }

    /// The file of one appointment; see [`calendar_text`].
    pub fn text(&self, told: &Told, method: CalendarMethod, locale: Locale) -> String {
        calendar_text(std::slice::from_ref(self), told, method, locale)
    }

    fn event(&self, told: &Told, status: EventStatus, locale: Locale) -> Event {
        let begins = self.slot.moment();
        let ends = begins.saturating_add(told.minutes.minutes()).unwrap_or(begins);
        let utc = |at: jiff::Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
        Event::new()
            .uid(&format!("{}@startlinje", self.id))
            .sequence(u32::try_from(self.sequence).unwrap_or(u32::MAX))
            .status(status)
            .summary(&Texts::of(locale).calendar_summary(told.service.as_str()))
            .location(&format!("{}, {}", told.location, told.address))
            .description(&description(told, locale))
            .add_property("DTSTART", utc(begins))
            .add_property("DTEND", utc(ends))
            .done()
    }
}

/// What to bring, and whom to ring: it is looked up in the calendar on the way out of the door.
fn description(told: &Told, locale: Locale) -> String {
    let texts = Texts::of(locale);
    let bring =
        (!told.bring.is_empty()).then(|| format!("{}: {}.\n", texts.message_bring(), told.bring.join("; ")));
    bring.unwrap_or_default() + &texts.message_questions(told.phone.as_str())
}

/// The file of an appointment, or of all dates of a series. Nothing about the person is in it, and the same appointment downloaded
/// twice is one entry.
pub fn calendar_text(
    entries: &[CalendarEntry],
    told: &Told,
    method: CalendarMethod,
    locale: Locale,
) -> String {
    let (word, status) = match method {
        CalendarMethod::Publish => ("PUBLISH", EventStatus::Confirmed),
        CalendarMethod::Cancel => ("CANCEL", EventStatus::Cancelled),
    };
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", word));
    for entry in entries {
        calendar.push(entry.event(told, status, locale));
    }
    calendar.done().to_string()
}
