//! From the schedule to what the pages show.

use content::{Library, SearchEntry};
use domain::appointments::{
    AppointmentView, Location, LocationCard, PlacedTime, PlacedTimes, Reminder, Schedule, Service,
    ServiceCard, Slot, TimeCard, ToldView, Way,
};
use domain::ids::{LocationId, ServiceId};
use domain::locale::{Locale, LocalizedText};
use domain::messages::Channel;
use domain::pages::SearchKind;
use jiff::civil::Date;
use store::appointments::{Appointment, AppointmentStatus};

use super::arranged::meeting_place;
use super::series::time_card;
use crate::error::{AppError, AppResult};
use crate::texts::Texts;

/// The service and the place of an address. A place that does not give the service is not found.
pub fn chosen<'a>(
    schedule: &'a Schedule,
    service: &ServiceId,
    location: &LocationId,
) -> AppResult<(&'a Service, &'a Location)> {
    let service = schedule.service(service).ok_or(AppError::NotFound)?;
    let location = schedule
        .locations_of(&service.id)
        .find(|candidate| candidate.id == *location)
        .ok_or(AppError::NotFound)?;
    Ok((service, location))
}

/// What is sent about an appointment, for its owner; nothing to those who have chosen no way to be reached.
pub fn told_view(appointment: &Appointment) -> Option<ToldView> {
    let reminders = Reminder::promised(appointment.slot.moment(), appointment.chosen_at);
    Channel::of(&appointment.contact).map(|by| ToldView { by, reminders })
}

pub fn service_card(library: &Library, service: &Service, locale: Locale) -> ServiceCard {
    ServiceCard {
        id: service.id.clone(),
        name: service.name.get(locale).to_owned(),
        summary: service.summary.get(locale).to_owned(),
        minutes: service.duration_minutes,
        // The name beside it says what the drawing shows.
        picture: library.picture_view(&service.picture, ""),
        who_may_come: service
            .who_may_come
            .as_ref()
            .map(|text| text.get(locale).to_owned()),
        series: None,
    }
}

pub fn location_card(location: &Location, first_free: Option<TimeCard>, locale: Locale) -> LocationCard {
    LocationCard {
        id: location.id.clone(),
        name: location.name.get(locale).to_owned(),
        address: location.address.clone(),
        directions: location.directions.get(locale).to_owned(),
        phone: location.phone.clone(),
        first_free,
    }
}

/// A day's first times at several places.
pub fn placed_times(
    service: &Service,
    date: Date,
    times: &[(&Location, Slot)],
    locale: Locale,
) -> PlacedTimes {
    let placed = times.iter().map(|(location, slot)| PlacedTime {
        time: time_card(service, location, *slot, locale),
        location: location_card(location, None, locale),
    });
    PlacedTimes {
        day: date.at(0, 0, 0, 0).into(),
        times: placed.collect(),
    }
}

/// An appointment as its owner sees it, without what was booked together with it. A service or place that has left the schedule since is named by its id.
pub fn appointment_view(
    library: &Library,
    schedule: &Schedule,
    appointment: &Appointment,
    locale: Locale,
) -> AppointmentView {
    let service = schedule.service(&appointment.service);
    let location = schedule.location(&appointment.location);
    let way = way(service, appointment.arrangement.way);
    let text = |text: Option<&LocalizedText>| text.map(|text| text.get(locale).to_owned());
    AppointmentView {
        service: text(service.map(|service| &service.name))
            .unwrap_or_else(|| appointment.service.to_string()),
        minutes: appointment.minutes,
        location: text(location.map(|location| &location.name))
            .unwrap_or_else(|| appointment.location.to_string()),
        address: location
            .map(|location| meeting_place(Texts::of(locale), way, &location.address))
            .unwrap_or_default(),
        directions: text(location.map(|location| &location.directions)).unwrap_or_default(),
        location_phone: location
            .map(|location| location.phone.clone())
            .unwrap_or_default(),
        bring: service.map(|service| bring(service, locale)).unwrap_or_default(),
        at: appointment.slot.wall_time(),
        name: appointment.name.as_str().to_owned(),
        topic: appointment
            .topic
            .as_ref()
            .and_then(|topic| library.help_topic(topic, locale, &schedule.municipality)),
        way,
        needs: appointment.arrangement.needs.clone(),
        note: appointment.arrangement.note.clone().map(String::from),
        visit: appointment.arrangement.address.clone().map(String::from),
        cancelled: appointment.status == AppointmentStatus::Cancelled,
        moved: appointment.sequence > 0,
        series: None,
    }
}

/// How they meet for a service, which may have left the schedule.
pub fn way(service: Option<&Service>, asked: Option<Way>) -> Way {
    service.map_or(asked.unwrap_or(Way::InPerson), |service| service.way(asked))
}

/// What to bring to a service, a line each.
pub fn bring(service: &Service, locale: Locale) -> Vec<String> {
    service
        .bring
        .iter()
        .map(|line| line.get(locale).to_owned())
        .collect()
}

/// The services as the search knows them.
pub fn search_entries(schedule: &Schedule, locale: Locale) -> Vec<SearchEntry> {
    schedule
        .services
        .iter()
        .map(|service| SearchEntry {
            kind: SearchKind::Service,
            locale,
            path: format!("/tid/{}", service.id),
            title: service.name.get(locale).to_owned(),
            summary: service.summary.get(locale).to_owned(),
            keywords: vec![],
        })
        .collect()
}
