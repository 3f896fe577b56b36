use domain::locale::Locale;
use domain::oversight::{DaysPage, FiguresPage, Span};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::shown::note_shown;
#[cfg(feature = "ssr")]
use crate::appointments::noted::noted;
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{context, now, schedule, session, signed_in_with, today};
#[cfg(feature = "ssr")]
use crate::staff::own_adviser;
#[cfg(feature = "ssr")]
use domain::appointments::Schedule;
#[cfg(feature = "ssr")]
use domain::oversight::{AppointmentRow, DayOfAppointments, SeenIn};
#[cfg(feature = "ssr")]
use domain::schedule::Named;
#[cfg(feature = "ssr")]
use domain::staff::Right;
#[cfg(feature = "ssr")]
use domain::time::{date_in_denmark, moment_in_denmark};
#[cfg(feature = "ssr")]
use jiff::{Timestamp, ToSpan, civil::Date};
#[cfg(feature = "ssr")]
use store::appointments::{Appointment, booked_between};

/// The word in an address for all advisers.
pub const EVERYBODY: &str = "alle";

/// What is booked on a day or in a week, and notes who saw it. **Permissions**: whoever serves citizens, of the places whose
/// citizens they see.
#[server(prefix = "/api", endpoint = "oversight/days", input = GetUrl)]
pub async fn booked_days(
    span: Span,
    /// `2026-11-25`; today where it is left out or no date.
    from: String,
    /// A place's id; all where it is empty.
    location: String,
    /// An adviser's id, or `alle`. Where it is empty whoever looks sees their own, if they are an adviser.
    adviser: String,
    locale: Locale,
) -> Result<Reply<DaysPage>, AppError> {
    let reader = signed_in_with(&session().await?, Right::ServeCitizens).await?;
    let (context, schedule) = (context(), schedule().await?);
    let from = first_day(span, from.parse().unwrap_or_else(|_| today()));
    let days = match span {
        Span::Day => 1,
        Span::Week => 7,
    };
    let until = from.saturating_add(days.days());
    let adviser = match adviser.as_str() {
        "" => own_adviser(reader.id, &schedule)
            .await?
            .map_or_else(String::new, String::from),
        EVERYBODY => String::new(),
        _ => adviser,
    };
    let mut booked = booked_between(context.database.read(), midnight(from)..midnight(until)).await?;
    booked.retain(|one| {
        reader.staff.workplaces.include(&one.location)
            && (location.is_empty() || one.location.as_str() == location)
            && (adviser.is_empty() || one.adviser.as_str() == adviser)
    });
    let seen_in = match span {
        Span::Day => SeenIn::Day,
        Span::Week => SeenIn::Week,
    };
    note_shown(reader.id, booked.iter().map(|one| one.id), seen_in).await?;
    let places = schedule
        .locations
        .iter()
        .filter(|place| reader.staff.workplaces.include(&place.id));
    let named = places.map(|place| Named {
        id: place.id.to_string(),
        name: place.name.get(locale).to_owned(),
    });
    Reply::of(&DaysPage {
        span,
        earlier: from.saturating_sub(days.days()).to_string(),
        later: until.to_string(),
        days: by_day(&schedule, from, until, &booked, locale),
        locations: named.collect(),
        advisers: schedule
            .advisers
            .iter()
            .map(|adviser| adviser.id.clone())
            .collect(),
        from: from.to_string(),
        location,
        adviser,
    })
}

/// Figures of what is booked, cancelled and offered. **Permissions**: whoever may see figures.
#[server(prefix = "/api", endpoint = "oversight/figures", input = GetUrl)]
pub async fn figures(
    /// How many weeks back; the fewest where it is left out or no number.
    weeks: String,
    locale: Locale,
) -> Result<Reply<FiguresPage>, AppError> {
    signed_in_with(&session().await?, Right::SeeFigures).await?;
    let weeks = weeks.parse().unwrap_or_default();
    let page = super::figures::figures(&context(), &*schedule().await?, locale, weeks, now()).await?;
    Reply::of(&page)
}

#[cfg(feature = "ssr")]
fn first_day(span: Span, date: Date) -> Date {
    match span {
        Span::Day => date,
        Span::Week => date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days()),
    }
}

#[cfg(feature = "ssr")]
fn midnight(date: Date) -> Timestamp {
    moment_in_denmark(date.at(0, 0, 0, 0)).unwrap_or(Timestamp::MAX)
}

#[cfg(feature = "ssr")]
fn by_day(
    schedule: &Schedule,
    from: Date,
    until: Date,
    booked: &[Appointment],
    locale: Locale,
) -> Vec<DayOfAppointments> {
    let days = from.series(1.day()).take_while(|day| *day < until);
    days.map(|day| DayOfAppointments {
        day: day.at(0, 0, 0, 0).into(),
        appointments: booked
            .iter()
            .filter(|one| date_in_denmark(one.slot.moment()) == day)
            .map(|one| row(schedule, one, locale))
            .collect(),
    })
    .collect()
}

#[cfg(feature = "ssr")]
fn row(schedule: &Schedule, appointment: &Appointment, locale: Locale) -> AppointmentRow {
    let service = schedule.service(&appointment.service);
    let location = schedule.location(&appointment.location);
    AppointmentRow {
        at: appointment.slot.wall_time(),
        minutes: appointment.minutes,
        name: appointment.name.as_str().to_owned(),
        service: service
            .map_or(appointment.service.as_str(), |service| service.name.get(locale))
            .to_owned(),
        location: location
            .map_or(appointment.location.as_str(), |place| place.name.get(locale))
            .to_owned(),
        visit: appointment.arrangement.address.clone().map(String::from),
        adviser: appointment.adviser.clone(),
        noted: noted(service, appointment, locale),
        reach: appointment.contact.value().unwrap_or_default().to_owned(),
    }
}
