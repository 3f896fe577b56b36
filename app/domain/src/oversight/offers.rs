//! How soon a time could be had.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::figures::{monday_of, working_days_later};
use crate::ids::{LocationId, ServiceId};

/// A time within so many working days is soon.
pub const SOON_DAYS: i64 = 5;

/// What was free of a service at a place when a day began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferDay {
    /// In Denmark.
    pub day: Date,
    pub service: ServiceId,
    pub location: LocationId,
    /// The day of the first free time, if any was free.
    pub first_free: Option<Date>,
}

/// On how many days of a week a time could be had soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferWeek {
    /// The week's Monday.
    pub monday: Date,
    pub service: ServiceId,
    pub location: LocationId,
    /// Days of which it is known.
    pub days: i64,
    /// Of these, those on which a time could be had soon.
    pub soon: i64,
}

impl OfferDay {
    /// Whether the first free time was within [`SOON_DAYS`] working days.
    pub fn is_soon(&self) -> bool {
        let soon = working_days_later(self.day, SOON_DAYS);
        self.first_free.is_some_and(|first| first <= soon)
    }
}

/// Adds up by week, service and place, in this order.
pub fn offer_weeks(days: &[OfferDay]) -> Vec<OfferWeek> {
    let mut weeks: BTreeMap<(Date, &ServiceId, &LocationId), (i64, i64)> = BTreeMap::new();
    for day in days {
        let key = (monday_of(day.day), &day.service, &day.location);
        let (known, soon) = weeks.entry(key).or_default();
        *known += 1;
        *soon += i64::from(day.is_soon());
    }
    let week =
        |((monday, service, location), (days, soon)): ((Date, &ServiceId, &LocationId), _)| OfferWeek {
            monday,
            service: service.clone(),
            location: location.clone(),
            days,
            soon,
        };
    weeks.into_iter().map(week).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn offer(day: Date, first_free: Option<Date>) -> OfferDay {
        OfferDay {
            day,
            service: ServiceId::parse("mitid").unwrap(),
            location: LocationId::parse("bibliotek").unwrap(),
            first_free,
        }
    }

    #[test]
    fn soon_is_told_from_the_day_itself() {
        let wednesday = date(2026, 11, 25);
        assert!(offer(wednesday, Some(date(2026, 12, 2))).is_soon());
        assert!(!offer(wednesday, Some(date(2026, 12, 3))).is_soon());
        assert!(!offer(wednesday, None).is_soon());
    }

    #[test]
    fn a_week_counts_its_days_and_those_on_which_a_time_could_be_had() {
        let day = |day: i8, free: bool| {
            let day = date(2026, 11, day);
            offer(day, free.then_some(day))
        };
        let weeks = offer_weeks(&[day(22, true), day(23, true), day(24, false), day(29, true)]);
        let told: Vec<_> = weeks
            .iter()
            .map(|week| (week.monday, week.days, week.soon))
            .collect();
        assert_eq!(told, [(date(2026, 11, 16), 1, 1), (date(2026, 11, 23), 3, 2)]);
    }
}
