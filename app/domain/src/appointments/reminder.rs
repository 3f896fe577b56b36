//! When somebody is reminded of an appointment.

use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::time::{COPENHAGEN, moment_in_denmark};

/// One of the two reminders of an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reminder {
    /// At the same time of day the day before.
    DayBefore,
    /// Two hours before.
    HoursBefore,
}

impl Reminder {
    /// Both, the earlier one first.
    pub const ALL: [Self; 2] = [Self::DayBefore, Self::HoursBefore];

    /// The longest time between a reminder and its appointment: a day with an hour more in it, as the clock is set back.
    pub const EARLIEST: SignedDuration = SignedDuration::from_hours(25);

    /// How long before the appointment the later reminder is.
    const HOURS: SignedDuration = SignedDuration::from_hours(2);

    /// The moment from which it is sent.
    ///
    /// The day before is a matter of Danish clocks: somebody who comes at 10 is reminded at 10, also when the night between
    /// is 23 or 25 hours long. Two hours are two hours.
    pub fn due_at(self, starts_at: Timestamp) -> Timestamp {
        match self {
            Self::DayBefore => COPENHAGEN
                .to_datetime(starts_at)
                .checked_sub(1.day())
                .ok()
                .and_then(moment_in_denmark)
                .unwrap_or(starts_at - SignedDuration::from_hours(24)),
            Self::HoursBefore => starts_at - Self::HOURS,
        }
    }

    /// The moment from which it is of no use: the next reminder's, or the appointment's own.
    pub fn useless_from(self, starts_at: Timestamp) -> Timestamp {
        match self {
            Self::DayBefore => Self::HoursBefore.due_at(starts_at),
            Self::HoursBefore => starts_at,
        }
    }

    /// Those that somebody who chose a time at a moment will get, or has had, the earlier one first.
    pub fn promised(starts_at: Timestamp, chosen_at: Timestamp) -> Vec<Self> {
        let mut reminders = Self::ALL.to_vec();
        reminders.retain(|reminder| chosen_at <= reminder.due_at(starts_at));
        reminders
    }

    /// Whether it is to be sent now. Whoever has chosen the time later than that knows it well enough.
    pub fn is_due(self, starts_at: Timestamp, chosen_at: Timestamp, now: Timestamp) -> bool {
        let due_at = self.due_at(starts_at);
        chosen_at <= due_at && due_at <= now && now < self.useless_from(starts_at)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_before_is_the_same_time_on_danish_clocks() {
        for (starts, due) in [
            ("2026-11-25T09:30:00Z", "2026-11-24T09:30:00Z"),
            // The clock is set back in the night to 25 October: 10.00 is 8.00 in UTC before it, 9.00 after it.
            ("2026-10-25T09:00:00Z", "2026-10-24T08:00:00Z"),
            // It is set forward in the night to 29 March.
            ("2026-03-29T08:00:00Z", "2026-03-28T09:00:00Z"),
            // 02.30 on 30 March: the day before there is no such time, and 03.30 is what clocks show instead.
            ("2026-03-30T00:30:00Z", "2026-03-29T01:30:00Z"),
            // 02.30 on 26 October: the day before has it twice, and the first is meant.
            ("2026-10-26T01:30:00Z", "2026-10-25T00:30:00Z"),
        ] {
            assert_eq!(Reminder::DayBefore.due_at(at(starts)), at(due), "{starts}");
        }
    }

    #[test]
    fn two_hours_are_two_hours_also_when_the_clock_changes() {
        // 03.30 after the clock was set back: two hours before, clocks showed 02.30 for the first time.
        assert_eq!(
            Reminder::HoursBefore.due_at(at("2026-10-25T02:30:00Z")),
            at("2026-10-25T00:30:00Z")
        );
    }

    #[test]
    fn a_reminder_has_its_time() {
        let starts = at("2026-11-25T09:30:00Z");
        let booked = at("2026-11-20T12:00:00Z");
        for (now, day_before, hours_before) in [
            ("2026-11-24T09:29:59Z", false, false),
            ("2026-11-24T09:30:00Z", true, false),
            ("2026-11-25T07:29:59Z", true, false),
            ("2026-11-25T07:30:00Z", false, true),
            ("2026-11-25T09:29:59Z", false, true),
            ("2026-11-25T09:30:00Z", false, false),
        ] {
            let due = Reminder::ALL.map(|reminder| reminder.is_due(starts, booked, at(now)));
            assert_eq!(due, [day_before, hours_before], "{now}");
        }
    }

    #[test]
    fn whoever_has_chosen_the_time_since_is_not_reminded() {
        let starts = at("2026-11-25T09:30:00Z");
        let now = at("2026-11-24T12:00:00Z");
        assert!(Reminder::DayBefore.is_due(starts, at("2026-11-24T09:30:00Z"), now));
        assert!(!Reminder::DayBefore.is_due(starts, at("2026-11-24T09:30:01Z"), now));
    }

    #[test]
    fn whoever_chooses_a_time_is_promised_what_is_sent() {
        let starts = at("2026-11-25T09:30:00Z");
        for (chosen, promised) in [
            ("2026-11-24T09:30:00Z", &Reminder::ALL[..]),
            ("2026-11-24T09:30:01Z", &[Reminder::HoursBefore]),
            ("2026-11-25T07:30:01Z", &[]),
        ] {
            assert_eq!(Reminder::promised(starts, at(chosen)), promised, "{chosen}");
        }
    }

    proptest! {
        #[test]
        fn what_is_promised_is_sent_and_nothing_else(
            starts in 1_700_000_000_i64..2_000_000_000,
            chosen_before in 1_i64..200_000,
        ) {
            let starts_at = Timestamp::from_second(starts).unwrap();
            let chosen_at = starts_at - SignedDuration::from_secs(chosen_before);
            let promised = Reminder::promised(starts_at, chosen_at);
            for reminder in Reminder::ALL {
                let sent = reminder.is_due(starts_at, chosen_at, reminder.due_at(starts_at));
                prop_assert_eq!(promised.contains(&reminder), sent);
            }
        }

        #[test]
        fn one_reminder_at_most_is_due_and_never_too_early(
            starts in 1_700_000_000_i64..2_000_000_000,
            before in 0_i64..200_000,
        ) {
            let starts_at = Timestamp::from_second(starts).unwrap();
            let now = starts_at - SignedDuration::from_secs(before);
            let due: Vec<_> = Reminder::ALL
                .into_iter()
                .filter(|reminder| reminder.is_due(starts_at, Timestamp::MIN, now))
                .collect();
            prop_assert!(due.len() <= 1);
            prop_assert!(due.is_empty() || now >= starts_at - Reminder::EARLIEST);
            prop_assert_eq!(due.is_empty(), before == 0 || now < Reminder::DayBefore.due_at(starts_at));
        }
    }
}
