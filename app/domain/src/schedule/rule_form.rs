//! The form of one rule of opening hours or shifts: its weekday, how often, from when to when, and the dates on which it is
//! otherwise.

use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read, number, parse_date};
use super::hours_text::{hours_text, parse_hours};
use super::rule_edit::{Rule, RuleEdit, RuleOf};
use super::typed_recurrence::{Begins, TypedRecurrence};
use crate::recurrence::{Exception, Hours, Recurrence};
use crate::white_space::fold_white_space;

/// A rule as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleForm {
    /// 1 (Monday) to 7.
    pub weekday: String,
    /// "16-19".
    pub hours: String,
    pub begins: Begins,
    /// How many weeks there are from one date to the next.
    pub begins_every: String,
    /// It does not hold before; empty where that is not said.
    pub first_day: String,
    /// It does not hold after; empty where that is not said.
    pub last_day: String,
    /// A date on each line, and its hours where there are any.
    pub exceptions: String,
}

impl RuleForm {
    /// The form of a rule that is to come.
    pub fn of_new() -> Self {
        Self {
            weekday: "1".to_owned(),
            begins_every: "1".to_owned(),
            ..Self::default()
        }
    }

    /// A rule as it is.
    pub fn of(rule: &Rule) -> Self {
        let when = TypedRecurrence::of(&rule.when);
        let exceptions: Vec<_> = rule.when.exceptions.iter().map(line).collect();
        Self {
            weekday: rule.weekday.to_string(),
            hours: hours_text(&[rule.hours]),
            begins: when.begins,
            begins_every: when.every,
            first_day: when.first_day,
            last_day: when.last_day,
            exceptions: exceptions.join("\n"),
        }
    }

    /// `was` is the rule that the form was made of.
    pub(super) fn read(&self, of: &RuleOf, was: Option<&Rule>) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let becomes = self.read_rule(was, &mut problems);
        problems.finish(becomes.map(|becomes| {
            let edit = match was.cloned() {
                Some(was) => RuleEdit::Change { was, becomes },
                None => RuleEdit::Add(becomes),
            };
            ScheduleEdit::Rule(of.clone(), Box::new(edit))
        }))
    }

    fn read_rule(&self, was: Option<&Rule>, problems: &mut Problems) -> Option<Rule> {
        let weekday = number(&self.weekday, 1..=7).and_then(|day| i8::try_from(day).ok());
        let weekday = problems.keep("weekday", weekday.ok_or(Problem::Missing));
        let hours = problems.keep("hours", one_stretch(&self.hours));
        let when = self.dates().read(weekday, was.map(|was| &was.when), problems);
        if when.as_ref().is_some_and(is_backwards) {
            problems.add("last_day", Problem::Backwards);
            return None;
        }
        let exceptions = problems.keep("exceptions", self.read_exceptions(weekday, when.as_ref()));
        let when = Recurrence {
            exceptions: exceptions?,
            ..when?
        };
        Some(Rule {
            weekday: weekday?,
            hours: hours?,
            when,
        })
    }

    fn dates(&self) -> TypedRecurrence {
        TypedRecurrence {
            begins: self.begins,
            every: self.begins_every.clone(),
            first_day: self.first_day.clone(),
            last_day: self.last_day.clone(),
        }
    }

    /// The dates that are otherwise, each once and one on which the rule would hold.
    fn read_exceptions(
        &self,
        weekday: Option<i8>,
        when: Option<&Recurrence>,
    ) -> Result<Vec<Exception>, Problem> {
        let mut exceptions: Vec<Exception> = Vec::new();
        for (number, typed) in (1..).zip(self.exceptions.lines()) {
            if typed.trim().is_empty() {
                continue;
            }
            let read = read_line(typed).ok_or(Problem::NotAnException(number))?;
            let stands = exceptions.iter().any(|earlier| earlier.date == read.date);
            let is_its = weekday
                .zip(when)
                .is_none_or(|(day, when)| when.includes(read.date, day));
            if stands || !is_its {
                return Err(Problem::NotAnException(number));
            }
            exceptions.push(read);
        }
        exceptions.sort_by_key(|exception| exception.date);
        Ok(exceptions)
    }
}

fn is_backwards(when: &Recurrence) -> bool {
    when.valid_from
        .zip(when.valid_to)
        .is_some_and(|(first, last)| last < first)
}

fn one_stretch(typed: &str) -> Result<Hours, Problem> {
    let hours = parse_hours(typed).map_err(|_| Problem::NotHours)?;
    match hours[..] {
        [] => Err(Problem::Missing),
        [hours] => Ok(hours),
        _ => Err(Problem::NotOneStretch),
    }
}

/// "24-12-2026" for a date on which it does not hold, "24-12-2026 10-12" for one with other hours.
fn read_line(typed: &str) -> Option<Exception> {
    let typed = fold_white_space(typed);
    let (date, hours) = typed.split_once(' ').unwrap_or((&typed, ""));
    Some(Exception {
        date: parse_date(date.trim_end_matches([':', ','])).ok()?,
        hours: match hours {
            "" => None,
            typed => Some(one_stretch(typed).ok()?),
        },
    })
}

fn line(exception: &Exception) -> String {
    let date = exception.date;
    let day = format!("{}-{}-{}", date.day(), date.month(), date.year());
    match exception.hours {
        Some(hours) => format!("{day} {}", hours_text(&[hours])),
        None => day,
    }
}
