use domain::appointments::{MoveCheckPage, MovePage};
use domain::ids::LocationId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    booking::Receipt,
    found::{found, found_appointment},
    moving::{Moving, asking, movable},
    search_times::{Search, search_days},
    views::{appointment_view, chosen, location_card},
};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    MOVE_PROBLEM, RECEIPT, context, forget, now, recall, redirect, remember, schedule, session, today,
};
#[cfg(feature = "ssr")]
use domain::appointments::{AskedBy, BookingCode, MoveProblem, Slot};
#[cfg(feature = "ssr")]
use domain::count;
#[cfg(feature = "ssr")]
use store::appointments::{MoveOutcome, Own};

/// Days with free times on one page.
#[cfg(feature = "ssr")]
const DAYS_SHOWN: usize = 4;

/// Free times that the found booking can move to. **Permissions**: the visitor who found it by its code and name.
#[server(prefix = "/api", endpoint = "appointments/move-times", input = GetUrl)]
pub async fn move_times(
    /// The place; the booking's own where it is left out or unknown.
    location: Option<String>,
    /// `2026-11-30`; today where it is left out or no date.
    from: Option<String>,
    locale: Locale,
) -> Result<Reply<MovePage>, AppError> {
    let (context, session) = (context(), session().await?);
    let found = found(&session).await?;
    let appointment = movable(found_appointment(&found).await?)?;
    let schedule = schedule().await?;
    let service = schedule.service(&appointment.service).ok_or(AppError::NotFound)?;
    let wanted = location.and_then(|id| LocationId::parse(&id).ok());
    let wanted = wanted.as_ref().unwrap_or(&appointment.location);
    let (here, elsewhere): (Vec<_>, Vec<_>) = schedule
        .locations_of(&service.id)
        .partition(|location| location.id == *wanted);
    let location = *here.first().ok_or(AppError::NotFound)?;
    let search = Search {
        schedule: &schedule,
        service,
        location,
        from: from.and_then(|from| from.parse().ok()).unwrap_or_else(today),
        days_wanted: DAYS_SHOWN,
        part: None,
        asking: &asking(&appointment, found.by),
        own: &Own::Appointment(appointment.id),
        now: now(),
    };
    let mut free = search_days(&context.database, search).await?;
    if location.id == appointment.location {
        free.leave_out(appointment.slot);
    }
    let days = free.cards(service, location, locale);
    Reply::of(&MovePage {
        appointment: appointment_view(&context.library, &schedule, &appointment, locale),
        location: location_card(location, None, locale),
        elsewhere: elsewhere
            .into_iter()
            .map(|location| location_card(location, None, locale))
            .collect(),
        count: days.iter().map(|day| count(&day.times)).sum(),
        days,
        more_from: free.more_from.map(|date| date.to_string()),
        problem: recall(&session, MOVE_PROBLEM).await?,
    })
}

/// "Is this right?", before the found booking moves. **Permissions**: the visitor who found it.
#[server(prefix = "/api", endpoint = "appointments/move-check", input = GetUrl)]
pub async fn move_check(
    location: LocationId,
    slot: String,
    locale: Locale,
) -> Result<Reply<MoveCheckPage>, AppError> {
    let slot: Slot = slot.parse().map_err(|_| AppError::NotFound)?;
    let context = context();
    let appointment = movable(found_appointment(&found(&session().await?).await?).await?)?;
    let schedule = schedule().await?;
    let (_, location) = chosen(&schedule, &appointment.service, &location)?;
    Reply::of(&MoveCheckPage {
        appointment: appointment_view(&context.library, &schedule, &appointment, locale),
        location: location_card(location, None, locale),
        time: slot.into(),
        sequence: appointment.sequence,
    })
}

/// Moves the found booking, once; the old time is free when the new one is certain. **Permissions**: the visitor who found
/// it.
#[server(prefix = "/api", endpoint = "appointments/move")]
pub async fn move_booking(
    location: LocationId,
    slot: String,
    /// How often it had moved when the new time was chosen.
    sequence: i64,
    locale: Locale,
) -> Result<(), AppError> {
    let slot: Slot = slot.parse().map_err(|_| AppError::Invalid)?;
    let (context, session) = (context(), session().await?);
    let found = found(&session).await?;
    let appointment = movable(found_appointment(&found).await?)?;
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &appointment.service, &location)?;
    let moving = Moving {
        database: &context.database,
        schedule: &schedule,
        appointment: &appointment,
        code: &BookingCode::parse(&found.code).map_err(|_| AppError::SessionLost)?,
        sequence,
        asking: asking(&appointment, found.by),
    };
    let problem = match moving.to((service, location, slot), now()).await? {
        MoveOutcome::Moved | MoveOutcome::AlreadyMoved => None,
        MoveOutcome::Taken => Some(MoveProblem::Taken),
        MoveOutcome::Changed => Some(MoveProblem::Changed),
    };
    if let Some(problem) = problem {
        remember(&session, MOVE_PROBLEM, &problem).await?;
        redirect(locale, &format!("/tid/flyt?sted={}", location.id));
        return Ok(());
    }
    forget(&session, MOVE_PROBLEM).await?;
    redirect(locale, found.afterwards("/tid/kvittering"));
    // Staff have the ticket where they looked the booking up.
    if found.by == AskedBy::Citizen {
        let receipt = Receipt {
            appointment: appointment.id,
            code: found.code,
        };
        remember(&session, RECEIPT, &receipt).await?;
    }
    Ok(())
}
