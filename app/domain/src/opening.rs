//! Opening hours: weekly hours, public holidays and the municipality's own closing days.

use computus::gregorian_jiff_date as easter_sunday;
use jiff::{
    ToSpan,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

use crate::locale::{Locale, LocalizedText};
use crate::recurrence::{Hours, Recurrence};
use crate::time::bare_clock;

/// One stretch of opening in a week, in wall time: "Mondays 10 to 15".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WeeklyHours {
    /// 1 (Monday) to 7.
    pub weekday: i8,
    /// First minute that is open, `"10:00"`.
    pub opens: Time,
    /// First minute that is not, `"15:00"`. When it is no later than `opens` it is on the next day.
    pub closes: Time,
    /// On which dates; every week when nothing is said.
    #[serde(default, skip_serializing_if = "Recurrence::is_plain")]
    pub when: Recurrence,
}

impl WeeklyHours {
    /// The hours as they are written.
    pub fn hours(&self) -> Hours {
        Hours {
            from: self.opens,
            to: self.closes,
        }
    }

    /// When the stretch that begins on `date` is, if one does.
    fn on(&self, date: Date) -> Option<OpenStretch> {
        let hours = self.when.hours_on(date, self.weekday, self.hours())?;
        Some(hours.stretch())
    }
}

/// A day on which everything is closed, beyond the public holidays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClosingDay {
    pub date: Date,
    /// Why, as it is told to people: "Juleaftensdag".
    pub reason: LocalizedText,
}

/// When a place is open: its week, and the municipality's closing days.
#[derive(Debug, Clone, Copy)]
pub struct OpeningRules<'a> {
    pub week: &'a [WeeklyHours],
    pub closing_days: &'a [ClosingDay],
}

/// What is true of a place on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OpeningDay {
    /// Open in these stretches, earliest first; never empty.
    Open(Vec<OpenStretch>),
    /// Closed this weekday every week.
    Closed,
    /// Closed for a reason that is told.
    ClosedFor(String),
}

/// A stretch of opening that begins on a day, as minutes after its midnight on the clock; past 24 hours on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenStretch {
    pub from_minute: i16,
    pub to_minute: i16,
}

impl OpenStretch {
    /// "10-15.30", or "10:00-15:30"; midnight at the end is 24, and what comes after it is the next day's clock. In Arabic in words, for between words from the right two times change places.
    pub fn text(self, locale: Locale) -> String {
        let clock = |minute: i16| {
            let of_the_day = if minute > 24 * 60 {
                minute - 24 * 60
            } else {
                minute
            };
            bare_clock(of_the_day / 60, of_the_day % 60, locale)
        };
        let (from, to) = (clock(self.from_minute), clock(self.to_minute));
        match locale {
            Locale::Da | Locale::En => format!("{from}-{to}"),
            Locale::Ar => format!("من {from} إلى {to}"),
        }
    }
}

impl OpeningRules<'_> {
    /// When the place is open on `date`; a reason for closing is given in `locale`.
    pub fn on(&self, date: Date, locale: Locale) -> OpeningDay {
        if let Some(day) = self.closing_days.iter().find(|day| day.date == date) {
            return OpeningDay::ClosedFor(day.reason.get(locale).to_owned());
        }
        if let Some(name) = public_holiday(date, locale) {
            return OpeningDay::ClosedFor(name.to_owned());
        }
        let stretches = self.stretches(date);
        if stretches.is_empty() {
            OpeningDay::Closed
        } else {
            OpeningDay::Open(stretches)
        }
    }

    /// Whether the place is open at all on `date`.
    pub fn is_closed(&self, date: Date) -> bool {
        !matches!(self.on(date, Locale::Da), OpeningDay::Open(_))
    }

    fn stretches(&self, date: Date) -> Vec<OpenStretch> {
        let mut stretches: Vec<_> = self.week.iter().filter_map(|hours| hours.on(date)).collect();
        stretches.sort_by_key(|stretch| stretch.from_minute);
        stretches
    }
}

/// The name of the Danish public holiday on `date`, if it is one.
///
/// Statutory holidays only (helligdage). 1 May, 5 June, 24 and 31 December are for each municipality to decide and stand in
/// its closing days. Store Bededag was abolished from 2024.
/// Source: the calendar of public holidays at borger.dk, checked November 2026.
pub fn public_holiday(date: Date, locale: Locale) -> Option<&'static str> {
    let (da, en, ar) = fixed_holiday(date).or_else(|| easter_holiday(date))?;
    Some(match locale {
        Locale::Da => da,
        Locale::En => en,
        Locale::Ar => ar,
    })
}

