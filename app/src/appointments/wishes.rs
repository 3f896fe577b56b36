//! What the visitor has said before they saw any times: how they want to meet, and what they need.

use domain::appointments::{AskedBy, Asking, ExtraTime, Needs, NeedsForm, Service, Way};
use domain::ids::ServiceId;
use serde::{Deserialize, Serialize};
use tower_sessions::Session;

use crate::error::AppResult;
use crate::server_side::{WISHES, recall};

/// As the session keeps it. It is kept for other services and places too: what somebody needs does not change with them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// How they want to meet, for the service that was asked about.
    way: Option<(ServiceId, Way)>,
    needs: Needs,
}

/// The wishes in the session; none where nothing was said.
pub async fn wishes(session: &Session) -> AppResult<Wishes> {
    Ok(recall(session, WISHES).await?.unwrap_or_default())
}

impl Wishes {
    /// Of a service.
    pub fn new(service: &Service, way: Option<Way>, needs: Needs) -> Self {
        Self {
            way: way.map(|way| (service.id.clone(), way)),
            needs,
        }
    }

    /// How they want to meet for a service, where it was said.
    pub fn way(&self, service: &Service) -> Option<Way> {
        let (asked_about, way) = self.way.as_ref()?;
        let is_given = *asked_about == service.id && service.ways.contains(way);
        is_given.then_some(*way)
    }

    /// What is needed with a service. Extra time is longer with a longer one.
    pub fn needs(&self, service: &Service) -> Needs {
        let mut needs = self.needs.clone();
        if !needs.extra_time.is_none() {
            needs.extra_time = ExtraTime::offered(service);
        }
        needs
    }

    /// What is asked for when a citizen looks for times of a service.
    pub fn asking(&self, service: &Service) -> Asking {
        Asking {
            by: AskedBy::Citizen,
            way: self.way(service),
            needs: self.needs(service),
        }
    }

    /// The form as it was answered.
    pub fn form(&self, service: &Service) -> NeedsForm {
        let tag = |language: &Option<_>| language.as_ref().map(ToString::to_string).unwrap_or_default();
        NeedsForm {
            way: self.way(service),
            language: tag(&self.needs.language),
            interpreter: tag(&self.needs.interpreter),
            needs: self.needs.said(),
        }
    }
}
