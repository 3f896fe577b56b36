//! Who is at work where, and what is kept there for those who come with a support worker.

use std::ops::Range;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::adviser::Adviser;
use super::availability_stretches::{away, open, shared, worked};
use super::schedule::{Location, Schedule};
use super::slot::Unit;
use crate::ids::LocationId;
use crate::time::date_in_denmark;

impl Schedule {
    /// Those who work at a place at a moment, by their shifts and absences.
    pub fn advisers_present<'a>(
        &'a self,
        location: &'a LocationId,
        at: Timestamp,
    ) -> impl Iterator<Item = &'a Adviser> {
        let (unit, date) = (Unit::containing(at).0, date_in_denmark(at));
        self.advisers
            .iter()
            .filter(move |adviser| is_present(adviser, location, date, unit))
    }

    /// The minutes of a day's work at a place that are kept for those who come with a support worker.
    pub fn minutes_for_accompanied(&self, location: &Location, date: Date) -> i64 {
        let open = open(self, location, date, date.saturating_add(1.day()));
        let work = self
            .advisers
            .iter()
            .flat_map(|adviser| worked(adviser, &location.id, date))
            .flat_map(|worked| {
                open.iter()
                    .filter_map(|open| shared(open, &worked))
                    .collect::<Vec<_>>()
            });
        let units = |stretch: Range<i64>| (stretch.end - stretch.start) * location.kept.accompanied / 100;
        work.map(units).sum::<i64>() * Unit::MINUTES
    }
}

/// A shift that began the day before may go on past midnight.
fn is_present(adviser: &Adviser, location: &LocationId, date: Date, unit: i64) -> bool {
    let shifts = [date.saturating_sub(1.day()), date]
        .into_iter()
        .flat_map(|date| worked(adviser, location, date));
    let is_away = || away(adviser).iter().any(|away| away.contains(&unit));
    shifts.into_iter().any(|shift| shift.contains(&unit)) && !is_away()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime, time};

    use super::super::schedule_fixture::{adviser, document};
    use super::super::{Absence, AbsenceReason, KeptShares};
    use super::*;

    fn present(schedule: &Schedule, at: &str) -> usize {
        schedule
            .advisers_present(&schedule.main_location, at.parse().unwrap())
            .count()
    }

    #[test]
    fn somebody_is_present_within_a_shift_and_not_while_away() {
        let mut maja = adviser("maja", &["mitid"], time(9, 0, 0, 0), time(11, 0, 0, 0));
        maja.absences.push(Absence {
            from: datetime(2026, 11, 25, 10, 0, 0, 0),
            to: datetime(2026, 11, 25, 10, 30, 0, 0),
            reason: AbsenceReason::Meeting,
        });
        let late = adviser("ole", &["mitid"], time(22, 0, 0, 0), time(2, 0, 0, 0));
        let schedule = Schedule::try_from(document(vec![maja, late])).unwrap();
        // Danish clocks are an hour ahead of UTC in November.
        for (at, count) in [
            ("2026-11-25T07:59:00Z", 0),
            ("2026-11-25T08:00:00Z", 1),
            ("2026-11-25T09:15:00Z", 0),
            ("2026-11-25T09:30:00Z", 1),
            ("2026-11-25T10:00:00Z", 0),
            ("2026-11-26T00:30:00Z", 1),
        ] {
            assert_eq!(present(&schedule, at), count, "{at}");
        }
    }

    #[test]
    fn what_is_kept_is_a_share_of_the_work() {
        let mut document = document(vec![
            adviser("maja", &["mitid"], time(9, 0, 0, 0), time(11, 0, 0, 0)),
            adviser("ole", &["mitid"], time(9, 0, 0, 0), time(10, 0, 0, 0)),
        ]);
        document.locations[0].kept = KeptShares {
            accompanied: 25,
            ..KeptShares::default()
        };
        let schedule = Schedule::try_from(document).unwrap();
        let kept = schedule.minutes_for_accompanied(&schedule.locations[0], date(2026, 11, 25));
        assert_eq!(kept, 45);
    }
}
