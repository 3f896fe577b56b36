use domain::ids::AppointmentId;
use domain::locale::Locale;
use domain::schedule::{CallListPage, Remedy};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::planning::Plan;
#[cfg(feature = "ssr")]
use super::proposing::in_force;
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::error::AppResult;
#[cfg(feature = "ssr")]
use crate::oversight::note_shown;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    CALL_TOO_LATE, context, forget, now, recall, redirect, remember, session, signed_in_with,
};
#[cfg(feature = "ssr")]
use domain::messages::PostalAddress;
#[cfg(feature = "ssr")]
use domain::oversight::SeenIn;
#[cfg(feature = "ssr")]
use domain::staff::{Right, Workplaces};
#[cfg(feature = "ssr")]
use store::{
    appointments::{MoveOutcome, cancel, find, move_appointment},
    letters,
};

/// Those whose appointment does not fit the schedule in force. **Permissions**: whoever may edit the schedule; citizens of the
/// places that they see.
#[server(prefix = "/api", endpoint = "schedule/call-list", input = GetUrl)]
pub async fn call_list(locale: Locale) -> Result<Reply<CallListPage>, AppError> {
    let session = session().await?;
    let reader = signed_in_with(&session, Right::EditSchedule).await?;
    let own = &reader.staff.workplaces;
    let plan = orphans(own).await?;
    note_shown(reader.id, plan.people(own), SeenIn::CallList).await?;
    let too_late: Option<bool> = recall(&session, CALL_TOO_LATE).await?;
    Reply::of(&CallListPage {
        rows: plan.rows(own, locale),
        too_late: too_late.is_some(),
    })
}

/// Does what was agreed on the telephone with one of the call list. Whoever can be reached by nothing gets a letter; where it is
/// posted to is asked next. **Permissions**: whoever may edit the schedule, for citizens of the places that they see.
#[server(prefix = "/api", endpoint = "schedule/settle")]
pub async fn settle(
    locale: Locale,
    appointment: AppointmentId,
    /// How often it had moved when the list was shown.
    sequence: i64,
    remedy: Remedy,
    /// The time that was agreed on, for a move.
    #[server(default)]
    slot: String,
) -> Result<(), AppError> {
    let session = session().await?;
    let own = signed_in_with(&session, Right::EditSchedule)
        .await?
        .staff
        .workplaces;
    let plan = orphans(&own).await?;
    let mut next = "/personale/plan/ringeliste".to_owned();
    let settled = match remedy {
        Remedy::Move => move_one(&plan, appointment, sequence, &slot).await?,
        Remedy::Cancel => cancel_one(&plan, appointment, sequence).await?,
        Remedy::Call => return Err(AppError::Invalid),
    };
    if settled {
        forget(&session, CALL_TOO_LATE).await?;
        if needs_address(appointment, plan.letter_to(appointment)).await? {
            next = format!("/skranke/breve/ny/{}", appointment.0);
        }
    } else {
        remember(&session, CALL_TOO_LATE, &true).await?;
    }
    redirect(locale, &next);
    Ok(())
}

/// Puts a letter into the pile for somebody who can be told by nothing else; whether nobody knows yet where it is posted to.
#[cfg(feature = "ssr")]
async fn needs_address(id: AppointmentId, address: Option<&PostalAddress>) -> AppResult<bool> {
    let write = context().database.write().clone();
    let Some(appointment) = find(&write, id).await? else {
        return Ok(false);
    };
    if appointment.contact.value().is_some() {
        return Ok(false);
    }
    letters::queue_letter(&write, id, address, now()).await?;
    let letter = letters::about(&write, &appointment).await?;
    Ok(letter.is_some_and(|letter| letter.address.is_none()))
}

#[cfg(feature = "ssr")]
async fn orphans(own: &Workplaces) -> AppResult<Plan> {
    let plan = Plan::of_orphans(&context().database, in_force().await?, now()).await?;
    Ok(plan.only_at(own))
}

#[cfg(feature = "ssr")]
async fn move_one(plan: &Plan, appointment: AppointmentId, sequence: i64, slot: &str) -> AppResult<bool> {
    let slot = slot.parse().map_err(|_| AppError::Invalid)?;
    let Some(wanted) = plan.move_after_call(appointment, sequence, slot) else {
        return Ok(false);
    };
    let outcome = move_appointment(&context().database, &wanted, now()).await?;
    Ok(matches!(outcome, MoveOutcome::Moved | MoveOutcome::AlreadyMoved))
}

#[cfg(feature = "ssr")]
async fn cancel_one(plan: &Plan, appointment: AppointmentId, sequence: i64) -> AppResult<bool> {
    let database = context().database;
    let Some(lost) = plan.lost(appointment, sequence) else {
        return Ok(false);
    };
    Ok(cancel(&database, appointment, now(), plan.cancellation(lost)).await?)
}
