//! The numbers that exercises are made of: the same on every machine for the same seed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Which of a drill's exercises: everything about an exercise follows from its kind, its level and this number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seed(u32);

/// A text is no seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a seed is a whole number from 0 to {}", u32::MAX)]
pub struct InvalidSeed;

impl Seed {
    /// The seed with a number.
    pub fn new(number: u32) -> Self {
        Self(number)
    }

    /// The one after it, such as that of the next worksheet.
    #[must_use]
    pub fn following(self) -> Self {
        Self(self.0.wrapping_add(1))
    }

    /// A seed that goes with this one, such as that of the nth exercise on a worksheet. The first is this one itself, so the
    /// worksheet with an exercise's number begins with the exercise.
    pub(super) fn nth(self, index: u32) -> Self {
        if index == 0 {
            return self;
        }
        let mut random = Random::new(Self(self.0 ^ index.wrapping_mul(0x9e37_79b9)));
        Self(random.bits())
    }
}

impl FromStr for Seed {
    type Err = InvalidSeed;

    fn from_str(text: &str) -> Result<Self, InvalidSeed> {
        text.parse().map(Self).map_err(|_| InvalidSeed)
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// `SplitMix64` (Steele, Lea and Flood: "Fast splittable pseudorandom number generators", 2014). Seeds that are neighbours
/// give numbers that have nothing to do with each other, and ten lines weigh nothing in a browser.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: Seed) -> Self {
        Self(seed.0.into())
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        debug_assert!(low <= high, "{low} to {high} is no range");
        let width = high.abs_diff(low) + 1;
        // The upper half of the product is spread evenly enough: `width` is far below 2³².
        let step = (u64::from(self.bits()) * width) >> 32;
        low + i64::try_from(step).expect("it is below 2³²")
    }

    /// One of several things.
    pub(super) fn pick<T: Copy>(&mut self, things: &[T]) -> T {
        let last = i64::try_from(things.len() - 1).expect("no list is that long");
        let index = usize::try_from(self.between(0, last)).expect("it is not below zero");
        things[index]
    }

    /// The first number from `low` to `high` that fits, found by trying. `fits` must accept a good part of them.
    pub(super) fn such_that(&mut self, low: i64, high: i64, fits: impl Fn(i64) -> bool) -> i64 {
        loop {
            let number = self.between(low, high);
            if fits(number) {
                return number;
            }
        }
    }

    fn bits(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        u32::try_from(mixed >> 32).expect("the upper half of 64 bits is 32 bits")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_reference() {
        // The upper halves of what splitmix64.c by Vigna gives for the seed 0.
        let mut random = Random::new(Seed(0));
        assert_eq!(
            [random.bits(), random.bits(), random.bits()],
            [0xe220_a839, 0x6e78_9e6a, 0x06c4_5d18]
        );
    }

    #[test]
    fn every_number_of_a_range_comes_and_no_other() {
        let mut random = Random::new(Seed(7));
        let mut seen = [0; 7];
        for _ in 0..7000 {
            seen[usize::try_from(random.between(-3, 3) + 3).unwrap()] += 1;
        }
        assert!(seen.iter().all(|times| (800..1200).contains(times)), "{seen:?}");
    }

    #[test]
    fn seeds_are_read_as_they_are_written() {
        for number in [0, 1, u32::MAX] {
            assert_eq!(Seed(number).to_string().parse(), Ok(Seed(number)));
        }
        for text in ["", "-1", "4294967296", "frø"] {
            assert_eq!(text.parse::<Seed>(), Err(InvalidSeed), "{text}");
        }
    }

    #[test]
    fn the_exercises_of_a_worksheet_have_seeds_of_their_own() {
        let mut seeds: Vec<_> = (0..1000)
            .flat_map(|seed| (0..20).map(move |index| Seed(seed).nth(index)))
            .collect();
        seeds.sort();
        seeds.dedup();
        assert!(seeds.len() > 19_900, "{}", seeds.len());
        assert_eq!(Seed(5).nth(0), Seed(5));
    }
}
