use domain::cafe::HelperPage;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::cafe::server_words::shift_view,
    crate::server_side::{context, now, redirect, schedule, session, signed_in_with},
    domain::appointments::Schedule,
    domain::cafe::{Shift, WhyNot, may_take},
    domain::staff::Right,
    store::cafe::{TakeOutcome, Volunteer, line, open_room_of, take_next, volunteer},
};

/// A volunteer's own page. **Permissions**: whoever helps in the café.
#[server(prefix = "/api", name = LoadCafeHelper, endpoint = "cafe/helper", input = GetUrl)]
pub async fn helper(locale: Locale) -> Result<Reply<HelperPage>, AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let staff = signed_in_with(&session, Right::HelpInCafe).await?;
    let database = context().database;
    let own = volunteer(database.read(), staff.id).await?;
    let line = line(database.read(), now()).await?;
    let fitting = |own: &Volunteer| line.iter().filter(|waiting| own.skills.fit(waiting)).count();
    let shifts = own.iter().flat_map(|own| &own.shifts);
    Reply::of(&HelperPage {
        why_not: why_not(&schedule, own.as_ref()).err(),
        door: schedule.cafe_hours().door(now()),
        waiting: own
            .as_ref()
            .map(fitting)
            .and_then(|count| i64::try_from(count).ok())
            .unwrap_or_default(),
        room: open_room_of(database.read(), staff.id, now()).await?,
        rooms: own.as_ref().map_or(0, |own| own.rooms),
        shifts: shifts.map(|shift| shift_view(*shift, locale)).collect(),
        runs_cafe: staff.staff.role.may(Right::RunCafe),
    })
}

/// Takes the one who has waited longest of those whom the volunteer can help. Whoever may not just now takes nobody; their own
/// page says why. **Permissions**: whoever helps in the café, with a valid attest, within a shift, while the café is open.
#[server(prefix = "/api", endpoint = "cafe/take")]
pub async fn take_question(locale: Locale) -> Result<(), AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let staff = signed_in_with(&session, Right::HelpInCafe).await?;
    let database = context().database;
    let own = volunteer(database.read(), staff.id).await?;
    let taken = match own.filter(|own| why_not(&schedule, Some(own)).is_ok()) {
        Some(own) => take_next(&database, staff.id, &own.skills, now()).await?,
        None => TakeOutcome::Unknown,
    };
    match taken {
        TakeOutcome::Taken(room) | TakeOutcome::HasRoom(room) => {
            redirect(locale, &format!("/personale/cafe/rum/{}", room.0));
        }
        TakeOutcome::NobodyFits | TakeOutcome::Unknown => redirect(locale, "/personale/cafe"),
    }
    Ok(())
}

/// Whether somebody may take a question now.
#[cfg(feature = "ssr")]
fn why_not(schedule: &Schedule, own: Option<&Volunteer>) -> Result<(), WhyNot> {
    let own = own.ok_or(WhyNot::NotOnRoster)?;
    let shifts: Vec<Shift> = own.shifts.iter().map(|shift| shift.shift).collect();
    let now = now();
    may_take(own.attest, &shifts, schedule.cafe_hours().open_at(now), now)
}
