use domain::locale::Locale;
use domain::schedule::{PreviewPage, Remedy, Saved};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::change_lines::change_lines;
#[cfg(feature = "ssr")]
use super::planning::Plan;
#[cfg(feature = "ssr")]
use super::proposing::{PendingChange, changed, in_force, with_unused_id};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::error::AppResult;
#[cfg(feature = "ssr")]
use crate::oversight::note_shown;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    SCHEDULE_CHANGE, SCHEDULE_NOTICE, SCHEDULE_SAVED, Session, context, forget, now, recall, redirect,
    remember, session, signed_in_with,
};
#[cfg(feature = "ssr")]
use domain::appointments::Schedule;
#[cfg(feature = "ssr")]
use domain::oversight::SeenIn;
#[cfg(feature = "ssr")]
use domain::schedule::{PreviewNotice, ScheduleEdit};
#[cfg(feature = "ssr")]
use domain::staff::Right;
#[cfg(feature = "ssr")]
use store::appointments::{RearrangeOutcome, rearrange};
#[cfg(feature = "ssr")]
use store::schedules;

/// What the proposed change changes, and whom it hits. **Permissions**: whoever may edit the schedule; the change is their own.
/// Whom it hits at places whose citizens they do not see is not told, only when and where.
#[server(prefix = "/api", endpoint = "schedule/preview", input = GetUrl)]
pub async fn preview(locale: Locale) -> Result<Reply<PreviewPage>, AppError> {
    let session = session().await?;
    let reader = signed_in_with(&session, Right::EditSchedule).await?;
    let own = &reader.staff.workplaces;
    let pending = pending(&session).await?;
    let (version, before) = in_force().await?;
    let Ok(after) = changed(&pending.edit, &before) else {
        return Reply::of(&impossible(version));
    };
    let changes = change_lines(&before, &after, locale);
    let notice = if version == pending.based_on {
        recall(&session, SCHEDULE_NOTICE).await?
    } else {
        let older = schedules::load(context().database.read(), pending.based_on).await?;
        let by_others = older.map(|older| change_lines(&older, &before, locale));
        Some(PreviewNotice::ScheduleChanged(by_others.unwrap_or_default()))
    };
    let plan = Plan::of_change(&context().database, (version, before), after, now()).await?;
    note_shown(reader.id, plan.people(own), SeenIn::Preview).await?;
    Reply::of(&PreviewPage {
        changes,
        hits: plan.rows(own, locale),
        wait_in_vain: plan.wait_in_vain,
        seen: plan.seen(),
        version,
        notice,
    })
}

/// Makes the proposed change, if it does what its maker has seen. **Permissions**: whoever may edit the schedule; the change is
/// their own.
#[server(prefix = "/api", endpoint = "schedule/save")]
pub async fn save(
    locale: Locale,
    /// See [`PreviewPage::seen`].
    #[server(default)]
    seen: String,
    #[server(default)] remedy: Remedy,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let pending = pending(&session).await?;
    let (version, before) = in_force().await?;
    let outcome = match changed(&pending.edit, &before) {
        Ok(after) if version == pending.based_on => make((version, before), after, &seen, remedy).await?,
        _ => Made::Not,
    };
    match outcome {
        Made::With(saved) => {
            let added = added_page(&pending.edit);
            let saved = Saved { added, ..saved };
            remember(&session, SCHEDULE_SAVED, &saved).await?;
            forget(&session, SCHEDULE_CHANGE).await?;
            redirect(locale, "/personale/plan/gemt");
        }
        Made::Not => {
            remember(&session, SCHEDULE_NOTICE, &PreviewNotice::AppointmentsChanged).await?;
            redirect(locale, "/personale/plan/tjek");
        }
    }
    Ok(())
}

/// Goes on with the proposed change on the schedule as others have changed it. **Permissions**: whoever may edit the schedule;
/// the change is their own.
#[server(prefix = "/api", endpoint = "schedule/rebase")]
pub async fn rebase(
    locale: Locale,
    /// The version whose changes were shown.
    version: i64,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let edit = with_unused_id(pending(&session).await?.edit).await?;
    let based_on = version;
    let pending = PendingChange { based_on, edit };
    remember(&session, SCHEDULE_CHANGE, &pending).await?;
    forget(&session, SCHEDULE_NOTICE).await?;
    redirect(locale, "/personale/plan/tjek");
    Ok(())
}

/// What the last change did. **Permissions**: whoever may edit the schedule; the change was their own.
#[server(prefix = "/api", endpoint = "schedule/saved", input = GetUrl)]
pub async fn saved_change() -> Result<Reply<Saved>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let saved: Option<Saved> = recall(&session, SCHEDULE_SAVED).await?;
    Reply::of(&saved.ok_or(AppError::SessionLost)?)
}

/// Whether a change was made.
#[cfg(feature = "ssr")]
enum Made {
    With(Saved),
    /// Something has changed in the meantime; the page shows what.
    Not,
}

#[cfg(feature = "ssr")]
async fn make(current: (i64, Schedule), after: Schedule, seen: &str, remedy: Remedy) -> AppResult<Made> {
    let database = context().database;
    let plan = Plan::of_change(&database, current, after, now()).await?;
    if plan.seen() != seen {
        return Ok(Made::Not);
    }
    let (change, saved) = plan.with(remedy);
    Ok(match rearrange(&database, &change, now()).await? {
        RearrangeOutcome::Done(_) => Made::With(saved),
        RearrangeOutcome::ScheduleChanged | RearrangeOutcome::AppointmentsChanged => Made::Not,
    })
}

#[cfg(feature = "ssr")]
fn added_page(edit: &ScheduleEdit) -> Option<String> {
    match edit {
        ScheduleEdit::Add(addition) => Some(addition.page()),
        _ => None,
    }
}

#[cfg(feature = "ssr")]
async fn pending(session: &Session) -> AppResult<PendingChange> {
    recall(session, SCHEDULE_CHANGE)
        .await?
        .ok_or(AppError::SessionLost)
}

#[cfg(feature = "ssr")]
fn impossible(version: i64) -> PreviewPage {
    PreviewPage {
        changes: vec![],
        hits: vec![],
        wait_in_vain: 0,
        seen: String::new(),
        version,
        notice: Some(PreviewNotice::Impossible),
    }
}