/// A holiday in Danish, English and Arabic.
type Names = (&'static str, &'static str, &'static str);

fn fixed_holiday(date: Date) -> Option<Names> {
    match (date.month(), date.day()) {
        (1, 1) => Some(("Nytårsdag", "New Year's Day", "رأس السنة الميلادية")),
        (12, 25) => Some(("1. juledag", "Christmas Day", "أول أيام عيد الميلاد")),
        (12, 26) => Some(("2. juledag", "Boxing Day", "ثاني أيام عيد الميلاد")),
        _ => None,
    }
}

fn easter_holiday(date: Date) -> Option<Names> {
    let easter = easter_sunday(i32::from(date.year())).ok()?;
    [
        (-3, ("Skærtorsdag", "Maundy Thursday", "خميس العهد")),
        (-2, ("Langfredag", "Good Friday", "الجمعة العظيمة")),
        (0, ("Påskedag", "Easter Sunday", "أحد عيد الفصح")),
        (1, ("2. påskedag", "Easter Monday", "اثنين عيد الفصح")),
        (39, ("Kristi himmelfartsdag", "Ascension Day", "عيد الصعود")),
        (49, ("Pinsedag", "Whit Sunday", "أحد عيد العنصرة")),
        (50, ("2. pinsedag", "Whit Monday", "اثنين عيد العنصرة")),
    ]
    .into_iter()
    .find(|(days, _)| easter.checked_add(days.days()).is_ok_and(|day| day == date))
    .map(|(_, names)| names)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn holidays(year: i16) -> Vec<(i8, i8)> {
        date(year, 1, 1)
            .series(1.day())
            .take_while(|day| day.year() == year)
            .filter(|day| public_holiday(*day, Locale::Da).is_some())
            .map(|day| (day.day(), day.month()))
            .collect()
    }

    #[test]
    fn public_holidays_are_those_of_the_calendar() {
        assert_eq!(
            holidays(2026),
            [
                (1, 1),
                (2, 4),
                (3, 4),
                (5, 4),
                (6, 4),
                (14, 5),
                (24, 5),
                (25, 5),
                (25, 12),
                (26, 12)
            ]
        );
        assert_eq!(
            holidays(2027),
            [
                (1, 1),
                (25, 3),
                (26, 3),
                (28, 3),
                (29, 3),
                (6, 5),
                (16, 5),
                (17, 5),
                (25, 12),
                (26, 12)
            ]
        );
    }

    #[test]
    fn a_day_is_open_closed_or_closed_for_a_reason() {
        let week = [WeeklyHours {
            weekday: 4,
            opens: time(10, 0, 0, 0),
            closes: time(17, 30, 0, 0),
            when: Recurrence::default(),
        }];
        let closing_days = [ClosingDay {
            date: date(2026, 12, 24),
            reason: LocalizedText {
                da: "Juleaftensdag".into(),
                en: None,
                ar: None,
            },
        }];
        let rules = OpeningRules {
            week: &week,
            closing_days: &closing_days,
        };

        let open = OpenStretch {
            from_minute: 600,
            to_minute: 1050,
        };
        assert_eq!(
            rules.on(date(2026, 11, 26), Locale::Da),
            OpeningDay::Open(vec![open])
        );
        assert_eq!(open.text(Locale::Da), "10-17.30");
        assert_eq!(open.text(Locale::Ar), "من 10:00 إلى 17:30");
        let evening = OpenStretch {
            from_minute: 1320,
            to_minute: 1440,
        };
        assert_eq!(evening.text(Locale::Da), "22-24");
        let night = OpenStretch {
            to_minute: 1530,
            ..evening
        };
        assert_eq!(night.text(Locale::En), "22:00-1:30");
        assert_eq!(rules.on(date(2026, 11, 25), Locale::Da), OpeningDay::Closed);
        assert_eq!(
            rules.on(date(2026, 12, 24), Locale::Da),
            OpeningDay::ClosedFor("Juleaftensdag".into())
        );
        assert_eq!(
            rules.on(date(2026, 4, 2), Locale::En),
            OpeningDay::ClosedFor("Maundy Thursday".into())
        );
    }
}
