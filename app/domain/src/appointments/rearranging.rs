//! Another time for appointments that cannot stay where they are.

use jiff::{Timestamp, ToSpan};

use super::availability::{Asking, Query, free_times_for};
use super::best_fit::BestFit;
use super::impact::Booked;
use super::kept::AskedBy;
use super::occupied::Occupied;
use super::schedule::Schedule;
use super::slot::Slot;
use crate::ids::AdviserId;
use crate::time::date_in_denmark;

/// Where an appointment moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTime {
    pub slot: Slot,
    pub adviser: AdviserId,
}

/// The next free time of the same service at the same place, for each of these appointments in turn.
///
/// Nobody is asked to come earlier than they had planned, nor today: they may not have read it yet. A time that one of them
/// gets is taken for the others; `occupied` holds what is booked, also what they leave.
pub fn next_times(
    schedule: &Schedule,
    moving: &[&Booked],
    mut occupied: Occupied,
    now: Timestamp,
) -> Vec<Option<NewTime>> {
    let mut next = |booked: &&Booked| {
        let found = next_time(schedule, booked, &occupied, now)?;
        let service = schedule.service(&booked.service)?;
        let taken = service.taken_with(found.slot, booked.needs.extra_time);
        let uses = schedule.uses(service, &booked.location)?;
        occupied.take_uses(&uses, &taken);
        occupied.take(&found.adviser, taken);
        Some(found)
    };
    moving.iter().map(&mut next).collect()
}

fn next_time(schedule: &Schedule, booked: &Booked, occupied: &Occupied, now: Timestamp) -> Option<NewTime> {
    let today = date_in_denmark(now);
    // One date of a series has no other time.
    let service = schedule
        .service(&booked.service)
        .filter(|service| service.series.is_none())
        // Whoever was to be rung up is not asked to come instead without a word.
        .filter(|service| booked.way.is_none_or(|way| service.ways.contains(&way)))?;
    let old = booked.slot();
    let query = Query {
        service,
        location: schedule.location(&booked.location)?,
        from: date_in_denmark(old.moment()).max(today.saturating_add(1.day())),
        until: today.saturating_add(schedule.horizon_days(service).days()),
        now,
    };
    let asking = Asking {
        by: AskedBy::Citizen,
        way: booked.way,
        needs: booked.needs.clone(),
    };
    let free = free_times_for(schedule, &query, &asking, occupied)
        .into_iter()
        .find(|free| free.slot >= old)?;
    let fit = BestFit {
        schedule,
        service,
        location: query.location,
        slot: free.slot,
        asking: &asking,
        now,
    };
    Some(NewTime {
        slot: free.slot,
        adviser: fit.advisers(occupied).into_iter().next()?,
    })
}

#[cfg(test)]
#[path = "rearranging_tests.rs"]
mod tests;
