//! What is counted, without whose it was.

use std::ops::AddAssign;

use jiff::Timestamp;

use crate::desk::{Outcome, TicketState};
use crate::time::date_in_denmark;

/// Sums over the appointments and numbers of a service at a place. The sum of the counts of parts is the count of the whole,
/// so it does not matter which of them are kept and which are erased.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Appointments, also those that were cancelled.
    pub booked: i64,
    pub cancelled: i64,
    /// Days from booking to the appointment, of all that were not cancelled.
    pub days_ahead: i64,
    /// Numbers that were given at the desk.
    pub tickets: i64,
    /// Of these, those that were called.
    pub called: i64,
    /// Minutes until these were called, of all together.
    pub waiting_minutes: i64,
    pub helped: i64,
    pub not_finished: i64,
    pub referred: i64,
    pub not_possible: i64,
    /// Those who did not come, or left.
    pub missed: i64,
}

/// A number at the desk, as far as it is counted.
#[derive(Debug, Clone, Copy)]
pub struct CountedTicket {
    pub came_at: Timestamp,
    /// The appointment's time. Nobody waits before it.
    pub booked_at: Option<Timestamp>,
    /// When it was called last.
    pub called_at: Option<Timestamp>,
    pub state: TicketState,
    pub outcome: Option<Outcome>,
}

impl Counts {
    /// Of an appointment that was booked at one moment for another and still stands.
    pub fn of_kept(created: Timestamp, begins: Timestamp) -> Self {
        let days = date_in_denmark(begins) - date_in_denmark(created);
        Self {
            booked: 1,
            days_ahead: i64::from(days.get_days()).max(0),
            ..Self::default()
        }
    }

    /// Of an appointment that was cancelled.
    pub fn of_cancelled() -> Self {
        Self {
            booked: 1,
            cancelled: 1,
            ..Self::default()
        }
    }

    /// Of a number at the desk.
    pub fn of_ticket(ticket: CountedTicket) -> Self {
        let began = ticket
            .booked_at
            .map_or(ticket.came_at, |booked| booked.max(ticket.came_at));
        let waited = ticket
            .called_at
            .map(|called| called.duration_since(began).as_mins().max(0));
        let mut counts = Self {
            tickets: 1,
            called: i64::from(waited.is_some()),
            waiting_minutes: waited.unwrap_or_default(),
            ..Self::default()
        };
        match (ticket.state, ticket.outcome) {
            (TicketState::Missed, _) => counts.missed = 1,
            (TicketState::Done, Some(Outcome::Helped)) => counts.helped = 1,
            (TicketState::Done, Some(Outcome::NotFinished)) => counts.not_finished = 1,
            (TicketState::Done, Some(Outcome::Referred)) => counts.referred = 1,
            (TicketState::Done, Some(Outcome::NotPossible)) => counts.not_possible = 1,
            _ => {}
        }
        counts
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.booked += other.booked;
        self.cancelled += other.cancelled;
        self.days_ahead += other.days_ahead;
        self.tickets += other.tickets;
        self.called += other.called;
        self.waiting_minutes += other.waiting_minutes;
        self.helped += other.helped;
        self.not_finished += other.not_finished;
        self.referred += other.referred;
        self.not_possible += other.not_possible;
        self.missed += other.missed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn days_ahead_are_days_of_the_calendar() {
        // Half an hour later by the clock, and tomorrow in Denmark.
        let counts = Counts::of_kept(at("2026-11-22T22:45:00Z"), at("2026-11-22T23:15:00Z"));
        assert_eq!((counts.booked, counts.days_ahead), (1, 1));
        let across_a_month = Counts::of_kept(at("2026-11-22T10:00:00Z"), at("2027-01-04T10:00:00Z"));
        assert_eq!(across_a_month.days_ahead, 43);
        assert_eq!(Counts::of_cancelled().days_ahead, 0);
    }

    #[test]
    fn nobody_waits_before_their_time() {
        let ticket = CountedTicket {
            came_at: at("2026-11-23T09:00:00Z"),
            booked_at: Some(at("2026-11-23T09:30:00Z")),
            called_at: Some(at("2026-11-23T09:34:00Z")),
            state: TicketState::Done,
            outcome: Some(Outcome::Referred),
        };
        let waited = |ticket| Counts::of_ticket(ticket).waiting_minutes;
        assert_eq!(waited(ticket), 4);
        assert_eq!(
            waited(CountedTicket {
                booked_at: None,
                ..ticket
            }),
            34
        );
        let early = CountedTicket {
            called_at: Some(at("2026-11-23T09:10:00Z")),
            ..ticket
        };
        assert_eq!((waited(early), Counts::of_ticket(early).called), (0, 1));
        assert_eq!(Counts::of_ticket(ticket).referred, 1);
        let never = CountedTicket {
            called_at: None,
            state: TicketState::Missed,
            outcome: None,
            ..ticket
        };
        let counts = Counts::of_ticket(never);
        assert_eq!((counts.tickets, counts.called, counts.missed), (1, 0, 1));
    }
}
