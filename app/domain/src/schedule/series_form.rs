//! The form of a series: its dates, or a rule by which one follows another.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read, number, parse_date};
use super::hours_text::{clock, parse_clock};
use super::series_edit::SeriesEdit;
use crate::appointments::{MOST_WEEKS_BETWEEN_DATES, SERIES_DATES, Series, SeriesDates, SeriesRule};
use crate::digits::western_digits;
use crate::ids::{AdviserId, LocationId, ServiceId};
use crate::recurrence::{Recurrence, Repeats};
use crate::white_space::fold_white_space;

/// The most weeks from the beginning of one series to that of the next.
const MOST_WEEKS: i64 = 52;

/// A series as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesForm {
    pub location: String,
    pub adviser: String,
    pub kind: SeriesKind,
    /// A date and a time of day on each line.
    pub listed: String,
    /// 1 (Monday) to 7.
    pub weekday: String,
    pub clock: String,
    /// How many dates it has.
    pub times: String,
    /// How many weeks there are from one of its dates to the next.
    pub every_weeks: String,
    pub begins: Begins,
    /// How many weeks there are from one beginning to the next.
    pub begins_every: String,
    /// No series begins before; empty where that is not said.
    pub first_day: String,
    /// No series begins after; empty where that is not said.
    pub last_day: String,
}

/// How a series' dates are said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesKind {
    #[default]
    Listed,
    Rule,
}

/// On which of its weekdays a series begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Begins {
    /// Every so many weeks.
    #[default]
    EveryWeeks,
    First,
    Second,
    Third,
    Fourth,
    Fifth,
    /// The last of a month.
    Last,
}

impl Begins {
    /// Every choice, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::EveryWeeks,
        Self::First,
        Self::Second,
        Self::Third,
        Self::Fourth,
        Self::Fifth,
        Self::Last,
    ];

    /// The name in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EveryWeeks => "every_weeks",
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Fifth => "fifth",
            Self::Last => "last",
        }
    }

    /// Which of the month it is, as rules say it; -1 is the last.
    fn of_month(self) -> Option<i8> {
        match self {
            Self::EveryWeeks => None,
            Self::First => Some(1),
            Self::Second => Some(2),
            Self::Third => Some(3),
            Self::Fourth => Some(4),
            Self::Fifth => Some(5),
            Self::Last => Some(-1),
        }
    }

    /// How a rule says it.
    pub fn from_repeats(repeats: Repeats) -> Self {
        match repeats {
            Repeats::NthOfMonth { nth } => Self::ALL
                .into_iter()
                .find(|begins| begins.of_month() == Some(nth))
                .unwrap_or_default(),
            Repeats::Weekly | Repeats::EveryWeeks { .. } => Self::EveryWeeks,
        }
    }
}

impl SeriesForm {
    /// The form of a series that is to come.
    pub fn of_new() -> Self {
        Self {
            weekday: "1".to_owned(),
            every_weeks: "1".to_owned(),
            begins_every: "1".to_owned(),
            ..Self::default()
        }
    }

    /// A series as it is.
    pub fn of(series: &Series) -> Self {
        let whose = Self {
            location: series.location.to_string(),
            adviser: series.adviser.to_string(),
            ..Self::of_new()
        };
        match &series.dates {
            SeriesDates::Listed(dates) => Self {
                listed: dates
                    .iter()
                    .map(|date| line(*date))
                    .collect::<Vec<_>>()
                    .join("\n"),
                ..whose
            },
            SeriesDates::Rule(rule) => whose.with(rule),
        }
    }

    fn with(self, rule: &SeriesRule) -> Self {
        let begins = &rule.begins;
        let typed = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        Self {
            kind: SeriesKind::Rule,
            weekday: rule.weekday.to_string(),
            clock: clock(rule.from),
            times: rule.times.to_string(),
            every_weeks: rule.every_weeks.to_string(),
            begins: Begins::from_repeats(begins.repeats),
            begins_every: match begins.repeats {
                Repeats::EveryWeeks { weeks, .. } => weeks.to_string(),
                Repeats::Weekly | Repeats::NthOfMonth { .. } => "1".to_owned(),
            },
            first_day: typed(begins.valid_from),
            last_day: typed(begins.valid_to),
            ..self
        }
    }

