//! A place's queue as it is now, and how long one waits in it.

use std::collections::BTreeSet;

use domain::appointments::{Location, Schedule};
use domain::count;
use domain::desk::{Arrival, QueueLoad, TicketState, Wait, turn, wait};
use domain::ids::AppointmentId;
use domain::time::moment_in_denmark;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use store::appointments::Appointment;
use store::desk::{Ticket, booked_between, of_day};

use super::access::queue_today;
use crate::error::{AppError, AppResult};
use crate::server_side::{context, now};

/// A counter that has called somebody within this time has somebody behind it.
const AT_WORK: SignedDuration = SignedDuration::from_hours(1);

/// Help that takes longer than it should goes on for at least so many minutes more.
const STILL_UNDER_WAY: i64 = 5;

/// Everybody who is here or expected.
pub struct Queue {
    pub now: Timestamp,
    /// All of the day, in the order of their turns.
    pub tickets: Vec<Ticket>,
    /// All appointments of the day, earliest first.
    pub booked: Vec<Appointment>,
    /// How many help.
    advisers: i64,
}

impl Queue {
    /// Today's queue of a place, in two queries.
    pub async fn of(schedule: &Schedule, location: &Location) -> AppResult<Self> {
        let (database, day, now) = (context().database, queue_today(&location.id), now());
        let [begin, end] = ends_of(day.date)?;
        let tickets = of_day(database.read(), &day).await?;
        let booked = booked_between(database.read(), &location.id, begin, end).await?;
        let on_shift = schedule.advisers_present(&location.id, now).count();
        let advisers = on_shift.max(counters_at_work(&tickets, now));
        Ok(Self {
            now,
            tickets,
            booked,
            advisers: i64::try_from(advisers).unwrap_or(i64::MAX),
        })
    }

    /// Those who wait and may be called by anybody who can help them, in order.
    pub fn waiting(&self) -> impl Iterator<Item = &Ticket> {
        self.in_state(TicketState::Waiting)
    }

    pub fn in_state(&self, state: TicketState) -> impl Iterator<Item = &Ticket> {
        self.tickets.iter().filter(move |ticket| ticket.state == state)
    }

    /// Those who have booked and have no number yet.
    pub fn expected(&self) -> impl Iterator<Item = &Appointment> {
        let here: BTreeSet<AppointmentId> = self
            .tickets
            .iter()
            .filter_map(|ticket| ticket.appointment)
            .collect();
        self.booked
            .iter()
            .filter(move |appointment| !here.contains(&appointment.id))
    }

    /// The appointment that somebody came with.
    pub fn appointment_of(&self, ticket: &Ticket) -> Option<&Appointment> {
        let id = ticket.appointment?;
        self.booked.iter().find(|appointment| appointment.id == id)
    }

    /// How many are called before somebody who waits.
    pub fn ahead_of(&self, ticket: &Ticket) -> i64 {
        let ahead: Vec<_> = self
            .waiting()
            .take_while(|waiting| waiting.id != ticket.id)
            .collect();
        count(&ahead)
    }

    /// How long somebody waits who has this turn.
    pub fn wait_until(&self, turn_at: Timestamp) -> Option<Wait> {
        let ahead = self.waiting().filter(|ticket| ticket.turn < turn_at);
        let helped = self.tickets.iter().filter(|ticket| ticket.state.is_at_counter());
        wait(&QueueLoad {
            advisers: self.advisers,
            under_way: helped.map(|ticket| self.minutes_left(ticket)).collect(),
            ahead: ahead.map(|ticket| ticket.minutes).collect(),
            may_come: self.may_come_before(turn_at),
        })
    }

    fn minutes_left(&self, ticket: &Ticket) -> i64 {
        let begun = ticket.started_at.unwrap_or(self.now);
        let left = ticket.minutes - self.now.duration_since(begun).as_mins();
        left.max(STILL_UNDER_WAY)
    }

    /// The minutes of those who would go first if they came on time. Whose time has passed is not waited for.
    fn may_come_before(&self, turn_at: Timestamp) -> Vec<i64> {
        self.expected()
            .filter(|appointment| {
                let due = appointment.slot.moment();
                due >= self.now && turn(Arrival::Booked(due), due) < turn_at
            })
            .map(|appointment| appointment.minutes)
            .collect()
    }
}

fn counters_at_work(tickets: &[Ticket], now: Timestamp) -> usize {
    let counters: BTreeSet<_> = tickets
        .iter()
        .filter(|ticket| {
            ticket
                .called_at
                .is_some_and(|at| now.duration_since(at) < AT_WORK)
        })
        .filter_map(|ticket| ticket.counter.as_ref())
        .collect();
    counters.len()
}

/// The first moment of a date in Denmark, and of the next.
fn ends_of(date: Date) -> AppResult<[Timestamp; 2]> {
    let midnight = |date: Date| moment_in_denmark(date.at(0, 0, 0, 0)).ok_or(AppError::Internal);
    let next = date.tomorrow().map_err(|_| AppError::Internal)?;
    Ok([midnight(date)?, midnight(next)?])
}
