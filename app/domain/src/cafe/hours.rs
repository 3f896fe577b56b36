//! When the online café is open.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::locale::Locale;
use crate::opening::{ClosingDay, OpenStretch, OpeningDay, OpeningRules, WeeklyHours};
use crate::time::{WallTime, date_in_denmark, moment_in_denmark};

/// Days ahead in which the next opening is looked for: longer than any summer holiday.
const LOOK_AHEAD_DAYS: i32 = 70;

/// The café's weekly hours, and the days on which the municipality is closed.
#[derive(Debug, Clone, Copy)]
pub struct CafeHours<'a> {
    pub week: &'a [WeeklyHours],
    pub closing_days: &'a [ClosingDay],
}

/// Whether one may come in now, and when otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CafeDoor {
    Open {
        until: WallTime,
    },
    /// `opens` is nothing where no opening is known of.
    Closed {
        opens: Option<WallTime>,
    },
}

impl CafeHours<'_> {
    /// The stretch of opening that a moment lies in: from its first moment to the first that is closed again.
    pub fn open_at(&self, now: Timestamp) -> Option<(Timestamp, Timestamp)> {
        let today = date_in_denmark(now);
        // Yesterday's stretch may end after midnight.
        [today.yesterday().ok(), Some(today)]
            .into_iter()
            .flatten()
            .flat_map(|date| self.stretches(date))
            .find(|(from, to)| (*from..*to).contains(&now))
    }

    /// What stands on the door.
    pub fn door(&self, now: Timestamp) -> CafeDoor {
        match self.open_at(now) {
            Some((_, until)) => CafeDoor::Open { until: until.into() },
            None => CafeDoor::Closed {
                opens: self.next_opening(now).map(WallTime::from),
            },
        }
    }

    /// The first moment after `now` at which it opens.
    pub fn next_opening(&self, now: Timestamp) -> Option<Timestamp> {
        let today = date_in_denmark(now);
        (0..LOOK_AHEAD_DAYS)
            .filter_map(|days| today.checked_add(days.days()).ok())
            .flat_map(|date| self.stretches(date))
            .map(|(from, _)| from)
            .find(|from| *from > now)
    }

    /// The stretches that begin on a date, earliest first.
    fn stretches(&self, date: Date) -> Vec<(Timestamp, Timestamp)> {
        let rules = OpeningRules {
            week: self.week,
            closing_days: self.closing_days,
        };
        match rules.on(date, Locale::Da) {
            OpeningDay::Open(stretches) => stretches
                .into_iter()
                .filter_map(|stretch| moments(date, stretch))
                .collect(),
            OpeningDay::Closed | OpeningDay::ClosedFor(_) => Vec::new(),
        }
    }
}

/// The two moments between which a stretch of a date lies.
fn moments(date: Date, stretch: OpenStretch) -> Option<(Timestamp, Timestamp)> {
    let moment = |minute: i16| {
        let local = date
            .at(0, 0, 0, 0)
            .checked_add(SignedDuration::from_mins(minute.into()));
        moment_in_denmark(local.ok()?)
    };
    Some((moment(stretch.from_minute)?, moment(stretch.to_minute)?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;
    use crate::recurrence::Recurrence;

    fn hours(weekday: i8, opens: i8, closes: i8) -> WeeklyHours {
        WeeklyHours {
            weekday,
            opens: time(opens, 0, 0, 0),
            closes: time(closes, 0, 0, 0),
            when: Recurrence::default(),
        }
    }

    /// Tuesdays and Thursdays 16 to 20, Saturdays from 22 to midnight.
    fn week() -> [WeeklyHours; 3] {
        [hours(2, 16, 20), hours(4, 16, 20), hours(6, 22, 0)]
    }

    fn at(day: i8, hour: i8, minute: i8) -> Timestamp {
        moment_in_denmark(date(2026, 11, day).at(hour, minute, 0, 0)).unwrap()
    }

    fn door(now: Timestamp) -> CafeDoor {
        CafeHours {
            week: &week(),
            closing_days: &[],
        }
        .door(now)
    }

    #[test]
    fn the_door_says_until_when_or_from_when() {
        let open = CafeDoor::Open {
            until: at(24, 20, 0).into(),
        };
        assert_eq!(door(at(24, 16, 0)), open);
        assert_eq!(door(at(24, 19, 59)), open);
        let closed = |opens| CafeDoor::Closed {
            opens: Some(WallTime::from(opens)),
        };
        assert_eq!(door(at(24, 15, 59)), closed(at(24, 16, 0)));
        assert_eq!(door(at(24, 20, 0)), closed(at(26, 16, 0)));
        assert_eq!(
            door(at(29, 0, 0)),
            closed(moment_in_denmark(date(2026, 12, 1).at(16, 0, 0, 0)).unwrap())
        );
    }

    #[test]
    fn a_cafe_without_hours_never_opens() {
        let never = CafeHours {
            week: &[],
            closing_days: &[],
        };
        assert_eq!(never.door(at(24, 16, 0)), CafeDoor::Closed { opens: None });
    }

    proptest! {
        /// What the door promises comes true.
        #[test]
        fn it_is_open_when_it_was_said_to_open(minutes in 0_i64..60 * 24 * 365) {
            let now = at(1, 0, 0) + SignedDuration::from_mins(minutes);
            let week = week();
            let hours = CafeHours { week: &week, closing_days: &[] };
            let opens = hours.next_opening(now).unwrap();
            prop_assert!(hours.open_at(opens).is_some_and(|(from, _)| from == opens));
            prop_assert!(hours.open_at(opens - SignedDuration::from_secs(1)).is_none());
        }
    }
}
