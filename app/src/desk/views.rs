//! From the queue to what the pages show.

use domain::appointments::{Location, Schedule, Service};
use domain::desk::{
    CallDisplayPage, CallView, DeskPage, DeskPlace, Ended, ExpectedView, ServiceChoice, TicketKey,
    TicketPage, TicketState, TicketView,
};
use domain::ids::{AdviserId, LocationId, ServiceId};
use domain::locale::Locale;
use store::appointments::Appointment;
use store::desk::Ticket;

use super::access::Seat;
use super::queue::Queue;
use crate::appointments::noted::noted;
use crate::error::AppResult;
use crate::server_side::{absolute_address, qr_code};

/// Calls told apart by their number: nobody is called more often than this.
const CALLS_A_TICKET: i64 = 1000;

pub fn place_view(location: &Location, locale: Locale) -> DeskPlace {
    DeskPlace {
        id: location.id.clone(),
        name: location.name.get(locale).to_owned(),
    }
}

/// The desk as whoever sits at `seat` sees it.
pub fn desk_page(
    schedule: &Schedule,
    location: &Location,
    queue: &Queue,
    seat: Option<Seat>,
    locale: Locale,
) -> DeskPage {
    let view = |ticket: &Ticket| ticket_view(schedule, queue, ticket, locale);
    let own = seat.as_ref().map(|seat| seat.counter.clone());
    let clerk = seat.as_ref().map(|seat| seat.clerk(schedule));
    let next = clerk.and_then(|clerk| queue.waiting().find(|ticket| clerk.helps(ticket)));
    let (current, elsewhere): (Vec<_>, Vec<_>) = queue
        .tickets
        .iter()
        .filter(|ticket| ticket.state.is_at_counter())
        .partition(|ticket| ticket.counter == own);
    let mut ended: Vec<_> = queue
        .tickets
        .iter()
        .filter(|ticket| !ticket.state.is_open())
        .collect();
    ended.sort_by_key(|ticket| std::cmp::Reverse(ticket.ended_at));
    let expected = queue.expected();
    DeskPage {
        place: place_view(location, locale),
        as_of: queue.now.as_millisecond(),
        now: queue.now.into(),
        seat: seat.map(Seat::view),
        unfit_counter: false,
        advisers: advisers_of(schedule, &location.id),
        own_adviser: None,
        next: next.map(|ticket| ticket.number.to_string()),
        notice: None,
        current: current.first().map(|ticket| view(ticket)),
        waiting: queue.waiting().map(view).collect(),
        elsewhere: elsewhere.into_iter().map(view).collect(),
        parked: queue.in_state(TicketState::Parked).map(view).collect(),
        expected: expected
            .map(|appointment| expected_view(schedule, appointment, locale))
            .collect(),
        ended: ended.into_iter().map(view).collect(),
        wait: queue.wait_until(queue.now),
    }
}

fn ticket_view(schedule: &Schedule, queue: &Queue, ticket: &Ticket, locale: Locale) -> TicketView {
    let helped = ticket.outcome.map(Ended::Helped);
    let booked = queue.appointment_of(ticket);
    let service = booked.and_then(|booked| schedule.service(&booked.service));
    TicketView {
        id: ticket.id,
        key: ticket.key.clone(),
        number: ticket.number.to_string(),
        kind: ticket.kind,
        state: ticket.state,
        service: service_name(schedule, &ticket.service, locale),
        came_at: ticket.came_at.into(),
        booked_at: ticket.booked_at.map(Into::into),
        name: booked.map(|booked| booked.name.as_str().to_owned()),
        booked_with: booked.map(|booked| booked.adviser.clone()),
        noted: booked.map_or_else(Vec::new, |booked| noted(service, booked, locale)),
        topic: booked.and_then(|booked| booked.topic.clone()),
        counter: ticket.counter.clone(),
        for_adviser: ticket.adviser.clone(),
        check_list: check_list(schedule, &ticket.service, locale),
        ended: helped.or(ticket.missed_reason.map(Ended::Missed)),
    }
}

