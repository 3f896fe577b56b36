//! The forms of a new service and a new adviser: what is needed to begin. The rest is said in the forms that change them.

use serde::{Deserialize, Serialize};

use super::addition::Addition;
use super::fields::{Problem, Problems, Read, line, minutes};
use super::new_id::id_of;
use super::skills_form::SkillsForm;
use super::typed::TypedText;
use crate::appointments::{Adviser, Service, Way};
use crate::ids::{AdviserId, ServiceId};

/// The drawing of a service that has none of its own.
const PICTURE: &str = "doer-tid.svg";

/// A service that one is to be helped with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewServiceForm {
    pub name: TypedText,
    pub summary: TypedText,
    /// In minutes, as typed.
    pub duration: String,
}

/// Somebody who is to be booked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAdviserForm {
    /// What colleagues call them, of which their id is made. Citizens never see it.
    pub name: String,
    pub skills: SkillsForm,
}

impl NewServiceForm {
    pub(super) fn read(&self) -> Read<Addition> {
        let mut problems = Problems::default();
        let name = problems.keep("name_da", self.name.read().ok_or(Problem::Missing));
        let summary = problems.keep("summary_da", self.summary.read().ok_or(Problem::Missing));
        let duration = problems.keep("duration", minutes(&self.duration, 5..=480));
        let read = name.zip(summary).zip(duration);
        problems.finish(read.map(|((name, summary), duration_minutes)| {
            Addition::Service(Service {
                id: ServiceId::parse(&id_of(&name.da, "ydelse")).expect("it is made of the letters of ids"),
                name,
                summary,
                picture: PICTURE.to_owned(),
                duration_minutes,
                start_every_minutes: duration_minutes,
                lead_minutes: None,
                horizon_days: None,
                buffer_before_minutes: 0,
                buffer_after_minutes: 0,
                seats: 1,
                uses: vec![],
                series: None,
                ways: vec![Way::InPerson],
                who_may_come: None,
                bring: vec![],
                check_list: vec![],
            })
        }))
    }
}

impl NewAdviserForm {
    pub(super) fn read(&self) -> Read<Addition> {
        let mut problems = Problems::default();
        let name = problems.keep("name", line(&self.name));
        let (services, languages) = self.skills.read_into(&mut problems);
        let read = name.zip(services.zip(languages));
        problems.finish(read.map(|(name, (services, languages))| {
            Addition::Adviser(Adviser {
                id: AdviserId::parse(&id_of(&name, "medarbejder")).expect("it is made of the letters of ids"),
                services,
                languages,
                shifts: vec![],
                absences: vec![],
            })
        }))
    }
}
