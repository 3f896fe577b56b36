//! What people can be helped with, and where.

use app::booking::bring;
use app::server_side::AppContext;
use axum::Json;
use axum::extract::State;
use domain::appointments::{Schedule, Service as ScheduledService, Way};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use serde::Serialize;
use utoipa::ToSchema;

use super::answers::ReadingFails;
use super::language::Language;
use super::refusal::Refusal;
use super::{BOOKING, schedule};

/// Every service.
#[derive(Serialize, ToSchema)]
pub struct Services {
    services: Vec<Service>,
}

/// Something that people can be helped with. It costs nothing.
#[derive(Serialize, ToSchema)]
struct Service {
    #[schema(value_type = String, example = "mitid")]
    id: ServiceId,
    #[schema(example = "Få MitID")]
    name: String,
    summary: String,
    /// How long the citizen is there.
    #[schema(example = 30)]
    minutes: i64,
    /// How many can come at once; 1 where each has somebody to themself.
    #[schema(example = 1)]
    seats: i64,
    /// It is a course: its dates are booked together, and it does not move.
    #[schema(example = false)]
    is_course: bool,
    /// How it is given; never empty.
    #[schema(value_type = Vec<MeetingWay>)]
    ways: Vec<Way>,
    /// Who it is for, where it is not for everybody.
    who_may_come: Option<String>,
    /// What to bring, a line each.
    bring: Vec<String>,
    /// The ids of the places that give it.
    #[schema(value_type = Vec<String>, example = json!(["borgerservice", "bibliotek"]))]
    locations: Vec<LocationId>,
}

/// How citizen and adviser meet.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code, reason = "tells the document what the domain's `Way` looks like")]
pub enum MeetingWay {
    /// The citizen comes to the place.
    InPerson,
    /// The adviser rings.
    Telephone,
    /// A link that opens in a browser.
    Video,
    /// The adviser comes to the citizen.
    HomeVisit,
}

/// Every place.
#[derive(Serialize, ToSchema)]
pub struct Locations {
    locations: Vec<Location>,
}

/// A place where people are helped.
#[derive(Serialize, ToSchema)]
struct Location {
    #[schema(value_type = String, example = "borgerservice")]
    id: LocationId,
    #[schema(example = "Fjordby Borgerservice")]
    name: String,
    #[schema(example = "Havnegade 12, 0999 Fjordby")]
    address: String,
    #[schema(example = "10 20 30 40")]
    phone: String,
    /// How to find it and get in.
    directions: String,
    /// Whether one gets to the advisers without a step.
    step_free: bool,
}

/// List the services
///
/// What people can be helped with, what to bring, and which places give it.
#[utoipa::path(
    get, path = "/services", tag = BOOKING,
    responses((status = 200, description = "Every service", body = Services), ReadingFails)
)]
pub async fn list_services(
    State(context): State<AppContext>,
    Language(locale): Language,
) -> Result<Json<Services>, Refusal> {
    let schedule = schedule(&context).await?;
    let services = schedule.services.iter();
    Ok(Json(Services {
        services: services
            .map(|service| Service::new(&schedule, service, locale))
            .collect(),
    }))
}

/// List the places
///
/// Where people are helped, and how to get there.
#[utoipa::path(
    get, path = "/locations", tag = BOOKING,
    responses((status = 200, description = "Every place", body = Locations), ReadingFails)
)]
pub async fn list_locations(
    State(context): State<AppContext>,
    Language(locale): Language,
) -> Result<Json<Locations>, Refusal> {
    let schedule = schedule(&context).await?;
    let locations = schedule.locations.iter().map(|location| Location {
        id: location.id.clone(),
        name: location.name.get(locale).to_owned(),
        address: location.address.clone(),
        phone: location.phone.clone(),
        directions: location.directions.get(locale).to_owned(),
        step_free: location.step_free,
    });
    Ok(Json(Locations {
        locations: locations.collect(),
    }))
}

impl Service {
    fn new(schedule: &Schedule, service: &ScheduledService, locale: Locale) -> Self {
        let locations = schedule.locations_of(&service.id);
        Self {
            id: service.id.clone(),
            name: service.name.get(locale).to_owned(),
            summary: service.summary.get(locale).to_owned(),
            minutes: service.duration_minutes,
            seats: service.seats,
            is_course: service.series.is_some(),
            ways: service.ways.clone(),
            who_may_come: service
                .who_may_come
                .as_ref()
                .map(|text| text.get(locale).to_owned()),
            bring: bring(service, locale),
            locations: locations.map(|location| location.id.clone()).collect(),
        }
    }
}
