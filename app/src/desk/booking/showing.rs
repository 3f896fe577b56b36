//! From what is free and booked to what the pages of staff show.

use domain::appointments::{
    AskedBy, Asking, BookingBegins, DayLink, FreeTime, LetterView, Location, NeedsQuestions, Schedule,
    Service, StaffAppointment, StaffBookingPage, StaffBookingProblem, StaffReceipt, TimeCard,
};
use domain::count;
use domain::ids::AppointmentId;
use domain::locale::Locale;
use jiff::civil::Date;
use store::appointments::{self, Appointment, AppointmentStatus, Own};
use store::letters;

use super::choosing::{Asked, Chosen};
use super::making::StaffDraft;
use crate::appointments::arrival_code::arrival_code;
use crate::appointments::search_times::{FoundDays, Search, search_days};
use crate::appointments::series::{time_card, with_dates};
use crate::appointments::views::{appointment_view, location_card, service_card};
use crate::error::AppResult;
use crate::server_side::{AppContext, now, today};

/// Times of each of the first days that are seen at once.
const TIMES_A_DAY: usize = 3;

/// Days with free times that are shown.
const DAYS_SHOWN: usize = 3;

/// The page on which staff book: the times that fit what is needed, and what has been typed for this service and place.
pub async fn booking_page(
    context: &AppContext,
    schedule: &Schedule,
    asked: &Asked,
    chosen: &Chosen<'_>,
    draft: Option<&StaffDraft>,
    locale: Locale,
) -> AppResult<StaffBookingPage> {
    let same = draft.filter(|typed| typed.is_of(chosen.service, chosen.location));
    let nothing_needed = Asking {
        by: AskedBy::Staff,
        ..Asking::default()
    };
    let search = Search {
        part: None,
        schedule,
        service: chosen.service,
        location: chosen.location,
        from: asked.day.unwrap_or_else(today),
        days_wanted: DAYS_SHOWN,
        asking: &same.map_or(nothing_needed, StaffDraft::asking),
        own: &Own::Nothing,
        now: now(),
    };
    let found = search_days(&context.database, search).await?;
    let shown = asked.day.map_or(Shown::FirstOfDays, |_| Shown::WholeDay);
    let twins = same.map(|typed| typed.twins.as_slice()).unwrap_or_default();
    let place = |location: &&Location| location_card(location, None, locale);
    let card = |service: &&Service| service_card(&context.library, service, locale);
    Ok(StaffBookingPage {
        not_found: chosen.nothing_meant.then(|| asked.search.clone()),
        times: times_shown(&found, chosen, shown, locale),
        days: day_links(&found),
        questions: NeedsQuestions::of(schedule, chosen.service, chosen.location),
        twins: staff_appointments(context, schedule, twins, locale).await?,
        errors: same.map(|typed| typed.draft.errors.clone()).unwrap_or_default(),
        note_error: same.and_then(|typed| typed.draft.note_error),
        address_error: same.and_then(|typed| typed.draft.visit.as_ref()?.error),
        problem: same.and_then(|typed| typed.problem),
        form: draft.map(StaffDraft::form).unwrap_or_default(),
        begins_at: begins_at(asked, chosen, same),
        key: format!("{:032x}", rand::random::<u128>()),
        services: chosen.services.iter().map(card).collect(),
        service: card(&chosen.service),
        location: place(&chosen.location),
        locations: chosen.locations.iter().map(place).collect(),
    })
}

/// The service is asked for first, unless it is known already.
fn begins_at(asked: &Asked, chosen: &Chosen<'_>, same: Option<&StaffDraft>) -> BookingBegins {
    let is_known = asked.service.is_some() || !asked.search.is_empty() || same.is_some();
    match same.and_then(|typed| typed.problem) {
        // Whoever presses Enter twice has not seen who may have a time already.
        Some(StaffBookingProblem::Twins) => BookingBegins::Reading,
        _ if is_known && !chosen.nothing_meant => BookingBegins::Name,
        _ => BookingBegins::Service,
    }
}

/// How many of the times that were found are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// A few of each day.
    FirstOfDays,
    /// All of the first day.
    WholeDay,
}

/// The times to choose from, earliest first.
fn times_shown(found: &FoundDays, chosen: &Chosen<'_>, shown: Shown, locale: Locale) -> Vec<TimeCard> {
    let (days, times) = match shown {
        Shown::FirstOfDays => (found.days.len(), TIMES_A_DAY),
        Shown::WholeDay => (1, usize::MAX),
    };
    let card = |free: &FreeTime| TimeCard {
        few_seats: TimeCard::from(free).few_seats,
        ..time_card(chosen.service, chosen.location, free.slot, locale)
    };
    let days = found.days.iter().take(days);
    days.flat_map(|(_, free)| free.iter().take(times).map(card))
        .collect()
}

/// Links to the days that were found.
fn day_links(found: &FoundDays) -> Vec<DayLink> {
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
        number: appointment.id,
        location: appointment.location.clone(),
        reach: appointment.contact.value().map(str::to_owned),
        by_staff: appointment.booked_by.is_some(),
        coming: appointment.status == AppointmentStatus::Booked && appointment.slot.moment() > now(),
        appointment: appointment_view(&context.library, schedule, appointment, locale),
    }
}

/// An appointment with its code, as it is read aloud.
pub async fn staff_receipt_view(
    context: &AppContext,
    schedule: &Schedule,
    (appointment, code): (&Appointment, String),
    locale: Locale,
) -> AppResult<StaffReceipt> {
    let mut booked = staff_appointment(context, schedule, appointment, locale);
    let dates = appointments::dates_of(context.database.read(), appointment).await?;
    booked.appointment = with_dates(booked.appointment, &dates, now(), locale);
    let coming = booked
        .appointment
        .series
        .as_ref()
        .map(|series| !series.coming.is_empty());
    booked.coming = coming.unwrap_or(booked.coming);
    Ok(StaffReceipt {
        letter: letter_view(context.database.read(), appointment).await?,
        arrival: arrival_code(&booked.appointment, &appointment.location, &code, locale)?,
        booked,
        code,
    })
}

/// The letter about an appointment as it is now.
async fn letter_view(
    connection: &impl store::ConnectionTrait,
    appointment: &Appointment,
) -> AppResult<Option<LetterView>> {
    let letter = letters::about(connection, appointment).await?;
    Ok(letter.map(|letter| LetterView {
        appointment: appointment.id,
        printed: letter.printed,
        posted: letter.address.is_some(),
    }))
}

/// The appointments with these ids that are still there.
async fn staff_appointments(
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
