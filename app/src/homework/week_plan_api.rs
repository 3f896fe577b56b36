use domain::homework::{PlanDay, PlanState, WeekPlanPage};
use domain::ids::PlanEntryId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    crate::error::AppResult,
    crate::server_side::{
        PLAN_ATTEMPT, context, forget, recall, redirect, remember, session, today, visitor, visitor_or_new,
    },
    domain::cpr::hide_cpr,
    domain::homework::{PlanAttempt, PlanProblem, PlanTask, Subject},
    domain::ids::VisitorId,
    store::homework::{self, NewPlanEntry},
};

/// Where all of it stands.
#[cfg(feature = "ssr")]
const PATH: &str = "/lektier/ugeplan";

/// What is on the plan. **Permissions**: anyone; the plan is the visitor's own.
#[server(prefix = "/api", endpoint = "homework/week-plan", input = GetUrl)]
pub async fn week_plan() -> Result<Reply<WeekPlanPage>, AppError> {
    let session = session().await?;
    let attempt: Option<PlanAttempt> = recall(&session, PLAN_ATTEMPT).await?;
    let entries = match visitor(&session).await? {
        Some(visitor) => homework::week_plan(context().database.read(), visitor).await?,
        None => Vec::new(),
    };
    let today = PlanDay::new(today().weekday().to_monday_one_offset()).unwrap_or(PlanDay::ALL[0]);
    Reply::of(&WeekPlanPage {
        entries,
        day: attempt.as_ref().map_or(today, |attempt| attempt.day),
        attempt,
    })
}

/// Writes something on the plan, or says why not and keeps what was typed. **Permissions**: anyone; the visitor's own plan.
#[server(prefix = "/api", endpoint = "homework/week-plan/add")]
pub async fn add_to_plan(
    day: PlanDay,
    #[server(default)] subject: String,
    #[server(default)] task: String,
    locale: Locale,
) -> Result<(), AppError> {
    let session = session().await?;
    let subject = Subject::parse(&subject);
    let problem = match PlanTask::parse(&task) {
        Ok(task) => {
            let visitor = visitor_or_new(&session).await?;
            let entry = NewPlanEntry { day, subject, task };
            let is_written = homework::add_entry(&context().database, visitor, &entry).await?;
            (!is_written).then_some(PlanProblem::Full)
        }
        Err(problem) => Some(problem),
    };
    match problem {
        None => forget(&session, PLAN_ATTEMPT).await?,
        Some(problem) => {
            let attempt = PlanAttempt {
                day,
                subject,
                task: hide_cpr(&task.chars().take(2 * PlanTask::LONGEST).collect::<String>()),
                problem,
            };
            remember(&session, PLAN_ATTEMPT, &attempt).await?;
        }
    }
    redirect(locale, PATH);
    Ok(())
}

/// Ticks something off, or takes the tick away. **Permissions**: anyone; the visitor's own plan.
#[server(prefix = "/api", endpoint = "homework/week-plan/tick")]
pub async fn tick_on_plan(entry: PlanEntryId, state: PlanState, locale: Locale) -> Result<(), AppError> {
    let visitor = planner().await?;
    homework::set_entry_state(context().database.write(), visitor, entry, state).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Takes something off the plan. **Permissions**: anyone; the visitor's own plan.
#[server(prefix = "/api", endpoint = "homework/week-plan/remove")]
pub async fn remove_from_plan(entry: PlanEntryId, locale: Locale) -> Result<(), AppError> {
    let visitor = planner().await?;
    homework::remove_entry(context().database.write(), visitor, entry).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Empties the plan, for a new week. **Permissions**: anyone; the visitor's own plan.
#[server(prefix = "/api", endpoint = "homework/week-plan/clear")]
pub async fn clear_week_plan(locale: Locale) -> Result<(), AppError> {
    let visitor = planner().await?;
    homework::clear_plan(context().database.write(), visitor).await?;
    redirect(locale, PATH);
    Ok(())
}

/// Whose plan it is. Somebody without one has nothing to change.
#[cfg(feature = "ssr")]
async fn planner() -> AppResult<VisitorId> {
    let session = session().await?;
    visitor(&session).await?.ok_or(AppError::SessionLost)?;
    visitor_or_new(&session).await
}