fn expected_view(schedule: &Schedule, appointment: &Appointment, locale: Locale) -> ExpectedView {
    ExpectedView {
        appointment: appointment.id,
        at: appointment.slot.wall_time(),
        name: appointment.name.as_str().to_owned(),
        service: service_name(schedule, &appointment.service, locale),
        adviser: appointment.adviser.clone(),
        noted: noted(schedule.service(&appointment.service), appointment, locale),
    }
}

/// Those whom the schedule knows at a place.
pub fn advisers_of(schedule: &Schedule, location: &LocationId) -> Vec<AdviserId> {
    schedule
        .advisers
        .iter()
        .filter(|adviser| adviser.shifts.iter().any(|shift| shift.location == *location))
        .map(|adviser| adviser.id.clone())
        .collect()
}

/// The services that one can come to a place for.
pub fn service_choices(schedule: &Schedule, location: &LocationId, locale: Locale) -> Vec<ServiceChoice> {
    let is_given = |service: &&Service| schedule.advisers_at(&service.id, location).next().is_some();
    schedule
        .services
        .iter()
        .filter(is_given)
        .map(|service| ServiceChoice {
            id: service.id.clone(),
            name: service.name.get(locale).to_owned(),
            minutes: service.duration_minutes,
        })
        .collect()
}

/// What staff go through with somebody, a line each.
pub fn check_list(schedule: &Schedule, service: &ServiceId, locale: Locale) -> Vec<String> {
    let lines = schedule.service(service).map(|service| &service.check_list);
    lines
        .into_iter()
        .flatten()
        .map(|line| line.get(locale).to_owned())
        .collect()
}

/// A number of today as its owner sees it.
pub fn ticket_page(
    schedule: &Schedule,
    location: &Location,
    queue: &Queue,
    ticket: &Ticket,
    locale: Locale,
) -> AppResult<TicketPage> {
    let waits = ticket.state == TicketState::Waiting;
    let address = absolute_address(&locale.path(&ticket_path(&ticket.key)))?;
    Ok(TicketPage {
        as_of: queue.now.as_millisecond(),
        number: ticket.number.to_string(),
        location: location.id.clone(),
        place: location.name.get(locale).to_owned(),
        service: service_name(schedule, &ticket.service, locale),
        state: ticket.state,
        counter: ticket.counter.clone(),
        ahead: if waits { queue.ahead_of(ticket) } else { 0 },
        wait: waits.then(|| queue.wait_until(ticket.turn)).flatten(),
        came_at: ticket.came_at.into(),
        qr: qr_code(&address)?,
        address,
    })
}

/// Where the page of a number is.
pub fn ticket_path(key: &TicketKey) -> String {
    format!("/nummer/{}", key.as_str())
}

/// What the waiting room sees: who is on their way to a counter or there, the latest called first.
pub fn call_display(location: &Location, queue: &Queue, locale: Locale) -> CallDisplayPage {
    let mut at_counters: Vec<_> = queue
        .tickets
        .iter()
        .filter(|ticket| ticket.state.is_at_counter())
        .collect();
    at_counters.sort_by_key(|ticket| std::cmp::Reverse(ticket.called_at));
    let calls = at_counters.into_iter().filter_map(|ticket| {
        Some(CallView {
            number: ticket.number.to_string(),
            counter: ticket.counter.clone()?,
            call: ticket.id.0 * CALLS_A_TICKET + ticket.calls,
        })
    });
    CallDisplayPage {
        place: place_view(location, locale),
        as_of: queue.now.as_millisecond(),
        calls: calls.take(CallDisplayPage::MOST).collect(),
        waiting: i64::try_from(queue.waiting().count()).unwrap_or(i64::MAX),
    }
}

/// A service's name; one that has left the schedule since is named by its id.
fn service_name(schedule: &Schedule, id: &ServiceId, locale: Locale) -> String {
    schedule
        .service(id)
        .map_or_else(|| id.to_string(), |service| service.name.get(locale).to_owned())
}
