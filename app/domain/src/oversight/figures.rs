//! How much the services and places are used, week by week.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::counts::Counts;
use crate::ids::{LocationId, ServiceId};
use crate::locale::Locale;
use crate::opening::public_holiday;

/// What is counted of a service at a place on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayFigures {
    /// In Denmark.
    pub day: Date,
    pub service: ServiceId,
    pub location: LocationId,
    pub counts: Counts,
}

/// What is counted of a service at a place in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekFigures {
    /// The week's Monday.
    pub monday: Date,
    pub service: ServiceId,
    pub location: LocationId,
    pub counts: Counts,
}

/// Adds up by week, service and place, in this order. Weeks begin on Mondays.
pub fn week_figures(days: &[DayFigures]) -> Vec<WeekFigures> {
    let mut weeks: BTreeMap<(Date, &ServiceId, &LocationId), Counts> = BTreeMap::new();
    for day in days {
        *weeks
            .entry((monday_of(day.day), &day.service, &day.location))
            .or_default() += day.counts;
    }
    weeks
        .into_iter()
        .map(|((monday, service, location), counts)| WeekFigures {
            monday,
            service: service.clone(),
            location: location.clone(),
            counts,
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

/// A mean with one decimal, as Danes write it: "4,5"; of nothing there is none.
pub fn mean_text(sum: i64, count: i64) -> String {
    if count == 0 {
        return "-".to_owned();
    }
    let tenths = (sum * 10 + count / 2) / count;
    format!("{},{}", tenths / 10, tenths % 10)
}

/// The Monday of a day's week.
pub fn monday_of(date: Date) -> Date {
    let days = i64::from(date.weekday().to_monday_zero_offset());
    date.saturating_sub(days.days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn booked(day: Date) -> DayFigures {
        DayFigures {
            day,
            service: ServiceId::parse("mitid").unwrap(),
            location: LocationId::parse("bibliotek").unwrap(),
            counts: Counts::of_cancelled(),
        }
    }

    #[test]
    fn a_week_is_the_sum_of_its_days_from_monday() {
        let days = [22, 23, 23, 29].map(|day| booked(date(2026, 11, day)));
        let weeks: Vec<_> = week_figures(&days)
            .into_iter()
            .map(|week| (week.monday, week.counts.booked, week.counts.cancelled))
            .collect();
        assert_eq!(weeks, [(date(2026, 11, 16), 1, 1), (date(2026, 11, 23), 3, 3)]);
    }

    #[test]
    fn means_have_one_decimal() {
        for (sum, count, text) in [(9, 2, "4,5"), (2, 3, "0,7"), (0, 4, "0,0"), (0, 0, "-")] {
            assert_eq!(mean_text(sum, count), text);
        }
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
