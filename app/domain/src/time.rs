//! Danish wall time, and how dates and times are written.
//!
//! Rules ("open Mondays at 9") live in wall time, what has happened or is booked lives in UTC. [`COPENHAGEN`] is where
//! one becomes the other; it is compiled in, so no machine's time zone files are asked.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Weekday},
    tz::{self, TimeZone},
};
use serde::{Deserialize, Serialize};

use crate::locale::Locale;

/// Europe/Copenhagen, with its changes of the clock.
pub static COPENHAGEN: TimeZone = tz::get!("Europe/Copenhagen");

/// The date in Denmark at a moment.
pub fn date_in_denmark(at: Timestamp) -> Date {
    COPENHAGEN.to_datetime(at).date()
}

/// The second that a moment falls in: what is kept is kept to the second.
pub fn whole_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// The moment at which Danish clocks show `local`.
///
/// Where they show it twice (the autumn hour) the first is meant; where never (the spring hour) the moment an hour later
/// on the clock. Both are what a person who says "kl. 2.30" gets elsewhere too.
pub fn moment_in_denmark(local: DateTime) -> Option<Timestamp> {
    COPENHAGEN
        .to_ambiguous_zoned(local)
        .compatible()
        .ok()
        .map(|zoned| zoned.timestamp())
}

/// A date and a time of day as Danish clocks show it, in plain numbers.
///
/// This is what crosses the wire, so that the browser needs no calendar or time zone data to show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WallTime {
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
    /// 1 (Monday) to 7.
    pub weekday: i8,
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59.
    pub minute: i8,
}

impl From<DateTime> for WallTime {
    fn from(local: DateTime) -> Self {
        Self {
            year: local.year(),
            month: local.month(),
            day: local.day(),
            weekday: local.weekday().to_monday_one_offset(),
            hour: local.hour(),
            minute: local.minute(),
        }
    }
}

impl From<Timestamp> for WallTime {
    fn from(at: Timestamp) -> Self {
        COPENHAGEN.to_datetime(at).into()
    }
}

impl WallTime {
    /// "onsdag 25. november 2026", or "Wednesday 25 November 2026".
    pub fn long_date(self, locale: Locale) -> String {
        format!("{} {}", self.day_and_month(locale), self.year)
    }

    /// "onsdag 25. november": for days near enough that the year is not in doubt.
    pub fn day_and_month(self, locale: Locale) -> String {
        let weekday = weekday_name(self.weekday, locale);
        let month = month_name(self.month, locale);
        match locale {
            Locale::Da => format!("{weekday} {}. {month}", self.day),
            Locale::En | Locale::Ar => format!("{weekday} {} {month}", self.day),
        }
    }

    /// "kl. 14.30", or "14:30".
    pub fn clock(self, locale: Locale) -> String {
        let clock = bare_clock(self.hour.into(), self.minute.into(), locale);
        match locale {
            Locale::Da => format!("kl. {clock}"),
            Locale::En => clock,
            Locale::Ar => format!("الساعة {clock}"),
        }
    }

    /// `2026-11-25T10:30`, as it stands in addresses and in `datetime` attributes.
    pub fn machine(self) -> String {
        let Self {
            year,
            month,
            day,
            hour,
            minute,
            ..
        } = self;
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}")
    }
}

/// "21. november 2026", or "21 November 2026".
pub fn short_date(date: Date, locale: Locale) -> String {
    let month = month_name(date.month(), locale);
    match locale {
        Locale::Da => format!("{}. {month} {}", date.day(), date.year()),
        Locale::En | Locale::Ar => format!("{} {month} {}", date.day(), date.year()),
    }
}

/// "21. nov. 2026", or "21 Nov 2026", which is never broken over lines: for the columns of tables.
pub fn narrow_date(date: Date, locale: Locale) -> String {
    let (day, year) = (date.day(), date.year());
    let name = month_name(date.month(), locale);
    let month: String = name.chars().take(3).collect();
    let written = match locale {
        Locale::Da if month == name => format!("{day}. {month} {year}"),
        Locale::Da => format!("{day}. {month}. {year}"),
        Locale::En => format!("{day} {month} {year}"),
        Locale::Ar => format!("{day} {name} {year}"),
    };
    written.replace(' ', "\u{a0}")
}

