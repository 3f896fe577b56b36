//! The form of what holds for all places and services: who the municipality is, and how soon and how far ahead one can book.

use serde::{Deserialize, Serialize};

use super::edit::{EditProblem, ScheduleEdit, find_location};
use super::fields::{Problem, Problems, Read, line, number};
use crate::appointments::{BookingRules, ScheduleDocument};
use crate::ids::LocationId;
use crate::municipality::Municipality;

/// How many minutes before it a time can be booked at the latest: at most thirty days.
pub(super) const LEAD_MINUTES: std::ops::RangeInclusive<i64> = 0..=43_200;

/// How many days ahead times can be shown.
pub(super) const HORIZON_DAYS: std::ops::RangeInclusive<i64> = 1..=365;

/// What holds for all, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GeneralForm {
    pub name: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub main_location: String,
    /// In minutes.
    pub lead: String,
    /// In days.
    pub horizon: String,
}

/// What holds for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct General {
    pub municipality: Municipality,
    pub main_location: LocationId,
    pub booking: BookingRules,
}

impl GeneralForm {
    /// What holds as it is.
    pub fn of(document: &ScheduleDocument) -> Self {
        let Municipality {
            name,
            phone,
            email,
            address,
        } = document.municipality.clone();
        Self {
            name,
            phone,
            email,
            address,
            main_location: document.main_location.to_string(),
            lead: document.booking.lead_minutes.to_string(),
            horizon: document.booking.horizon_days.to_string(),
        }
    }

    pub(super) fn read(&self) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let name = problems.keep("name", line(&self.name));
        let phone = problems.keep("phone", line(&self.phone));
        let email = problems.keep("email", line(&self.email));
        let address = problems.keep("address", line(&self.address));
        let main = LocationId::parse(&self.main_location).map_err(|_| Problem::Missing);
        let main = problems.keep("main_location", main);
        let within = |typed: &str, limits| number(typed, limits).ok_or(Problem::NotWithin);
        let lead = problems.keep("lead", within(&self.lead, LEAD_MINUTES));
        let horizon = problems.keep("horizon", within(&self.horizon, HORIZON_DAYS));
        let reached = name.zip(phone).zip(email.zip(address));
        let read = reached.zip(main).zip(lead.zip(horizon));
        problems.finish(read.map(
            |((((name, phone), (email, address)), main_location), (lead_minutes, horizon_days))| {
                ScheduleEdit::General(Box::new(General {
                    municipality: Municipality {
                        name,
                        phone,
                        email,
                        address,
                    },
                    main_location,
                    booking: BookingRules {
                        lead_minutes,
                        horizon_days,
                    },
                }))
            },
        ))
    }
}

impl General {
    pub(super) fn apply(&self, document: &mut ScheduleDocument) -> Result<(), EditProblem> {
        find_location(document, &self.main_location)?;
        document.municipality = self.municipality.clone();
        document.main_location = self.main_location.clone();
        document.booking = self.booking;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fjordby() -> ScheduleDocument {
        serde_json::from_str(include_str!("../../../../content/demo/fjordby.json")).unwrap()
    }

    #[test]
    fn what_is_shown_can_be_typed() {
        let document = fjordby();
        let edit = GeneralForm::of(&document).read().unwrap();
        assert_eq!(edit.apply(&document), Ok(document));
    }

    #[test]
    fn lead_and_horizon_have_their_limits_and_a_place_must_be_there() {
        let document = fjordby();
        let form = GeneralForm {
            lead: "-5".into(),
            horizon: "366".into(),
            phone: " ".into(),
            ..GeneralForm::of(&document)
        };
        let fields: Vec<_> = form
            .read()
            .unwrap_err()
            .into_iter()
            .map(|found| found.field)
            .collect();
        assert_eq!(fields, ["phone", "lead", "horizon"]);
        let gone = GeneralForm {
            main_location: "nowhere".into(),
            ..GeneralForm::of(&document)
        };
        assert_eq!(gone.read().unwrap().apply(&document), Err(EditProblem::Gone));
    }
}
