//! An adviser's appointments as a calendar that other programs fetch (RFC 5545). Nothing about citizens is in it.

use domain::locale::Locale;
use domain::oversight::SeenBy;
use icalendar::{Calendar, Component, Event, EventLike};
use jiff::{Timestamp, ToSpan};
use store::appointments::{Appointment, booked_between};
use store::oversight::{feed_of, note_seen_by};

use crate::appointments::Told;
use crate::error::{AppError, AppResult};
use crate::server_side::{AppContext, now};

/// Hours that an appointment stays in the calendar after its beginning.
const PAST_HOURS: i64 = 7 * 24;

/// The calendar with this secret address. **Permissions**: whoever has the address.
pub async fn calendar_feed(context: &AppContext, token: &str) -> AppResult<String> {
    let read = context.database.read();
    let adviser = feed_of(read, &context.code_key, token)
        .await?
        .ok_or(AppError::NotFound)?;
    let schedule = context.schedule.current(&context.database).await?;
    let schedule = schedule.ok_or(AppError::Unavailable)?;
    let from = now().checked_sub(PAST_HOURS.hours()).unwrap_or_else(|_| now());
    let booked = booked_between(read, from..Timestamp::MAX).await?;
    let own: Vec<_> = booked.iter().filter(|one| one.adviser == adviser).collect();
    let seen: Vec<_> = own.iter().map(|one| one.id).collect();
    let by = SeenBy::Feed(adviser);
    note_seen_by(&context.database, &by, &seen, now()).await?;
    let mut calendar = Calendar::new();
    for appointment in own {
        let service = schedule.service(&appointment.service);
        let location = schedule.location(&appointment.location);
        if let Some((service, location)) = service.zip(location) {
            calendar.push(event(appointment, &Told::new(service, location, Locale::Da)));
        }
    }
    Ok(calendar.done().to_string())
}

fn event(appointment: &Appointment, told: &Told) -> Event {
    let begins = appointment.slot.moment();
    let ends = begins
        .saturating_add(appointment.minutes.minutes())
        .unwrap_or(begins);
    let utc = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    Event::new()
        .uid(&format!("{}@startlinje", appointment.calendar_id))
        .sequence(u32::try_from(appointment.sequence).unwrap_or(u32::MAX))
        .summary(&told.service)
        .location(&told.location)
        .add_property("DTSTART", utc(begins))
        .add_property("DTEND", utc(ends))
        .done()
}
