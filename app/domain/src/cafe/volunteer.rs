//! Who may help, and when. A volunteer cannot be reached outside their shifts.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::time::{COPENHAGEN, date_in_denmark};

/// That a volunteer's børneattest has been seen: when, and until when it counts. What stands in it is kept nowhere.
///
/// Whoever helps children regularly must have one (lov om indhentelse af børneattest, § 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attest {
    pub checked_on: Date,
    /// The last date on which it counts.
    pub valid_until: Date,
}

impl Attest {
    /// Whether it counts on a date.
    pub fn is_valid(&self, date: Date) -> bool {
        (self.checked_on..=self.valid_until).contains(&date)
    }
}

/// A shift of every week, in wall time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shift {
    /// 1 (Monday) to 7.
    weekday: i8,
    /// Minutes after midnight.
    from_minute: i16,
    /// The first minute that is no longer part of it; 1440 is midnight.
    to_minute: i16,
}

/// Numbers are not a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a shift is on a weekday, 1 to 7, and ends after it begins, on the same day")]
pub struct ShiftFault;

/// Minutes in a day on the clock.
const DAY: i16 = 24 * 60;

impl Shift {
    /// A shift that begins and ends on one day. One over midnight is two.
    pub fn new(weekday: i8, from_minute: i16, to_minute: i16) -> Result<Self, ShiftFault> {
        let is_shift =
            (1..=7).contains(&weekday) && 0 <= from_minute && from_minute < to_minute && to_minute <= DAY;
        is_shift
            .then_some(Self {
                weekday,
                from_minute,
                to_minute,
            })
            .ok_or(ShiftFault)
    }

    /// Reads a shift as a form has it: "2", "16:00", "18:30". "00:00" and "24:00" at the end are midnight.
    pub fn read(weekday: &str, from: &str, to: &str) -> Result<Self, ShiftFault> {
        let weekday = weekday.parse().map_err(|_| ShiftFault)?;
        let end = minute(to)?;
        Self::new(weekday, minute(from)?, if end == 0 { DAY } else { end })
    }

    /// 1 (Monday) to 7.
    pub fn weekday(self) -> i8 {
        self.weekday
    }

    /// Minutes after midnight, from and to.
    pub fn minutes(self) -> (i16, i16) {
        (self.from_minute, self.to_minute)
    }

    /// Whether a moment lies in it, on Danish clocks.
    pub fn includes(self, now: Timestamp) -> bool {
        let local = COPENHAGEN.to_datetime(now);
        let minute = i16::from(local.hour()) * 60 + i16::from(local.minute());
        local.date().weekday().to_monday_one_offset() == self.weekday
            && (self.from_minute..self.to_minute).contains(&minute)
    }
}

/// "16:30", and "16.30" as Danes write it.
fn minute(text: &str) -> Result<i16, ShiftFault> {
    let (hour, minute) = text.trim().split_once([':', '.']).ok_or(ShiftFault)?;
    let (hour, minute): (i16, i16) = (
        hour.parse().map_err(|_| ShiftFault)?,
        minute.parse().map_err(|_| ShiftFault)?,
    );
    let is_time = (0..=24).contains(&hour) && (0..60).contains(&minute);
    is_time.then_some(hour * 60 + minute).ok_or(ShiftFault)
}

/// Why a volunteer cannot take a question now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    #[error("not on the roster")]
    NotOnRoster,
    #[error("no valid børneattest")]
    NoAttest,
    #[error("the café is closed")]
    CafeClosed,
    #[error("outside the shifts")]
    OffShift,
}

/// Whether somebody on the roster may take a question now. `open` says whether the café is.
pub fn may_take(
    attest: Option<Attest>,
    shifts: &[Shift],
    open: Option<(Timestamp, Timestamp)>,
    now: Timestamp,
) -> Result<(), WhyNot> {
    if !attest.is_some_and(|attest| attest.is_valid(date_in_denmark(now))) {
        return Err(WhyNot::NoAttest);
    }
    if open.is_none() {
        return Err(WhyNot::CafeClosed);
    }
    if shifts.iter().any(|shift| shift.includes(now)) {
        Ok(())
    } else {
        Err(WhyNot::OffShift)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::time::moment_in_denmark;

    /// Tuesday 24 November 2026.
    fn tuesday(hour: i8, minute: i8) -> Timestamp {
        moment_in_denmark(date(2026, 11, 24).at(hour, minute, 0, 0)).unwrap()
    }

    fn attest() -> Attest {
        Attest {
            checked_on: date(2026, 1, 10),
            valid_until: date(2026, 11, 24),
        }
    }

    fn evening() -> Shift {
        Shift::read("2", "16:00", "18.30").unwrap()
    }

    fn asked(attest: Option<Attest>, now: Timestamp) -> Result<(), WhyNot> {
        may_take(attest, &[evening()], Some((tuesday(15, 0), tuesday(20, 0))), now)
    }

    #[test]
    fn one_helps_with_an_attest_within_a_shift_while_the_cafe_is_open() {
        assert_eq!(asked(Some(attest()), tuesday(16, 0)), Ok(()));
        assert_eq!(asked(None, tuesday(16, 0)), Err(WhyNot::NoAttest));
        assert_eq!(asked(Some(attest()), tuesday(15, 59)), Err(WhyNot::OffShift));
        assert_eq!(asked(Some(attest()), tuesday(18, 30)), Err(WhyNot::OffShift));
        let closed = may_take(Some(attest()), &[evening()], None, tuesday(16, 0));
        assert_eq!(closed, Err(WhyNot::CafeClosed));
    }

    #[test]
    fn an_attest_counts_from_the_day_it_was_seen_to_its_last_day() {
        let valid = |day| attest().is_valid(day);
        assert!(valid(date(2026, 1, 10)) && valid(date(2026, 11, 24)));
        assert!(!valid(date(2026, 1, 9)) && !valid(date(2026, 11, 25)));
    }

    #[test]
    fn a_shift_ends_after_it_begins() {
        assert_eq!(
            Shift::read("7", "20:00", "00:00").unwrap().minutes(),
            (1200, 1440)
        );
        for (weekday, from, to) in [
            ("0", "16:00", "18:00"),
            ("8", "16:00", "18:00"),
            ("2", "18:00", "16:00"),
            ("2", "16:00", "16:00"),
            ("2", "16", "18:00"),
            ("2", "16:60", "18:00"),
            ("2", "16:00", "25:00"),
            ("", "", ""),
        ] {
            assert_eq!(
                Shift::read(weekday, from, to),
                Err(ShiftFault),
                "{weekday} {from} {to}"
            );
        }
    }

    proptest! {
        /// No moment outside every shift lets anybody help.
        #[test]
        fn nobody_is_reached_outside_their_shifts(minutes in 0_i64..60 * 24 * 30) {
            let now = tuesday(0, 0) - jiff::SignedDuration::from_mins(minutes);
            let may = may_take(Some(attest()), &[evening()], Some((now, now)), now);
            prop_assert_eq!(may.is_ok(), evening().includes(now) && attest().is_valid(date_in_denmark(now)));
        }
    }
}
