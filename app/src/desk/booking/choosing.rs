//! The place and the service that staff book for: what they ask for, or else what they most likely mean.

use domain::appointments::{Location, Schedule, Service, service_meant};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use domain::staff::Workplaces;
use jiff::civil::Date;

use super::making::StaffDraft;
use crate::error::{AppError, AppResult};

/// What an address asks for. What is left out or no such thing is none.
pub struct Asked {
    pub location: Option<LocationId>,
    pub service: Option<ServiceId>,
    /// The beginning of a word of a service.
    pub search: String,
    pub day: Option<Date>,
}

/// What is booked, and what else could be.
pub struct Chosen<'a> {
    pub location: &'a Location,
    /// The places of whoever books.
    pub locations: Vec<&'a Location>,
    pub service: &'a Service,
    /// What the place gives.
    pub services: Vec<&'a Service>,
    /// The search meant no service of the place.
    pub nothing_meant: bool,
}

impl Asked {
    /// Reads an address.
    pub fn new(location: &str, service: &str, search: String, day: &str) -> Self {
        Self {
            location: LocationId::parse(location).ok(),
            service: ServiceId::parse(service).ok(),
            search,
            day: day.parse().ok(),
        }
    }

    /// What was searched for comes first, then what is asked for, then what was being filled in, then the first there is.
    pub fn choose<'a>(
        &self,
        schedule: &'a Schedule,
        own: &Workplaces,
        draft: Option<&StaffDraft>,
        locale: Locale,
    ) -> AppResult<Chosen<'a>> {
        let before = draft.map(|typed| &typed.draft);
        let locations: Vec<_> = schedule
            .locations
            .iter()
            .filter(|location| own.include(&location.id))
            .collect();
        let wanted = self.location.as_ref().or(before.map(|draft| &draft.location));
        let wanted = locations.iter().find(|location| Some(&location.id) == wanted);
        let location = *wanted.or(locations.first()).ok_or(AppError::Forbidden)?;

        let is_given = |service: &&Service| schedule.advisers_at(&service.id, &location.id).next().is_some();
        let services: Vec<_> = schedule.services.iter().filter(is_given).collect();
        let meant = service_meant(services.iter().copied(), &self.search, locale);
        let wanted = self.service.as_ref().or(before.map(|draft| &draft.service));
        let wanted = services
            .iter()
            .copied()
            .find(|service| Some(&service.id) == wanted);
        let service = meant
            .or(wanted)
            .or(services.first().copied())
            .ok_or(AppError::NotFound)?;
        Ok(Chosen {
            location,
            locations,
            service,
            services,
            nothing_meant: meant.is_none() && !self.search.trim().is_empty(),
        })
    }
}
