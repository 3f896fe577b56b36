//! What is taken of the time of advisers and resources.

use std::collections::BTreeMap;
use std::ops::Range;

use super::resource::{Bookable, ResourceUse};
use super::slot::Unit;
use crate::ids::AdviserId;

/// How many seats are taken in each unit of each adviser's time, and how many of each resource are in use.
///
/// A month of a place that is fully booked has tens of thousands of taken units, and each free time looks at some of them:
/// so the units of one stand beside each other, and looking costs a byte for each.
#[derive(Debug, Clone, Default)]
pub struct Occupied(BTreeMap<Bookable, SeatsTaken>);

/// The units of one adviser or resource from the first that is known on.
#[derive(Debug, Clone, Default)]
struct SeatsTaken {
    first: i64,
    seats: Vec<u8>,
}

impl Occupied {
    /// How many seats are taken, of all units together.
    pub fn taken_seats(&self) -> i64 {
        let seats = self.0.values().flat_map(|taken| &taken.seats);
        seats.copied().map(i64::from).sum()
    }

    /// Takes a seat in units of somebody's time, or one of a resource.
    pub fn take(&mut self, bookable: impl Into<Bookable>, units: Range<i64>) {
        let taken = self.0.entry(bookable.into()).or_insert_with(|| SeatsTaken {
            first: units.start,
            seats: Vec::new(),
        });
        taken.take(units);
    }

    /// Takes all that an appointment needs beside its adviser.
    pub fn take_uses(&mut self, uses: &[ResourceUse], units: &Range<i64>) {
        for used in uses {
            self.take(&used.resource, units.clone());
        }
    }

    /// How many of `seats` are left in all of `units`.
    pub(super) fn left(&self, bookable: &Bookable, units: &Range<i64>, seats: i64) -> i64 {
        let taken = self.0.get(bookable).map(|taken| taken.within(units));
        let most = taken.into_iter().flatten().copied().max();
        (seats - i64::from(most.unwrap_or_default())).max(0)
    }

    /// Whether every one of `units` has one of `seats` left.
    pub(super) fn leaves_free(&self, bookable: &Bookable, units: &Range<i64>, seats: i64) -> bool {
        let Some(taken) = self.0.get(bookable).filter(|_| seats > 0) else {
            return seats > 0;
        };
        taken.within(units).iter().all(|taken| i64::from(*taken) < seats)
    }
}

impl SeatsTaken {
    fn of(units: &[Unit]) -> Self {
        let numbers = || units.iter().map(|unit| unit.0);
        let first = numbers().min().unwrap_or_default();
        let place = |unit: i64| usize::try_from(unit - first).unwrap_or_default();
        let mut seats = vec![0_u8; numbers().max().map_or(0, |last| place(last) + 1)];
        for unit in numbers() {
            let taken = &mut seats[place(unit)];
            *taken = taken.saturating_add(1);
        }
        Self { first, seats }
    }

    /// Takes a seat in each unit.
    fn take(&mut self, units: Range<i64>) {
        let earlier = usize::try_from(self.first - units.start).unwrap_or_default();
        self.seats.splice(..0, std::iter::repeat_n(0, earlier));
        self.first = self.first.min(units.start);
        let place = |unit: i64| usize::try_from(unit - self.first).unwrap_or_default();
        let (start, end) = (place(units.start), place(units.end));
        self.seats.resize(self.seats.len().max(end), 0);
        for taken in &mut self.seats[start..end] {
            *taken = taken.saturating_add(1);
        }
    }

    /// The part of `units` that anything is known of; the rest is free.
    fn within(&self, units: &Range<i64>) -> &[u8] {
        let place = |unit: i64| {
            usize::try_from(unit - self.first)
                .unwrap_or_default()
                .min(self.seats.len())
        };
        &self.seats[place(units.start)..place(units.end)]
    }
}

impl FromIterator<(Bookable, Vec<Unit>)> for Occupied {
    /// The units of each, in any order. A unit that stands twice is taken in two seats.
    fn from_iter<I: IntoIterator<Item = (Bookable, Vec<Unit>)>>(taken: I) -> Self {
        let taken = taken
            .into_iter()
            .map(|(bookable, units)| (bookable, SeatsTaken::of(&units)));
        Self(taken.collect())
    }
}

impl FromIterator<(AdviserId, Unit)> for Occupied {
    /// The same, unit by unit.
    fn from_iter<I: IntoIterator<Item = (AdviserId, Unit)>>(units: I) -> Self {
        let mut taken: BTreeMap<Bookable, Vec<Unit>> = BTreeMap::new();
        for (adviser, unit) in units {
            taken.entry(Bookable::Adviser(adviser)).or_default().push(unit);
        }
        taken.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn adviser(id: &str) -> AdviserId {
        AdviserId::parse(id).unwrap()
    }

    fn maja() -> Bookable {
        Bookable::Adviser(adviser("maja"))
    }

    #[test]
    fn of_what_there_is_none_none_is_free() {
        assert!(!Occupied::default().leaves_free(&maja(), &(5..6), 0));
    }

    #[test]
    fn nothing_is_known_of_a_stranger() {
        let occupied: Occupied = [(adviser("maja"), Unit(5))].into_iter().collect();
        assert!(!occupied.leaves_free(&maja(), &(5..6), 1));
        assert!(occupied.leaves_free(&Bookable::Adviser(adviser("noor")), &(5..6), 1));
    }

    proptest! {
        /// Taking one after the other is the same as reading them at once.
        #[test]
        fn what_is_taken_later_counts_as_much(taken in prop::collection::vec((-40i64..40, 0i64..9), 0..12)) {
            let mut one_by_one = Occupied::default();
            for (start, length) in &taken {
                one_by_one.take(maja(), *start..start + length);
            }
            let units = taken.iter().flat_map(|(start, length)| *start..start + length);
            let at_once: Occupied = units.map(|unit| (adviser("maja"), Unit(unit))).collect();
            for unit in -50..60 {
                for seats in 1..4 {
                    let left = |occupied: &Occupied| occupied.leaves_free(&maja(), &(unit..unit + 1), seats);
                    prop_assert_eq!(left(&one_by_one), left(&at_once));
                }
            }
        }

        /// Looking is the same as counting.
        #[test]
        fn a_stretch_is_free_when_each_unit_has_a_seat_left(
            taken in prop::collection::vec(-40i64..40, 0..60), start in -50i64..50, length in 0i64..20, seats in 1i64..5,
        ) {
            let occupied: Occupied = taken.iter().map(|unit| (adviser("maja"), Unit(*unit))).collect();
            let mut counts: BTreeMap<i64, i64> = BTreeMap::new();
            for unit in taken {
                *counts.entry(unit).or_default() += 1;
            }
            let units = start..start + length;
            let free = units.clone().all(|unit| counts.get(&unit).copied().unwrap_or(0) < seats);
            prop_assert_eq!(occupied.leaves_free(&maja(), &units, seats), free);
            if length > 0 {
                prop_assert_eq!(occupied.left(&maja(), &units, seats) > 0, free);
            }
        }
    }
}
