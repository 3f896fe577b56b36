//! Which of those who are free is booked: whoever leaves most to others.
//!
//! One booking comes after the other, and nobody knows the next. So each is given to the adviser without whom the most can
//! still be booked: first, the most times of other services at that place; then, the most different services at the same
//! time, which is a largest matching; then whoever can do least. A language somebody speaks counts like a service.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::{Timestamp, ToSpan};

use super::adviser::Adviser;
use super::availability::{Asking, Query, Search, free_times_for};
use super::availability_stretches::shared;
use super::matching::largest_matching;
use super::needs::{Language, Needs};
use super::occupied::Occupied;
use super::resource::{Bookable, Resource};
use super::schedule::{Location, Schedule};
use super::service::Service;
use super::slot::Slot;
use crate::ids::{AdviserId, ServiceId};
use crate::time::date_in_denmark;

/// A time that somebody wants, and for which an adviser is to be found.
#[derive(Debug, Clone, Copy)]
pub struct BestFit<'a> {
    pub schedule: &'a Schedule,
    pub service: &'a Service,
    pub location: &'a Location,
    pub slot: Slot,
    pub asking: &'a Asking,
    pub now: Timestamp,
}

impl<'a> BestFit<'a> {
    /// Whose time the choice depends on: all who work at the place, and what can be used there.
    pub fn concerned(&self) -> Vec<Bookable> {
        let is_there = |resource: &&Resource| resource.location == self.location.id;
        let resources = self.schedule.resources.iter().filter(is_there);
        let advisers = self.colleagues().map(|adviser| (&adviser.id).into());
        advisers
            .chain(resources.map(|resource| (&resource.id).into()))
            .collect()
    }

    /// The units on which the choice depends: those of the time, of whatever could be booked in place of it, and of the other
    /// dates of a series.
    pub fn units(&self) -> Range<i64> {
        let services = self.schedule.services.iter();
        let spans = services.map(|service| {
            let taken = service.taken(self.slot);
            taken.end - taken.start
        });
        let (longest, taken) = (spans.max().unwrap_or_default(), self.taken());
        let dates = self.service.dates(&self.location.id, self.slot);
        let last = dates.last().unwrap_or(&self.slot);
        let end = self.service.taken_with(*last, self.asking.needs.extra_time).end;
        taken.start - longest..end.max(taken.end) + longest
    }

    /// Who could take the time, the best fit first; nobody where it is not free.
    pub fn advisers(&self, occupied: &Occupied) -> Vec<AdviserId> {
        let mut free = self.free(occupied);
        if free.len() > 1 {
            let others = Others::new(self, occupied);
            free.sort_by_cached_key(|adviser| Reverse(others.left_by(adviser)));
        }
        free
    }

    /// Who could take the time, the least flexible first.
    fn free(&self, occupied: &Occupied) -> Vec<AdviserId> {
        let query = self.query(self.service);
        let times = free_times_for(self.schedule, &query, self.asking, occupied);
        let found = times.into_iter().find(|free| free.slot == self.slot);
        found.map(|free| free.advisers).unwrap_or_default()
    }

    /// The day of the time.
    fn query(&self, service: &'a Service) -> Query<'a> {
        let date = date_in_denmark(self.slot.moment());
        Query {
            service,
            location: self.location,
            from: date,
            until: date.saturating_add(1.day()),
            now: self.now,
        }
    }

    /// What is taken when the time has been booked, whoever has it.
    fn with_uses(&self, occupied: &Occupied) -> Occupied {
        let mut occupied = occupied.clone();
        let uses = self.schedule.uses(self.service, &self.location.id);
        occupied.take_uses(&uses.unwrap_or_default(), &self.taken());
        occupied
    }

    fn taken(&self) -> Range<i64> {
        self.service.taken_with(self.slot, self.asking.needs.extra_time)
    }

    fn colleagues(&self) -> impl Iterator<Item = &'a Adviser> + use<'a> {
        let location = &self.location.id;
        let is_there = |adviser: &&Adviser| adviser.shifts.iter().any(|shift| shift.location == *location);
        self.schedule.advisers.iter().filter(is_there)
    }
}

/// What can still be booked after a booking. More is better, and the first weighs more than the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Left {
    /// Times of other services that overlap the booking.
    times: usize,
    /// How many other services could be given at once.
    at_once: usize,
}

/// What else could be wanted at the same time: a service, in a language that its advisers speak or in none in particular.
struct Wish<'a> {
    service: &'a Service,
    needs: Needs,
}

