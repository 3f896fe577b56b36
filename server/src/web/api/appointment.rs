//! An appointment as programs see it.

use app::booking::appointment_view;
use app::server_side::AppContext;
use domain::appointments::{BookingCode, Schedule, Way};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use serde::Serialize;
use store::StoreError;
use store::appointments::{self, Appointment as Kept, AppointmentStatus};
use utoipa::ToSchema;

use super::catalogue::MeetingWay;
use super::needs::NeedsOfCitizen;
use super::times::{end_of, written};

/// An appointment, for whoever knows its code and name.
#[derive(Serialize, ToSchema)]
pub struct Appointment {
    /// Three Danish words. With the name it finds the appointment again; show both to the citizen.
    #[schema(example = "aborre-bluse-cykel")]
    code: String,
    status: Status,
    /// Its beginning in UTC.
    #[schema(example = "2026-11-25T09:30Z")]
    slot: String,
    /// When it begins, as clocks in Denmark show it.
    #[schema(format = DateTime, example = "2026-11-25T10:30:00+01:00")]
    starts_at: String,
    /// When it ends.
    #[schema(format = DateTime, example = "2026-11-25T11:00:00+01:00")]
    ends_at: String,
    /// How often it has moved.
    #[schema(example = 0)]
    sequence: i64,
    /// What the citizen is called.
    #[schema(example = "Birthe Holm")]
    name: String,
    /// How they meet.
    #[schema(value_type = MeetingWay)]
    way: Way,
    /// Where the citizen is visited; left out where they are not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "Kajen 1, 2. tv., 0999 Fjordby")]
    address: Option<String>,
    needs: NeedsOfCitizen,
    service: BookedService,
    location: BookedLocation,
    /// Every date on which the citizen comes, the first one first: several where a course is booked, else this one. One that
    /// has been given up is `cancelled`.
    dates: Vec<BookedDate>,
}

/// A date on which a citizen comes.
#[derive(Serialize, ToSchema)]
struct BookedDate {
    status: Status,
    /// Its beginning in UTC.
    #[schema(example = "2026-11-25T09:30Z")]
    slot: String,
    /// When it begins, as clocks in Denmark show it.
    #[schema(format = DateTime, example = "2026-11-25T10:30:00+01:00")]
    starts_at: String,
    /// When it ends.
    #[schema(format = DateTime, example = "2026-11-25T11:00:00+01:00")]
    ends_at: String,
}

/// Whether an appointment is still meant to happen.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Booked,
    Cancelled,
}

/// What the citizen is helped with.
#[derive(Serialize, ToSchema)]
struct BookedService {
    #[schema(value_type = String, example = "mitid")]
    id: ServiceId,
    #[schema(example = "Få MitID")]
    name: String,
    /// What to bring, a line each.
    bring: Vec<String>,
}

/// Where the citizen is helped.
#[derive(Serialize, ToSchema)]
struct BookedLocation {
    #[schema(value_type = String, example = "borgerservice")]
    id: LocationId,
    #[schema(example = "Fjordby Borgerservice")]
    name: String,
    #[schema(example = "Havnegade 12, 0999 Fjordby")]
    address: String,
    /// How to find it and get in.
    directions: String,
    #[schema(example = "10 20 30 40")]
    phone: String,
}

impl Appointment {
    /// The appointment in a language, with the dates that were booked together with it.
    pub async fn read(
        context: &AppContext,
        schedule: &Schedule,
        kept: &Kept,
        code: &BookingCode,
        locale: Locale,
    ) -> Result<Self, StoreError> {
        let dates = appointments::dates_of(context.database.read(), kept).await?;
        let view = appointment_view(&context.library, schedule, kept, locale);
        Ok(Self {
            code: code.to_string(),
            status: kept.status.into(),
            slot: kept.slot.to_string(),
            starts_at: written(kept.slot.moment()),
            ends_at: written(end_of(kept.slot, kept.minutes)),
            sequence: kept.sequence,
            name: view.name,
            way: view.way,
            address: view.visit,
            needs: (&kept.arrangement.needs).into(),
            service: BookedService {
                id: kept.service.clone(),
                name: view.service,
                bring: view.bring,
            },
            location: BookedLocation {
                id: kept.location.clone(),
                name: view.location,
                // The place's own, however they meet: `way` tells that.
                address: schedule
                    .location(&kept.location)
                    .map(|location| location.address.clone())
                    .unwrap_or_default(),
                directions: view.directions,
                phone: view.location_phone,
            },
            dates: dates.iter().map(BookedDate::from).collect(),
        })
    }
}

impl From<&Kept> for BookedDate {
    fn from(kept: &Kept) -> Self {
        Self {
            status: kept.status.into(),
            slot: kept.slot.to_string(),
            starts_at: written(kept.slot.moment()),
            ends_at: written(end_of(kept.slot, kept.minutes)),
        }
    }
}

impl From<AppointmentStatus> for Status {
    fn from(status: AppointmentStatus) -> Self {
        match status {
            AppointmentStatus::Booked => Self::Booked,
            AppointmentStatus::Cancelled => Self::Cancelled,
        }
    }
}
