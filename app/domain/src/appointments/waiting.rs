//! Waiting for a time: what suits whoever waits, and how long a time is offered to them.

use std::collections::BTreeSet;

use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::availability_stretches::open;
use super::part_of_day::PartOfDay;
use super::schedule::{Location, Schedule};
use super::service::Service;
use super::slot::{Slot, Unit};
use crate::time::date_in_denmark;

/// Hours for which a time is offered, counted while the place is open: nobody loses a time at night or on a Sunday.
pub const OFFER_HOURS: i64 = 4;

/// The fewest hours for which a time is offered, on the clock. What is nearer is left to whoever looks.
pub const LEAST_OFFER_HOURS: i64 = 1;

/// Times of a service at a place that are offered at once. The rest of what is free can be booked by everybody: no list, and
/// nobody who joins it under a hundred names, can take a place's times from the others.
pub const OFFERS_AT_ONCE: i64 = 10;

const UNITS_AN_HOUR: i64 = 60 / Unit::MINUTES;

/// The days and the parts of the day that suit somebody. Where none is named all do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suiting {
    /// 1 (Monday) to 7.
    weekdays: BTreeSet<i8>,
    parts: BTreeSet<PartOfDay>,
}

impl Suiting {
    /// What was ticked in a form; what is no weekday is left out.
    pub fn new(weekdays: &[i8], parts: &[PartOfDay]) -> Self {
        Self {
            weekdays: weekdays
                .iter()
                .copied()
                .filter(|day| (1..=7).contains(day))
                .collect(),
            parts: parts.iter().copied().collect(),
        }
    }

    /// Whether a time suits.
    pub fn suits(&self, slot: Slot) -> bool {
        let at = slot.wall_time();
        let day = self.weekdays.is_empty() || self.weekdays.contains(&at.weekday);
        day && (self.parts.is_empty() || self.parts.contains(&PartOfDay::of(at)))
    }
}

/// Until when a time that has become free is offered: [`OFFER_HOURS`] of opening, but no longer than it can be booked.
///
/// `None` when that is sooner than [`LEAST_OFFER_HOURS`] from now.
pub fn offer_until(
    schedule: &Schedule,
    service: &Service,
    location: &Location,
    slot: Slot,
    now: Timestamp,
) -> Option<Timestamp> {
    let first = Unit::containing(now).0 + 1;
    let last = slot.unit().0 - schedule.lead_minutes(service) / Unit::MINUTES;
    let (today, day) = (date_in_denmark(now), date_in_denmark(slot.moment()));
    let mut left = OFFER_HOURS * UNITS_AN_HOUR;
    let mut until = last;
    for stretch in open(
        schedule,
        location,
        today.saturating_sub(1.day()),
        day.saturating_add(1.day()),
    ) {
        let begins = stretch.start.max(first);
        if begins + left <= stretch.end {
            until = last.min(begins + left);
            break;
        }
        left -= (stretch.end - begins).max(0);
    }
    let is_long_enough = until - first >= LEAST_OFFER_HOURS * UNITS_AN_HOUR;
    is_long_enough.then(|| Slot::starting(Unit(until)).moment())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::super::schedule::ScheduleDocument;
    use super::super::schedule_fixture::{adviser, document};
    use super::*;

    /// A library that is open from 10 to 15 on weekdays, an hour's lead time.
    fn library() -> ScheduleDocument {
        let mut document = document(vec![adviser(
            "a",
            &["mitid"],
            time(10, 0, 0, 0),
            time(15, 0, 0, 0),
        )]);
        document.booking.lead_minutes = 60;
        document.locations[0].hours.truncate(5);
        for hours in &mut document.locations[0].hours {
            hours.opens = time(10, 0, 0, 0);
            hours.closes = time(15, 0, 0, 0);
        }
        document
    }

    fn until(slot: &str, now: &str) -> Option<String> {
        let schedule = Schedule::try_from(library()).unwrap();
        let slot: Slot = slot.parse().unwrap();
        let (service, location) = (&schedule.services[0], &schedule.locations[0]);
        let until = offer_until(&schedule, service, location, slot, now.parse().unwrap());
        until.map(|until| until.to_string())
    }

    #[test]
    fn an_offer_lasts_four_hours_of_opening() {
        for (now, expected) in [
            ("2026-11-23T09:00:00Z", "2026-11-23T13:05:00Z"),
            // At two o'clock an hour is left of Monday; the rest is on Tuesday.
            ("2026-11-23T12:55:00Z", "2026-11-24T12:00:00Z"),
            // On a Friday evening nothing is lost before Monday afternoon.
            ("2026-11-20T19:00:00Z", "2026-11-23T13:00:00Z"),
        ] {
            assert_eq!(
                until("2026-11-30T10:00Z", now).as_deref(),
                Some(expected),
                "{now}"
            );
        }
    }

    #[test]
    fn an_offer_ends_while_the_time_can_be_booked() {
        assert_eq!(
            until("2026-11-23T12:00Z", "2026-11-23T08:55:00Z").as_deref(),
            Some("2026-11-23T11:00:00Z")
        );
        assert_eq!(until("2026-11-23T12:00Z", "2026-11-23T10:30:00Z"), None);
        assert_eq!(until("2026-11-23T12:00Z", "2026-11-24T10:30:00Z"), None);
    }

    #[test]
    fn a_time_suits_by_its_day_and_its_part() {
        let monday: Slot = "2026-11-23T09:00Z".parse().unwrap();
        let thursday: Slot = "2026-11-26T13:00Z".parse().unwrap();
        let suits = |weekdays: &[i8], parts: &[PartOfDay]| {
            let suiting = Suiting::new(weekdays, parts);
            [monday, thursday].map(|slot| suiting.suits(slot))
        };
        assert_eq!(suits(&[], &[]), [true, true]);
        assert_eq!(suits(&[1, 2], &[]), [true, false]);
        assert_eq!(suits(&[], &[PartOfDay::Afternoon]), [false, true]);
        assert_eq!(suits(&[1], &[PartOfDay::Afternoon]), [false, false]);
        assert_eq!(suits(&[0, 9], &[]), [true, true], "no weekdays");
        assert_eq!(date(2026, 11, 23).weekday().to_monday_one_offset(), 1);
    }
}