/// What others could book that overlaps a time, as long as nobody has taken it.
struct Others<'a> {
    taken: Range<i64>,
    occupied: Occupied,
    colleagues: Vec<&'a Adviser>,
    wishes: Vec<Wish<'a>>,
    /// When each adviser can begin each service.
    starts: BTreeMap<(&'a ServiceId, &'a AdviserId), Vec<Slot>>,
}

impl<'a> Others<'a> {
    fn new(wanted: &BestFit<'a>, occupied: &Occupied) -> Self {
        let occupied = wanted.with_uses(occupied);
        let colleagues: Vec<_> = wanted.colleagues().collect();
        let is_given = |service: &&Service| wanted.schedule.uses(service, &wanted.location.id).is_some();
        let services = wanted.schedule.services.iter().filter(is_given);
        let wishes = services.clone().flat_map(|service| wishes(service, &colleagues));
        let starts = services.flat_map(|service| starts(wanted, service, &colleagues, &occupied));
        Self {
            wishes: wishes.filter(|wish| !wish.is_of(wanted)).collect(),
            starts: starts.collect(),
            taken: wanted.taken(),
            occupied,
            colleagues,
        }
    }

    /// What is left when an adviser has taken the time.
    fn left_by(&self, taker: &AdviserId) -> Left {
        let mut occupied = self.occupied.clone();
        occupied.take(taker, self.taken.clone());
        let mut times = 0;
        let mut choices = Vec::new();
        for wish in &self.wishes {
            let givers = self.givers(wish, &occupied);
            times += givers
                .iter()
                .flat_map(|(_, starts)| starts)
                .collect::<BTreeSet<_>>()
                .len();
            choices.push(givers.into_iter().map(|(number, _)| number).collect());
        }
        Left {
            times,
            at_once: largest_matching(&choices),
        }
    }

    /// Who can meet a wish, by their numbers, and when they can begin.
    fn givers(&self, wish: &Wish<'_>, occupied: &Occupied) -> Vec<(usize, Vec<Slot>)> {
        let starts = |adviser: &Adviser| {
            let who = Bookable::from(&adviser.id);
            let is_free =
                |slot: &&Slot| occupied.leaves_free(&who, &wish.service.taken(**slot), wish.service.seats);
            let starts = self.starts.get(&(&wish.service.id, &adviser.id));
            starts.into_iter().flatten().filter(is_free).copied().collect()
        };
        let colleagues = self.colleagues.iter().enumerate();
        let speaking = colleagues.filter(|(_, adviser)| wish.needs.fit_adviser(adviser));
        speaking
            .map(|(number, adviser)| (number, starts(adviser)))
            .filter(|(_, starts): &(_, Vec<_>)| !starts.is_empty())
            .collect()
    }
}

impl Wish<'_> {
    /// Whether it is what is being booked. What is left of that is as much, whoever is booked.
    fn is_of(&self, wanted: &BestFit<'_>) -> bool {
        self.service.id == wanted.service.id && self.needs.language == wanted.asking.needs.language
    }
}

/// What can be wanted of a service: it alone, and each language that somebody speaks who gives it.
fn wishes<'a>(service: &'a Service, colleagues: &[&Adviser]) -> Vec<Wish<'a>> {
    let givers = colleagues
        .iter()
        .filter(|adviser| adviser.services.contains(&service.id));
    let languages: BTreeSet<&Language> = givers.flat_map(|adviser| &adviser.languages).collect();
    let in_none = std::iter::once(None);
    in_none
        .chain(languages.into_iter().cloned().map(Some))
        .map(|language| Wish {
            service,
            needs: Needs {
                language,
                ..Needs::default()
            },
        })
        .collect()
}

/// When each of these can begin a service so that it overlaps the time that is wanted.
fn starts<'a>(
    wanted: &BestFit<'a>,
    service: &'a Service,
    colleagues: &[&'a Adviser],
    occupied: &Occupied,
) -> Vec<((&'a ServiceId, &'a AdviserId), Vec<Slot>)> {
    let query = wanted.query(service);
    let asking = Asking {
        by: wanted.asking.by,
        ..Asking::default()
    };
    let search = Search::new(wanted.schedule, &query, &asking, occupied);
    let taken = wanted.taken();
    let givers = colleagues
        .iter()
        .filter(|adviser| adviser.services.contains(&service.id));
    givers
        .map(|adviser| {
            let starts = search.slots_of(adviser).into_iter();
            let overlapping = starts.filter(|slot| shared(&service.taken(*slot), &taken).is_some());
            ((&service.id, &adviser.id), overlapping.collect())
        })
        .collect()
}

#[cfg(test)]
#[path = "best_fit_tests.rs"]
mod tests;
