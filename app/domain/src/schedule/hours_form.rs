//! The form of a week: when a place is open, or somebody works there.

use serde::{Deserialize, Serialize};

use super::fields::{Problem, Problems, Read};
use super::hours_text::{hours_text, parse_hours};
use crate::appointments::{Adviser, Location};
use crate::ids::LocationId;
use crate::recurrence::Hours;

/// Days of a week, Monday first.
pub const WEEK: usize = 7;

/// A line of hours for each day of the week.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursForm {
    /// Monday first; see [`parse_hours`].
    pub days: Vec<String>,
}

impl HoursForm {
    /// The plain hours of a place.
    pub fn of_location(location: &Location) -> Self {
        let plain = location.hours.iter().filter(|hours| hours.when.is_plain());
        Self::of_week(plain.map(|hours| (hours.weekday, hours.hours())))
    }

    /// When an adviser works at a place every week.
    pub fn of_shifts(adviser: &Adviser, location: &LocationId) -> Self {
        let plain = adviser
            .shifts
            .iter()
            .filter(|shift| shift.location == *location && shift.when.is_plain());
        Self::of_week(plain.map(|shift| (shift.weekday, shift.hours())))
    }

    fn of_week(hours: impl Iterator<Item = (i8, Hours)>) -> Self {
        let hours: Vec<_> = hours.collect();
        let days = (1..=7).map(|weekday| {
            let mut of_day: Vec<_> = hours
                .iter()
                .filter(|(day, _)| *day == weekday)
                .map(|(_, hours)| *hours)
                .collect();
            of_day.sort_by_key(|hours| hours.from);
            hours_text(&of_day)
        });
        Self { days: days.collect() }
    }

    pub(super) fn read(&self) -> Read<Vec<Vec<Hours>>> {
        let mut problems = Problems::default();
        let week: Vec<_> = (0..WEEK)
            .filter_map(|day| {
                let typed = self.days.get(day).map_or("", String::as_str);
                problems.keep(
                    &format!("days[{day}]"),
                    parse_hours(typed).map_err(|_| Problem::NotHours),
                )
            })
            .collect();
        problems.finish(Some(week))
    }
}
