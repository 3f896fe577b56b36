//! Reminders are written when their time has come, into the outbox, for appointments that stand then.

use domain::appointments::{Reminder, Schedule};
use jiff::Timestamp;
use leptos::prelude::{Owner, provide_context};
use store::appointments::Appointment;
use store::outbox::{About, NewMessage};
use store::reminders::{remind, to_remind};

use super::calendar::CalendarEntry;
use super::mail::{Letter, Told};
use super::views::appointment_view;
use crate::error::AppResult;
use crate::server_side::{AppContext, Site};

/// Writes the reminders that are due, each once, however many servers do; gives how many this one has written.
pub async fn write_reminders(context: &AppContext, site: &Site, now: Timestamp) -> AppResult<i64> {
    let Some(schedule) = context.schedule.current(&context.database).await? else {
        return Ok(0);
    };
    let mut written = 0;
    for reminder in Reminder::ALL {
        for appointment in to_remind(context.database.read(), reminder, now).await? {
            let starts_at = appointment.slot.moment();
            if !reminder.is_due(starts_at, appointment.chosen_at, now) {
                continue;
            }
            let Some(message) = message(context, site, &schedule, &appointment, reminder) else {
                continue;
            };
            let about = About {
                appointment: appointment.id,
                sequence: appointment.sequence,
            };
            written += i64::from(remind(&context.database, about, &message, now).await?);
        }
    }
    Ok(written)
}

fn message(
    context: &AppContext,
    site: &Site,
    schedule: &Schedule,
    appointment: &Appointment,
    reminder: Reminder,
) -> Option<NewMessage> {
    let view = appointment_view(&context.library, schedule, appointment, appointment.locale);
    let letter = Letter {
        appointment: &Told::from(view),
        entry: &CalendarEntry::of(appointment),
        later: &[],
        municipality: &schedule.municipality.name,
        locale: appointment.locale,
    };
    let code = appointment.code(&context.code_key);
    // Outside a request nobody else has said where visitors find us.
    Owner::new().with(|| {
        provide_context(site.clone());
        letter.reminder(reminder, &appointment.contact, code.as_ref())
    })
}
