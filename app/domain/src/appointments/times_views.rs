//! What the pages show that help to find a time: a month, and the first times at any place.

use serde::{Deserialize, Serialize};

use super::part_of_day::PartOfDay;
use super::views::{LocationCard, ServiceCard, TimeCard};
use crate::time::WallTime;

/// The page that shows a month of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthPage {
    pub service: ServiceCard,
    pub location: LocationCard,
    /// The month's first day.
    pub month: WallTime,
    pub weeks: Vec<MonthWeek>,
    /// The month before and the month after, where one can book in them: `2026-11`.
    pub previous: Option<MonthLink>,
    pub next: Option<MonthLink>,
    /// The part of the day that was asked for.
    pub part: Option<PartOfDay>,
}

/// Another month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthLink {
    /// As it stands in addresses: `2026-12`.
    pub address: String,
    pub first: WallTime,
}

/// A row of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthWeek {
    /// By ISO 8601.
    pub number: i8,
    /// Monday to Sunday; `None` for a day of another month.
    pub days: [Option<MonthDay>; 7],
}

/// A day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthDay {
    pub day: WallTime,
    pub times: DayTimes,
}

/// What one can book on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayTimes {
    /// So many times; one at least.
    Free(i64),
    /// The place is open, but no time is free.
    NoneFree,
    /// The place is closed.
    Closed,
    /// The day is over, or so far away that it cannot be booked yet.
    NotBookable,
}

/// The page of the first free times at any place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstTimesPage {
    pub service: ServiceCard,
    /// Days with free times; no day is empty.
    pub days: Vec<PlacedTimes>,
    /// How many times are shown.
    pub count: i64,
    /// The part of the day that was asked for.
    pub part: Option<PartOfDay>,
    /// Where help can be had by telephone when no time is free.
    pub phone: String,
    /// The chosen time was taken by somebody else in the meantime.
    pub taken: bool,
}

/// A day's first time at each place that has one, earliest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedTimes {
    pub day: WallTime,
    pub times: Vec<PlacedTime>,
}

/// A time at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedTime {
    pub time: TimeCard,
    pub location: LocationCard,
}
