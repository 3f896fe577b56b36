//! What programs do on staff's behalf. Each operation says which scope its token needs, and asks for it first.

use app::booking::{Cancelled, cancel_appointment};
use app::server_side::{AppContext, now};
use axum::Json;
use axum::extract::State;
use domain::api_access::Scope;
use domain::appointments::ScheduleDocument;
use domain::ids::{AppointmentId, LocationId};
use domain::time::{date_in_denmark, moment_in_denmark};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use store::appointments::{Appointment, at_place, find};
use store::oversight::note_seen_by;
use utoipa::{IntoParams, ToSchema};

use super::answers::{StaffFails, TokenFails};
use super::extract::{Asked, Named};
use super::refusal::{Reason, Refusal};
use super::staff_appointment::StaffAppointment;
use super::token::Program;
use super::{STAFF, schedule};

/// Whose appointments are asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DayAsked {
    /// The id of the place.
    #[param(value_type = String, pattern = "^[a-z0-9-]{1,64}$", example = "borgerservice")]
    location: LocationId,
    /// The day in Denmark; today where it is left out.
    #[param(value_type = Option<String>, format = Date, nullable = false)]
    date: Option<Date>,
}

/// The appointments of a place on a day, earliest first.
#[derive(Serialize, ToSchema)]
pub struct AppointmentsOfDay {
    appointments: Vec<StaffAppointment>,
}

/// List a day's appointments at a place
///
/// Cancelled ones too. Needs the scope `appointments:read`, and a token for the place; telephone numbers and mail addresses
/// are told to a token with `contacts:read` as well.
#[utoipa::path(
    get, path = "/staff/appointments", tag = STAFF, params(DayAsked), security(("token" = [])),
    responses((status = 200, description = "Who comes", body = AppointmentsOfDay), StaffFails)
)]
pub async fn list_appointments_of_day(
    State(context): State<AppContext>,
    program: Program,
    Asked(asked): Asked<DayAsked>,
) -> Result<Json<AppointmentsOfDay>, Refusal> {
    program.must_have(Scope::ReadAppointments)?;
    program.must_see(&asked.location)?;
    let schedule = schedule(&context).await?;
    schedule.location(&asked.location).ok_or(Reason::NotFound)?;
    let date = asked.date.unwrap_or_else(|| date_in_denmark(now()));
    let stretch = begin_of(date)?..begin_of(date.saturating_add(1.day()))?;
    let kept = at_place(context.database.read(), &asked.location, stretch).await?;
    note(&context, &program, &kept).await?;
    let appointments = kept.iter().map(|kept| StaffAppointment::new(kept, &program));
    Ok(Json(AppointmentsOfDay {
        appointments: appointments.collect(),
    }))
}

/// Cancel an appointment by its number
///
/// The citizen is told, where they have chosen mail. One that has been cancelled before stays so. Needs the scope
/// `appointments:write`, and a token for the place.
#[utoipa::path(
    post, path = "/staff/appointments/{id}/cancel", tag = STAFF, security(("token" = [])),
    params(("id" = i64, Path, description = "Its number, as the list of the day has it", example = 1)),
    responses((status = 200, description = "It is cancelled", body = StaffAppointment), StaffFails)
)]
pub async fn cancel_appointment_by_number(
    State(context): State<AppContext>,
    program: Program,
    Named(id): Named<i64>,
) -> Result<Json<StaffAppointment>, Refusal> {
    program.must_have(Scope::WriteAppointments)?;
    let (read, id) = (context.database.read(), AppointmentId(id));
    let kept = find(read, id).await?.ok_or(Reason::NotFound)?;
    program.must_see(&kept.location)?;
    let schedule = schedule(&context).await?;
    cancel_appointment(&context, &schedule, (&kept, Cancelled::OneDate), now()).await?;
    let cancelled = find(read, id).await?.ok_or(Reason::NotFound)?;
    note(&context, &program, std::slice::from_ref(&cancelled)).await?;
    Ok(Json(StaffAppointment::new(&cancelled, &program)))
}

/// Notes which appointments a program is shown, as it is noted of staff.
async fn note(context: &AppContext, program: &Program, shown: &[Appointment]) -> Result<(), Refusal> {
    let shown: Vec<_> = shown.iter().map(|one| one.id).collect();
    note_seen_by(&context.database, &program.reader(), &shown, now()).await?;
    Ok(())
}

/// Export the schedule
///
/// The schedule in force, as `startlinje schedule export` writes it. Needs the scope `schedule:read`.
#[utoipa::path(
    get, path = "/staff/schedule", tag = STAFF, security(("token" = [])),
    responses(
        (status = 200, description = "The schedule", body = ref("#/components/schemas/ScheduleDocument")),
        TokenFails
    )
)]
pub async fn export_schedule(
    State(context): State<AppContext>,
    program: Program,
) -> Result<Json<ScheduleDocument>, Refusal> {
    program.must_have(Scope::ReadSchedule)?;
    let schedule = schedule(&context).await?;
    let document: &ScheduleDocument = &schedule;
    Ok(Json(document.clone()))
}

/// The first moment of a day in Denmark.
fn begin_of(date: Date) -> Result<Timestamp, Refusal> {
    let begin = moment_in_denmark(date.at(0, 0, 0, 0));
    begin.ok_or_else(|| Refusal::because(Reason::InvalidRequest, "the date is out of range"))
}
