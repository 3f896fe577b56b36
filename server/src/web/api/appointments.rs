//! An appointment is found, moved and cancelled by whoever knows its code and name: they may do what its owner may, as on
//! the pages. Both travel in bodies, for addresses end up in logs.

use app::booking::{Cancelled, Moving, asking, cancel_appointment, chosen};
use app::server_side::{AppContext, now};
use axum::Json;
use axum::extract::State;
use domain::appointments::{AskedBy, BookingCode};
use domain::ids::LocationId;
use domain::locale::Locale;
use serde::Deserialize;
use store::ByCode;
use store::appointments::{self, Appointment as Kept, MoveOutcome};
use utoipa::ToSchema;

use super::answers::{FindingFails, MovingFails};
use super::appointment::Appointment;
use super::extract::Body;
use super::language::Language;
use super::refusal::{Reason, Refusal};
use super::times::Beginning;
use super::{BOOKING, schedule};

/// What an appointment is found by.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeAndName {
    /// Three words, in any case and with anything between them.
    #[schema(example = "aborre-bluse-cykel")]
    code: String,
    /// The name that it was booked under, however it is written.
    #[schema(example = "Birthe Holm")]
    name: String,
}

/// Another time for an appointment.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnotherTime {
    /// Three words, in any case and with anything between them.
    #[schema(example = "aborre-bluse-cykel")]
    code: String,
    /// The name that it was booked under, however it is written.
    #[schema(example = "Birthe Holm")]
    name: String,
    /// The id of another place; the same where it is left out.
    #[schema(value_type = Option<String>, pattern = "^[a-z0-9-]{1,64}$", nullable = false)]
    location: Option<LocationId>,
    /// A time that is free.
    slot: Beginning,
    /// How often it had moved when the time was chosen. Of two who move it at once one is told then; left out, the last one
    /// wins.
    #[schema(nullable = false, example = 0)]
    sequence: Option<i32>,
}

/// Find an appointment
///
/// Finds a coming appointment by its code and name. Whichever of them is wrong, the answer is the same; ten wrong codes a day
/// that begin with the same word are looked at, whoever asks.
#[utoipa::path(
    post, path = "/appointments/find", tag = BOOKING, request_body = CodeAndName,
    responses((status = 200, description = "It is found", body = Appointment), FindingFails)
)]
pub async fn find_appointment(
    State(context): State<AppContext>,
    Language(locale): Language,
    Body(sought): Body<CodeAndName>,
) -> Result<Json<Appointment>, Refusal> {
    let (kept, code) = find(&context, &sought.code, &sought.name).await?;
    answer(&context, &kept, &code, locale).await
}

/// Move an appointment
///
/// Gives a coming appointment another time, at the same place or another one. The old time is free when the new one is
/// certain; the code stays. A course does not move: book another one, and then cancel this one.
#[utoipa::path(
    post, path = "/appointments/move", tag = BOOKING, request_body = AnotherTime,
    responses((status = 200, description = "It has moved", body = Appointment), MovingFails)
)]
pub async fn move_appointment(
    State(context): State<AppContext>,
    Language(locale): Language,
    Body(wanted): Body<AnotherTime>,
) -> Result<Json<Appointment>, Refusal> {
    let (kept, code) = find(&context, &wanted.code, &wanted.name).await?;
    if kept.series.is_some() {
        return Err(Reason::CourseStays.into());
    }
    let schedule = schedule(&context).await?;
    let location = wanted.location.as_ref().unwrap_or(&kept.location);
    let (service, location) = chosen(&schedule, &kept.service, location)?;
    let moving = Moving {
        database: &context.database,
        schedule: &schedule,
        appointment: &kept,
        asking: asking(&kept, AskedBy::Citizen),
        code: &code,
        sequence: wanted.sequence.map_or(kept.sequence, i64::from),
    };
    match moving.to((service, location, wanted.slot.0), now()).await? {
        MoveOutcome::Moved | MoveOutcome::AlreadyMoved => {}
        MoveOutcome::Taken => return Err(Reason::TimeTaken.into()),
        MoveOutcome::Changed => return Err(Reason::AppointmentChanged.into()),
    }
    let moved = appointments::find(context.database.read(), kept.id).await?;
    answer(&context, &moved.ok_or(Reason::NotFound)?, &code, locale).await
}

/// Cancel an appointment
///
/// Its time is free for others at once. An appointment that has been cancelled is not found any more.
#[utoipa::path(
    post, path = "/appointments/cancel", tag = BOOKING, request_body = CodeAndName,
    responses((status = 200, description = "It is cancelled", body = Appointment), FindingFails)
)]
pub async fn cancel_appointment_by_code(
    State(context): State<AppContext>,
    Language(locale): Language,
    Body(sought): Body<CodeAndName>,
) -> Result<Json<Appointment>, Refusal> {
    let (kept, code) = find(&context, &sought.code, &sought.name).await?;
    let schedule = schedule(&context).await?;
    cancel_appointment(&context, &schedule, (&kept, Cancelled::Whole), now()).await?;
    let cancelled = appointments::find(context.database.read(), kept.id).await?;
    answer(&context, &cancelled.ok_or(Reason::NotFound)?, &code, locale).await
}

async fn find(context: &AppContext, code: &str, name: &str) -> Result<(Kept, BookingCode), Refusal> {
    let code = BookingCode::parse(code).map_err(|_| Reason::NotFound)?;
    let (database, key) = (&context.database, &context.code_key);
    match appointments::find_by_code(database, key, &code, name, now()).await? {
        ByCode::Found(kept) => Ok((kept, code)),
        ByCode::Unknown => Err(Reason::NotFound.into()),
        ByCode::TooManyGuesses => Err(Reason::TooManyGuesses.into()),
    }
}

async fn answer(
    context: &AppContext,
    kept: &Kept,
    code: &BookingCode,
    locale: Locale,
) -> Result<Json<Appointment>, Refusal> {
    let schedule = schedule(context).await?;
    Ok(Json(
        Appointment::read(context, &schedule, kept, code, locale).await?,
    ))
}
