//! The form of when a service can be booked, its drawing and what staff go through.

use serde::{Deserialize, Serialize};

use super::edit::{EditProblem, ScheduleEdit, find_service};
use super::fields::{Problem, Problems, Read, line, minutes, number};
use super::general_form::{HORIZON_DAYS, LEAD_MINUTES};
use super::typed::TypedText;
use crate::appointments::{ScheduleDocument, Service};
use crate::ids::ServiceId;
use crate::locale::LocalizedText;

/// When a service can be booked, and what belongs to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRulesForm {
    /// In minutes, as typed.
    pub start_every: String,
    /// In minutes; empty where it is as for all.
    pub lead: String,
    /// In days; empty where it is as for all.
    pub horizon: String,
    /// The name of a drawing.
    pub picture: String,
    /// What staff go through, a line each.
    pub check_list: TypedText,
}

/// The same, read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRules {
    pub start_every_minutes: i64,
    pub lead_minutes: Option<i64>,
    pub horizon_days: Option<i64>,
    pub picture: String,
    pub check_list: Vec<LocalizedText>,
}

impl ServiceRulesForm {
    /// A service as it is.
    pub fn of(service: &Service) -> Self {
        let typed = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        Self {
            start_every: service.start_every_minutes.to_string(),
            lead: typed(service.lead_minutes),
            horizon: typed(service.horizon_days),
            picture: service.picture.clone(),
            check_list: TypedText::of_lines(&service.check_list),
        }
    }

    pub(super) fn read(&self, service: &ServiceId) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let start_every = problems.keep("start_every", minutes(&self.start_every, 5..=480));
        let lead = problems.keep("lead", optional(&self.lead, LEAD_MINUTES));
        let horizon = problems.keep("horizon", optional(&self.horizon, HORIZON_DAYS));
        let picture = problems.keep("picture", line(&self.picture));
        let read = start_every.zip(picture).zip(lead.zip(horizon));
        problems.finish(
            read.map(|((start_every_minutes, picture), (lead_minutes, horizon_days))| {
                let rules = ServiceRules {
                    start_every_minutes,
                    lead_minutes,
                    horizon_days,
                    picture,
                    check_list: self.check_list.read_lines(),
                };
                ScheduleEdit::ServiceRules(service.clone(), Box::new(rules))
            }),
        )
    }
}

impl ServiceRules {
    pub(super) fn apply(&self, id: &ServiceId, document: &mut ScheduleDocument) -> Result<(), EditProblem> {
        let found = find_service(document, id)?;
        found.start_every_minutes = self.start_every_minutes;
        found.lead_minutes = self.lead_minutes;
        found.horizon_days = self.horizon_days;
        found.picture.clone_from(&self.picture);
        found.check_list.clone_from(&self.check_list);
        Ok(())
    }
}

fn optional(typed: &str, limits: std::ops::RangeInclusive<i64>) -> Result<Option<i64>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    number(typed, limits).map(Some).ok_or(Problem::NotWithin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fjordby() -> ScheduleDocument {
        serde_json::from_str(include_str!("../../../../content/demo/fjordby.json")).unwrap()
    }

    #[test]
    fn what_is_shown_of_each_service_can_be_typed() {
        let document = fjordby();
        for service in &document.services {
            let edit = ServiceRulesForm::of(service).read(&service.id).unwrap();
            assert_eq!(edit.apply(&document).as_ref(), Ok(&document), "{}", service.id);
        }
    }

    #[test]
    fn an_empty_field_is_as_for_all_and_a_wrong_one_is_told() {
        let document = fjordby();
        let service = &document.services[0];
        let typed = |lead: &str, horizon: &str, start_every: &str| {
            ServiceRulesForm {
                lead: lead.into(),
                horizon: horizon.into(),
                start_every: start_every.into(),
                ..ServiceRulesForm::of(service)
            }
            .read(&service.id)
        };
        let changed = typed("", "14", "10").unwrap().apply(&document).unwrap();
        let found = &changed.services[0];
        assert_eq!((found.lead_minutes, found.horizon_days), (None, Some(14)));
        assert_eq!(found.start_every_minutes, 10);
        let fields: Vec<_> = typed("snart", "0", "7")
            .unwrap_err()
            .into_iter()
            .map(|found| found.field)
            .collect();
        assert_eq!(fields, ["start_every", "lead", "horizon"]);
    }
}
