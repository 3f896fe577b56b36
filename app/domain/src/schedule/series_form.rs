//! The form of a series: its dates, or a rule by which one follows another.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read, number, parse_date};
use super::hours_text::{clock, parse_clock};
use super::series_edit::SeriesEdit;
use super::typed_recurrence::{Begins, TypedRecurrence};
use crate::appointments::{MOST_WEEKS_BETWEEN_DATES, SERIES_DATES, Series, SeriesDates, SeriesRule};
use crate::digits::western_digits;
use crate::ids::{AdviserId, LocationId, ServiceId};
use crate::white_space::fold_white_space;

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
        let begins = TypedRecurrence::of(&rule.begins);
        Self {
            kind: SeriesKind::Rule,
            weekday: rule.weekday.to_string(),
            clock: clock(rule.from),
            times: rule.times.to_string(),
            every_weeks: rule.every_weeks.to_string(),
            begins: begins.begins,
            begins_every: begins.every,
            first_day: begins.first_day,
            last_day: begins.last_day,
            ..self
        }
    }

    /// When it begins, as typed.
    fn begins(&self) -> TypedRecurrence {
        TypedRecurrence {
            begins: self.begins,
            every: self.begins_every.clone(),
            first_day: self.first_day.clone(),
            last_day: self.last_day.clone(),
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
        let begins = self.begins().read(weekday, was.map(|was| &was.begins), problems);
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
}

fn rule_of(series: &Series) -> Option<&SeriesRule> {
    match &series.dates {
        SeriesDates::Rule(rule) => Some(rule),
        SeriesDates::Listed(_) => None,
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
