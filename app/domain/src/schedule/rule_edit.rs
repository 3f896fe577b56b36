//! Single rules of opening hours and shifts come, change and go.

use serde::{Deserialize, Serialize};

use super::edit::{EditProblem, find_adviser, find_location, take_out};
use crate::appointments::{Adviser, ScheduleDocument, Shift};
use crate::ids::{AdviserId, LocationId};
use crate::opening::WeeklyHours;
use crate::recurrence::{Hours, Recurrence};

/// Whose hours they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleOf {
    /// When a place is open.
    Place(LocationId),
    /// When an adviser works at a place.
    Shifts(AdviserId, LocationId),
}

/// Hours on a weekday, and on which dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// 1 (Monday) to 7.
    pub weekday: i8,
    pub hours: Hours,
    pub when: Recurrence,
}

/// A change of one rule. They have no ids: one is known by what it was when the form was opened, so of two who change it the
/// second is told that it is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleEdit {
    Add(Rule),
    Change { was: Rule, becomes: Rule },
    Remove(Rule),
}

impl RuleOf {
    /// The rules as they stand, in the order of their numbers. None where the place or adviser is not there.
    pub fn rules(&self, document: &ScheduleDocument) -> Vec<Rule> {
        match self {
            Self::Place(id) => {
                let place = document.locations.iter().find(|place| place.id == *id);
                let hours = place.into_iter().flat_map(|place| &place.hours);
                hours.map(Rule::from).collect()
            }
            Self::Shifts(id, location) => {
                let adviser = document.advisers.iter().find(|adviser| adviser.id == *id);
                let shifts = adviser.into_iter().flat_map(|adviser| &adviser.shifts);
                let there = shifts.filter(|shift| shift.location == *location);
                there.map(Rule::from).collect()
            }
        }
    }
}

impl RuleEdit {
    pub(super) fn apply(&self, of: &RuleOf, document: &mut ScheduleDocument) -> Result<(), EditProblem> {
        let mut rules = of.rules(document);
        match self {
            Self::Add(rule) => rules.push(rule.clone()),
            Self::Change { was, becomes } => {
                let found = rules.iter_mut().find(|rule| *rule == was);
                *found.ok_or(EditProblem::Gone)? = becomes.clone();
            }
            Self::Remove(rule) => take_out(&mut rules, |other| other == rule)?,
        }
        match of {
            RuleOf::Place(id) => {
                let place = find_location(document, id)?;
                place.hours = rules.iter().map(WeeklyHours::from).collect();
                place.hours.sort_by_key(|hours| (hours.weekday, hours.opens));
            }
            RuleOf::Shifts(id, location) => set_shifts(find_adviser(document, id)?, location, &rules),
        }
        Ok(())
    }
}

fn set_shifts(adviser: &mut Adviser, location: &LocationId, rules: &[Rule]) {
    adviser.shifts.retain(|shift| shift.location != *location);
    adviser.shifts.extend(rules.iter().map(|rule| Shift {
        location: location.clone(),
        weekday: rule.weekday,
        from: rule.hours.from,
        to: rule.hours.to,
        when: rule.when.clone(),
    }));
}

impl From<&WeeklyHours> for Rule {
    fn from(hours: &WeeklyHours) -> Self {
        Self {
            weekday: hours.weekday,
            hours: hours.hours(),
            when: hours.when.clone(),
        }
    }
}

impl From<&Rule> for WeeklyHours {
    fn from(rule: &Rule) -> Self {
        Self {
            weekday: rule.weekday,
            opens: rule.hours.from,
            closes: rule.hours.to,
            when: rule.when.clone(),
        }
    }
}

impl From<&Shift> for Rule {
    fn from(shift: &Shift) -> Self {
        Self {
            weekday: shift.weekday,
            hours: shift.hours(),
            when: shift.when.clone(),
        }
    }
}

#[cfg(test)]
#[path = "rule_tests.rs"]
mod tests;
