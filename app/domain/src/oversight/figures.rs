//! How much the services and places are used, week by week.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::ids::{LocationId, ServiceId};
use crate::locale::Locale;
use crate::opening::public_holiday;
use crate::time::date_in_denmark;

/// An appointment, without whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseOfSlot {
    pub service: ServiceId,
    pub location: LocationId,
    pub begins: Timestamp,
    /// 1 when it was cancelled.
    pub cancelled: i64,
}

/// What was booked of a service at a place to begin in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekUse {
    /// The week's Monday.
    pub monday: Date,
    pub service: ServiceId,
    pub location: LocationId,
    /// All that were booked, also those that were cancelled.
    pub booked: i64,
    pub cancelled: i64,
}

/// Counts by week, service and place, in this order. Weeks begin on Mondays, by Danish clocks.
pub fn week_uses(used: &[UseOfSlot]) -> Vec<WeekUse> {
    let mut counts: BTreeMap<(Date, &ServiceId, &LocationId), (i64, i64)> = BTreeMap::new();
    for slot in used {
        let key = (
            monday_of(date_in_denmark(slot.begins)),
            &slot.service,
            &slot.location,
        );
        let (booked, cancelled) = counts.entry(key).or_default();
        *booked += 1;
        *cancelled += slot.cancelled;
    }
    counts
        .into_iter()
        .map(|((monday, service, location), (booked, cancelled))| WeekUse {
            monday,
            service: service.clone(),
            location: location.clone(),
            booked,
            cancelled,
        })
        .collect()
}

/// The day that is so many working days after another: not Saturdays, Sundays and public holidays.
pub fn working_days_later(date: Date, days: i64) -> Date {
    let is_working = |date: &Date| {
        date.weekday().to_monday_one_offset() <= 5 && public_holiday(*date, Locale::Da).is_none()
    };
    let mut later = date.saturating_add(1.day()).series(1.day()).filter(is_working);
    let nth = usize::try_from(days - 1).unwrap_or_default();
    later.nth(nth).unwrap_or(date)
}

/// A share in per cent with one decimal, as Danes write it: "33,3"; nothing of nothing is "0,0".
pub fn share_text(part: i64, whole: i64) -> String {
    let thousandths = (part * 1000 + whole / 2) / whole.max(1);
    format!("{},{}", thousandths / 10, thousandths % 10)
}

fn monday_of(date: Date) -> Date {
    let days = i64::from(date.weekday().to_monday_zero_offset());
    date.saturating_sub(days.days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn used(begins: &str, cancelled: i64) -> UseOfSlot {
        UseOfSlot {
            service: ServiceId::parse("mitid").unwrap(),
            location: LocationId::parse("bibliotek").unwrap(),
            begins: begins.parse().unwrap(),
            cancelled,
        }
    }

    #[test]
    fn a_week_begins_on_monday_by_danish_clocks() {
        // Half past eleven on Sunday evening in UTC is Monday in Denmark.
        let list = [
            used("2026-11-22T22:30:00Z", 0),
            used("2026-11-22T23:30:00Z", 1),
            used("2026-11-29T09:00:00Z", 0),
        ];
        let weeks: Vec<_> = week_uses(&list)
            .into_iter()
            .map(|week| (week.monday, week.booked, week.cancelled))
            .collect();
        assert_eq!(weeks, [(date(2026, 11, 16), 1, 0), (date(2026, 11, 23), 2, 1)]);
    }

    #[test]
    fn shares_have_one_decimal() {
        for (part, whole, text) in [(1, 3, "33,3"), (2, 3, "66,7"), (0, 0, "0,0"), (5, 5, "100,0")] {
            assert_eq!(share_text(part, whole), text);
        }
    }

    #[test]
    fn christmas_is_no_working_day() {
        assert_eq!(working_days_later(date(2026, 11, 20), 1), date(2026, 11, 23));
        assert_eq!(working_days_later(date(2026, 12, 24), 1), date(2026, 12, 28));
        assert_eq!(working_days_later(date(2026, 11, 25), 5), date(2026, 12, 2));
    }
}
