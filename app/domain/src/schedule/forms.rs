//! The forms in which a schedule is changed: made of the schedule, typed into, and read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::absence_form::AbsenceForm;
use super::addition::Addition;
use super::closing_day_form::ClosingDayForm;
use super::edit::ScheduleEdit;
use super::fields::Read;
use super::general_form::GeneralForm;
use super::hours_form::HoursForm;
use super::kept_form::KeptForm;
use super::new_forms::{NewAdviserForm, NewServiceForm};
use super::new_resource_form::NewResourceForm;
use super::place_form::PlaceForm;
use super::removal::Removal;
use super::resources_form::ResourcesForm;
use super::rule_edit::{Rule, RuleOf};
use super::rule_form::RuleForm;
use super::series_form::SeriesForm;
use super::service_form::ServiceForm;
use super::service_rules_form::ServiceRulesForm;
use super::skills_form::SkillsForm;
use crate::appointments::Series;
use crate::ids::{AdviserId, LocationId, ServiceId};

/// What is typed to change the schedule, whichever form it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditForm {
    ClosingDay(ClosingDayForm),
    Absence(AbsenceForm),
    Hours(LocationId, HoursForm),
    Place(LocationId, PlaceForm),
    Kept(LocationId, KeptForm),
    /// A rule as it was when the form was opened, or a new one.
    Rule(RuleOf, Option<Box<Rule>>, RuleForm),
    General(GeneralForm),
    Shifts(AdviserId, LocationId, HoursForm),
    Skills(AdviserId, SkillsForm),
    Service(ServiceId, Box<ServiceForm>),
    ServiceRules(ServiceId, Box<ServiceRulesForm>),
    /// A series as it was when the form was opened, or a new one.
    Series(ServiceId, Option<Box<Series>>, Box<SeriesForm>),
    /// What a place has.
    Resources(LocationId, ResourcesForm),
    NewResource(LocationId, NewResourceForm),
    NewLocation(PlaceForm),
    NewService(NewServiceForm),
    NewAdviser(NewAdviserForm),
    /// Nothing is typed: what is on the page is to go.
    Remove(Removal),
}

impl EditForm {
    /// The change that was typed, or everything that is wrong with it.
    pub fn read(&self, today: Date) -> Read<ScheduleEdit> {
        match self {
            Self::ClosingDay(form) => form.read(today).map(ScheduleEdit::Close),
            Self::Absence(form) => form
                .read(today)
                .map(|(adviser, absence)| ScheduleEdit::AddAbsence(adviser, absence)),
            Self::Hours(location, form) => Ok(ScheduleEdit::Hours(location.clone(), form.read()?)),
            Self::Place(location, form) => form.read(location),
            Self::Kept(location, form) => form.read(location),
            Self::Rule(of, was, form) => form.read(of, was.as_deref()),
            Self::General(form) => form.read(),
            Self::Shifts(adviser, location, form) => Ok(ScheduleEdit::Shifts(
                adviser.clone(),
                location.clone(),
                form.read()?,
            )),
            Self::Skills(adviser, form) => form.read(adviser),
            Self::Service(service, form) => form.read(service),
            Self::ServiceRules(service, form) => form.read(service),
            Self::Series(service, was, form) => form.read(service, was.as_deref()),
            Self::Resources(_, form) => form.read(),
            Self::NewResource(location, form) => form.read(location).map(add),
            Self::NewLocation(form) => form.read_new().map(|new| add(Addition::Location(new))),
            Self::NewService(form) => form.read().map(add),
            Self::NewAdviser(form) => form.read().map(add),
            Self::Remove(removal) => Ok(ScheduleEdit::Remove(removal.clone())),
        }
    }
}

fn add(addition: Addition) -> ScheduleEdit {
    ScheduleEdit::Add(Box::new(addition))
}

#[cfg(test)]
#[path = "forms_tests.rs"]
mod tests;
