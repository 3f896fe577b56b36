use domain::api_access::Scope;
use domain::appointments::Way;
use domain::contact::ContactKind;
use domain::ids::{AdviserId, LocationId, ServiceId};
use serde::Serialize;
use store::appointments::Appointment;
use utoipa::ToSchema;

use super::appointment::Status;
use super::booking::ReachedBy;
use super::catalogue::MeetingWay;
use super::needs::NeedsOfCitizen;
use super::times::{end_of, written};
use super::token::Program;

/// An appointment as staff see it.
#[derive(Serialize, ToSchema)]
pub struct StaffAppointment {
    /// Its number.
    id: i64,
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
    #[schema(value_type = String, example = "mitid")]
    service: ServiceId,
    #[schema(value_type = String, example = "borgerservice")]
    location: LocationId,
    /// Who helps. Not for citizens.
    #[schema(value_type = String, example = "maja")]
    adviser: AdviserId,
    #[schema(example = "Birthe Holm")]
    name: String,
    /// How they meet, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<MeetingWay>, nullable = false)]
    way: Option<Way>,
    needs: NeedsOfCitizen,
    /// What it is about, where the citizen has written that; left out where the token has no `contacts:read`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "Jeg har fået en ny telefon.")]
    note: Option<String>,
    /// Where the citizen is visited, if they are; left out where the token has no `contacts:read`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "Kajen 1, 2. tv., 0999 Fjordby")]
    address: Option<String>,
    /// How the citizen is reached; left out where the token has no `contacts:read`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    contact: Option<StaffContact>,
}

/// How a citizen is reached.
#[derive(Serialize, ToSchema)]
struct StaffContact {
    #[schema(value_type = ReachedBy)]
    by: ContactKind,
    /// The telephone number or mail address; null where `by` is `none`.
    value: Option<String>,
}

impl StaffAppointment {
    /// What a program may see of an appointment.
    pub fn new(kept: &Appointment, program: &Program) -> Self {
        Self {
            id: kept.id.0,
            status: kept.status.into(),
            slot: kept.slot.to_string(),
            starts_at: written(kept.slot.moment()),
            ends_at: written(end_of(kept.slot, kept.minutes)),
            service: kept.service.clone(),
            location: kept.location.clone(),
            adviser: kept.adviser.clone(),
            name: kept.name.as_str().to_owned(),
            way: kept.arrangement.way,
            needs: (&kept.arrangement.needs).into(),
            note: note(kept).filter(|_| program.has(Scope::ReadContacts)),
            address: address(kept).filter(|_| program.has(Scope::ReadContacts)),
            contact: program.has(Scope::ReadContacts).then(|| StaffContact::of(kept)),
        }
    }
}

fn address(kept: &Appointment) -> Option<String> {
    let address = kept.arrangement.address.as_ref()?;
    Some(address.as_str().to_owned())
}

fn note(kept: &Appointment) -> Option<String> {
    let note = kept.arrangement.note.as_ref()?;
    Some(note.as_str().to_owned())
}

impl StaffContact {
    fn of(kept: &Appointment) -> Self {
        Self {
            by: kept.contact.kind(),
            value: kept.contact.value().map(str::to_owned),
        }
    }
}