    /// `was` is the series that the form was made of.
    pub(super) fn read(&self, service: &ServiceId, was: Option<&Series>) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let location = LocationId::parse(&self.location).map_err(|_| Problem::Missing);
        let location = problems.keep("location", location);
        let adviser = AdviserId::parse(&self.adviser).map_err(|_| Problem::Missing);
        let adviser = problems.keep("adviser", adviser);
        let dates = match self.kind {
            SeriesKind::Listed => {
                let dates = problems.keep("listed", read_lines(&self.listed));
                dates.map(SeriesDates::Listed)
            }
            SeriesKind::Rule => self.read_rule(was, &mut problems).map(SeriesDates::Rule),
        };
        let read = location.zip(adviser).zip(dates);
        problems.finish(read.map(|((location, adviser), dates)| {
            let becomes = Series {
                location,
                adviser,
                dates,
            };
            let edit = match was.cloned() {
                Some(was) => SeriesEdit::Change { was, becomes },
                None => SeriesEdit::Add(becomes),
            };
            ScheduleEdit::Series(service.clone(), Box::new(edit))
        }))
    }

    fn read_rule(&self, was: Option<&Series>, problems: &mut Problems) -> Option<SeriesRule> {
        let was = was.and_then(rule_of);
        let within = |typed: &str, limits| number(typed, limits).ok_or(Problem::NotWithin);
        let weekday = i8::try_from(number(&self.weekday, 1..=7).unwrap_or_default());
        let weekday = weekday.ok().filter(|day| *day > 0).ok_or(Problem::Missing);
        let weekday = problems.keep("weekday", weekday);
        let from = parse_clock(&western_digits(&self.clock)).map_err(|_| Problem::NotAClock);
        let from = problems.keep("clock", from);
        let times = problems.keep("times", within(&self.times, SERIES_DATES));
        let weeks = within(&self.every_weeks, 1..=MOST_WEEKS_BETWEEN_DATES);
        let every_weeks = problems.keep("every_weeks", weeks);
        let begins = self.read_begins(weekday, was, problems);
        let rule = SeriesRule {
            weekday: weekday?,
            from: from?,
            begins: begins?,
            times: times?,
            every_weeks: every_weeks?,
        };
        if rule.never_begins() {
            problems.add("last_day", Problem::NeverBegins);
        }
        Some(rule)
    }

    fn read_begins(
        &self,
        weekday: Option<i8>,
        was: Option<&SeriesRule>,
        problems: &mut Problems,
    ) -> Option<Recurrence> {
        let first = problems.keep("first_day", optional_date(&self.first_day));
        let last = problems.keep("last_day", optional_date(&self.last_day));
        let repeats = match self.begins.of_month() {
            Some(nth) => Some(Repeats::NthOfMonth { nth }),
            None => self.read_weeks(first.flatten(), was, problems),
        };
        let begins = Recurrence {
            repeats: repeats?,
            valid_from: first?,
            valid_to: last?,
            exceptions: vec![],
        };
        Some(with_exceptions(begins, weekday?, was))
    }

    /// Weeks are counted from the first day, or where neither has changed from where they were.
    fn read_weeks(
        &self,
        first: Option<Date>,
        was: Option<&SeriesRule>,
        problems: &mut Problems,
    ) -> Option<Repeats> {
        let weeks = number(&self.begins_every, 1..=MOST_WEEKS).ok_or(Problem::NotWithin);
        let weeks = problems.keep("begins_every", weeks)?;
        if weeks == 1 {
            return Some(Repeats::Weekly);
        }
        let kept = was.filter(|was| was.begins.valid_from == first);
        let repeats = match kept.map(|was| was.begins.repeats) {
            Some(kept @ Repeats::EveryWeeks { weeks: before, .. }) if before == weeks => Ok(kept),
            _ => first
                .map(|anchor| Repeats::EveryWeeks { weeks, anchor })
                .ok_or(Problem::Missing),
        };
        problems.keep("first_day", repeats)
    }
}

fn rule_of(series: &Series) -> Option<&SeriesRule> {
    match &series.dates {
        SeriesDates::Rule(rule) => Some(rule),
        SeriesDates::Listed(_) => None,
    }
}

/// With the dates on which it was otherwise, which only the document can say, where they still are dates of it.
fn with_exceptions(begins: Recurrence, weekday: i8, was: Option<&SeriesRule>) -> Recurrence {
    let was = was.into_iter().flat_map(|was| &was.begins.exceptions);
    let exceptions = was.filter(|exception| begins.includes(exception.date, weekday));
    Recurrence {
        exceptions: exceptions.copied().collect(),
        ..begins
    }
}

fn optional_date(typed: &str) -> Result<Option<Date>, Problem> {
    if typed.trim().is_empty() {
        Ok(None)
    } else {
        parse_date(typed).map(Some)
    }
}

/// "2-12-2026 kl. 10" on each line, in any order.
fn read_lines(typed: &str) -> Result<Vec<DateTime>, Problem> {
    let lines = (1..).zip(typed.lines());
    let mut dates = lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| read_line(line).ok_or(Problem::NotADateLine(number)))
        .collect::<Result<Vec<_>, _>>()?;
    dates.sort_unstable();
    let is_series = i64::try_from(dates.len()).is_ok_and(|count| SERIES_DATES.contains(&count));
    is_series.then_some(dates).ok_or(Problem::NotSoManyDates)
}

fn read_line(typed: &str) -> Option<DateTime> {
    let typed = fold_white_space(&western_digits(typed)).replace('T', " ");
    let (date, clock) = typed.split_once("kl").or_else(|| typed.rsplit_once(' '))?;
    let clock = parse_clock(clock.trim_start_matches('.')).ok()?;
    Some(parse_date(date).ok()?.to_datetime(clock))
}

fn line(date: DateTime) -> String {
    let day = date.date();
    format!(
        "{}-{}-{} kl. {}",
        day.day(),
        day.month(),
        day.year(),
        clock(date.time())
    )
}

#[cfg(test)]
#[path = "series_form_tests.rs"]
mod tests;