/// "9", "14.30" in Danish, "9:00", "14:30" in other languages.
pub fn bare_clock(hour: i16, minute: i16, locale: Locale) -> String {
    match (locale, minute) {
        (Locale::Da, 0) => format!("{hour}"),
        (Locale::Da, _) => format!("{hour}.{minute:02}"),
        (Locale::En | Locale::Ar, _) => format!("{hour}:{minute:02}"),
    }
}

/// Name of a weekday, 1 (Monday) to 7.
pub fn weekday_name(weekday: i8, locale: Locale) -> &'static str {
    const DA: [&str; 7] = [
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    ];
    const EN: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    const AR: [&str; 7] = [
        "الاثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
    ];
    let names = match locale {
        Locale::Da => &DA,
        Locale::En => &EN,
        Locale::Ar => &AR,
    };
    nth(weekday, names)
}

/// Short name of a weekday, 1 (Monday) to 7, as it stands above the columns of a calendar.
pub fn short_weekday_name(weekday: i8, locale: Locale) -> &'static str {
    const DA: [&str; 7] = ["man", "tir", "ons", "tor", "fre", "lør", "søn"];
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const AR: [&str; 7] = ["ن", "ث", "ر", "خ", "ج", "س", "ح"];
    let names = match locale {
        Locale::Da => &DA,
        Locale::En => &EN,
        Locale::Ar => &AR,
    };
    nth(weekday, names)
}

/// Name of a month, 1 to 12. Of the Arabic names these are the ones that sound like the Danish.
pub fn month_name(month: i8, locale: Locale) -> &'static str {
    const DA: [&str; 12] = [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const AR: [&str; 12] = [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ];
    let names = match locale {
        Locale::Da => &DA,
        Locale::En => &EN,
        Locale::Ar => &AR,
    };
    nth(month, names)
}

/// Weekday of a rule document (1 is Monday) as the calendar's.
pub fn weekday(number: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number).ok()
}

fn nth(number: i8, names: &[&'static str]) -> &'static str {
    usize::try_from(number - 1)
        .ok()
        .and_then(|index| names.get(index))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;

    #[test]
    fn dates_are_written_as_people_write_them() {
        let at = WallTime::from(datetime(2026, 11, 25, 10, 30, 0, 0));
        assert_eq!(at.long_date(Locale::Da), "onsdag 25. november 2026");
        assert_eq!(at.day_and_month(Locale::En), "Wednesday 25 November");
        assert_eq!(at.clock(Locale::Da), "kl. 10.30");
        assert_eq!(at.clock(Locale::En), "10:30");
        assert_eq!(at.long_date(Locale::Ar), "الأربعاء 25 نوفمبر 2026");
        assert_eq!(at.clock(Locale::Ar), "الساعة 10:30");
        assert_eq!(at.machine(), "2026-11-25T10:30");
        assert_eq!(short_date(date(2026, 11, 21), Locale::Da), "21. november 2026");
        let narrow = |month, locale| narrow_date(date(2026, month, 1), locale).replace('\u{a0}', " ");
        assert_eq!(narrow(11, Locale::Da), "1. nov. 2026");
        assert_eq!(narrow(5, Locale::Da), "1. maj 2026");
        assert_eq!(narrow(3, Locale::En), "1 Mar 2026");
        assert_eq!(narrow(11, Locale::Ar), "1 نوفمبر 2026");
    }

    #[test]
    fn winter_is_one_hour_from_utc_and_summer_two() {
        let utc = |local| moment_in_denmark(local).unwrap().to_string();
        assert_eq!(utc(datetime(2026, 11, 25, 10, 0, 0, 0)), "2026-11-25T09:00:00Z");
        assert_eq!(utc(datetime(2026, 6, 25, 10, 0, 0, 0)), "2026-06-25T08:00:00Z");
    }

    #[test]
    fn the_hours_of_the_changing_clock_have_one_meaning() {
        let utc = |local| moment_in_denmark(local).unwrap().to_string();
        // 29 March 2026: 02:00 becomes 03:00, so 02:30 is never shown.
        assert_eq!(utc(datetime(2026, 3, 29, 2, 30, 0, 0)), "2026-03-29T01:30:00Z");
        // 25 October 2026: 03:00 becomes 02:00, so 02:30 is shown twice; the first is meant.
        assert_eq!(utc(datetime(2026, 10, 25, 2, 30, 0, 0)), "2026-10-25T00:30:00Z");
    }
}
