//! Times of day, as they are read from a clock and written in an answer.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::digits::western_digits;

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;
const HALF_DAY: i64 = 12 * HOUR;

/// A time of day, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClockTime(i64);

impl ClockTime {
    /// So many minutes after midnight; what is beyond a day begins anew.
    pub fn from_minutes(minutes: i64) -> Self {
        Self(minutes.rem_euclid(DAY))
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> i64 {
        self.0
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> i64 {
        self.0 / HOUR
    }

    /// Minutes since the full hour.
    pub fn minute(self) -> i64 {
        self.0 % HOUR
    }

    /// So many minutes later, perhaps on the next day.
    #[must_use]
    pub fn after(self, minutes: i64) -> Self {
        Self::from_minutes(self.0 + minutes)
    }

    /// The angles of the short and the long hand, in half degrees clockwise from twelve.
    pub fn hands(self) -> (i64, i64) {
        (self.0 % HALF_DAY, self.minute() * 12)
    }

    /// Whether both are the same on a clock with hands.
    pub fn looks_like(self, other: Self) -> bool {
        (self.0 - other.0) % HALF_DAY == 0
    }

    /// Reads "14.30", "14:30", "kl. 14.30", "1430" and "14".
    pub fn parse(text: &str) -> Option<Self> {
        let text = western_digits(text).to_lowercase();
        let bare = text
            .trim()
            .trim_start_matches(|sign: char| !sign.is_ascii_digit());
        let prefix = text.trim().strip_suffix(bare)?.trim();
        if !matches!(prefix, "" | "kl" | "kl." | "klokken") {
            return None;
        }
        let (hour, minute) = match bare.split_once(['.', ':', ',']) {
            Some((hour, minute)) if minute.len() == 2 => (hour, minute),
            Some(_) => return None,
            None if bare.len() > 2 => bare.split_at_checked(bare.len() - 2)?,
            None => (bare, "0"),
        };
        let (hour, minute) = (number(hour)?, number(minute)?);
        (hour < 24 && minute < HOUR).then(|| Self::from_minutes(hour * HOUR + minute))
    }
}

/// One or two digits.
fn number(text: &str) -> Option<i64> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

impl fmt::Display for ClockTime {
    /// "14.30", "8.05".
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{:02}", self.hour(), self.minute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_however_they_are_written() {
        for text in [
            "14.30",
            "14:30",
            "kl. 14.30",
            "Kl 14:30",
            "klokken 14.30",
            "1430",
            " 14.30 ",
            "١٤:٣٠",
        ] {
            assert_eq!(ClockTime::parse(text), Some(ClockTime(14 * 60 + 30)), "{text:?}");
        }
        assert_eq!(ClockTime::parse("8"), Some(ClockTime(480)));
        assert_eq!(ClockTime::parse("805"), Some(ClockTime(485)));
        assert_eq!(ClockTime::parse("0.05"), Some(ClockTime(5)));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "24.00",
            "12.60",
            "12.5",
            "12.300",
            "halv to",
            "ca. 12",
            "12.30 om natten",
            "12345",
            ":30",
            "-8",
        ] {
            assert_eq!(ClockTime::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn every_time_is_read_as_it_is_written() {
        for minutes in 0..DAY {
            let time = ClockTime::from_minutes(minutes);
            assert_eq!(ClockTime::parse(&time.to_string()), Some(time));
            assert!(time.looks_like(time.after(HALF_DAY)));
            assert!(!time.looks_like(time.after(HOUR)));
        }
    }
}
