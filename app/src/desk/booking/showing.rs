//! From what is free and booked to what the pages of staff show.

use domain::appointments::{DayLink, Location, Schedule, StaffAppointment, TimeCard};
use domain::count;
use domain::ids::{AppointmentId, LocationId};
use domain::locale::Locale;
use domain::staff::Workplaces;
use jiff::civil::Date;
use store::appointments::{self, Appointment, AppointmentStatus};

use crate::appointments::search_times::FoundDays;
use crate::appointments::views::appointment_view;
use crate::error::{AppError, AppResult};
use crate::server_side::{AppContext, now};

/// Times of each of the first days that are seen at once.
const TIMES_A_DAY: usize = 3;

/// The place that is asked for, or else the first: one of those that whoever is signed in works at.
pub fn own_location<'a>(
    schedule: &'a Schedule,
    own: &Workplaces,
    wanted: Option<&LocationId>,
) -> AppResult<(&'a Location, Vec<&'a Location>)> {
    let locations: Vec<_> = schedule
        .locations
        .iter()
        .filter(|location| own.include(&location.id))
        .collect();
    let wanted = wanted.and_then(|id| locations.iter().find(|location| location.id == *id));
    let location = *wanted.or(locations.first()).ok_or(AppError::Forbidden)?;
    Ok((location, locations))
}

/// How many of the times that were found are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A few of each day.
    FirstOfDays,
    /// All of the first day.
    WholeDay,
}

/// The times to choose from, earliest first.
pub fn times_shown(found: &FoundDays, shown: Shown) -> Vec<TimeCard> {
    let (days, times) = match shown {
        Shown::FirstOfDays => (found.days.len(), TIMES_A_DAY),
        Shown::WholeDay => (1, usize::MAX),
    };
    let days = found.days.iter().take(days);
    days.flat_map(|(_, free)| free.iter().take(times).map(|free| TimeCard::from(free.slot)))
        .collect()
}

/// Links to the days that were found.
pub fn day_links(found: &FoundDays) -> Vec<DayLink> {
    let link = |(date, times): &(Date, Vec<_>)| DayLink {
        date: date.to_string(),
        day: date.at(0, 0, 0, 0).into(),
        count: count(times),
    };
    found.days.iter().map(link).collect()
}

/// An appointment as staff see it.
pub fn staff_appointment(
    context: &AppContext,
    schedule: &Schedule,
    appointment: &Appointment,
    locale: Locale,
) -> StaffAppointment {
    StaffAppointment {
        location: appointment.location.clone(),
        reach: appointment.contact.value().map(str::to_owned),
        by_staff: appointment.booked_by.is_some(),
        coming: appointment.status == AppointmentStatus::Booked && appointment.slot.moment() > now(),
        appointment: appointment_view(&context.library, schedule, appointment, locale),
    }
}

/// The appointments with these ids that are still there.
pub async fn staff_appointments(
    context: &AppContext,
    schedule: &Schedule,
    ids: &[AppointmentId],
    locale: Locale,
) -> AppResult<Vec<StaffAppointment>> {
    let mut found = Vec::new();
    for id in ids {
        let appointment = appointments::find(context.database.read(), *id).await?;
        found.extend(appointment.map(|one| staff_appointment(context, schedule, &one, locale)));
    }
    Ok(found)
}
