//! Appointments as calendar files (RFC 5545). Times are in UTC, which every calendar shows right.

use domain::appointments::{Location, Service, Slot};
use domain::locale::Locale;
use icalendar::{Calendar, Component, Event, EventLike};
use jiff::ToSpan;

use store::appointments;
use tower_sessions::Session;

use super::booking::Receipt;
use super::views::appointment_view;
use crate::error::{AppError, AppResult};
use crate::server_side::{AppContext, RECEIPT, recall};
use crate::texts::Texts;

/// The calendar file of the booking that was just made, for the visitor whose session holds its receipt.
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
    let view = appointment_view(&context.library, &schedule, &appointment, locale);
    let place = format!("{}, {}", view.location, view.address);
    Ok(write(
        &view.service,
        &place,
        appointment.slot,
        view.minutes,
        locale,
    ))
}

/// The calendar file that goes with a mail.
pub fn calendar_text(service: &Service, location: &Location, slot: Slot, locale: Locale) -> String {
    let place = format!("{}, {}", location.name.get(locale), location.address);
    write(
        service.name.get(locale),
        &place,
        slot,
        service.duration_minutes,
        locale,
    )
}

fn write(service: &str, place: &str, slot: Slot, minutes: i64, locale: Locale) -> String {
    let texts = Texts::of(locale);
    let ends = slot
        .moment()
        .saturating_add(minutes.minutes())
        .unwrap_or(slot.moment());
    let utc = |at: jiff::Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    let event = Event::new()
        // The same appointment downloaded twice is one entry in the calendar; nothing about the person is in it.
        .uid(&format!("{slot}-{minutes}@startlinje"))
        .summary(&texts.calendar_summary(service))
        .location(place)
        .add_property("DTSTART", utc(slot.moment()))
        .add_property("DTEND", utc(ends))
        .done();
    Calendar::new().push(event).done().to_string()
}
