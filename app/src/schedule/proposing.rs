//! What is typed becomes a change that waits in the session until its maker has seen what it does.

use domain::appointments::Schedule;
use domain::cpr::hide_cpr;
use domain::locale::Locale;
use domain::schedule::{EditForm, EditProblem, FieldProblem, Problem, ScheduleEdit};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::schedules;
use tower_sessions::Session;

use crate::error::{AppError, AppResult};
use crate::server_side::{
    SCHEDULE_ATTEMPT, SCHEDULE_CHANGE, SCHEDULE_NOTICE, context, forget, recall, redirect, remember, today,
};

/// A change that has been typed and not made yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PendingChange {
    /// The version that it was typed for.
    pub based_on: i64,
    pub edit: ScheduleEdit,
}

/// What was typed, and what is wrong with it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Attempt {
    pub form: EditForm,
    pub problems: Vec<FieldProblem>,
}

/// The version in force and its number, read anew: whoever changes it must see the newest.
pub async fn in_force() -> AppResult<(i64, Schedule)> {
    let current = schedules::load_current(context().database.read()).await?;
    current.ok_or(AppError::Unavailable)
}

/// What was typed last into this form, if it could not be read.
pub async fn attempt(session: &Session, is_this: impl Fn(&EditForm) -> bool) -> AppResult<Option<Attempt>> {
    let attempt: Option<Attempt> = recall(session, SCHEDULE_ATTEMPT).await?;
    Ok(attempt.filter(|attempt| is_this(&attempt.form)))
}

/// Reads a form: on to what it does, or back to the form at `path` where something is wrong with it. What looks like a CPR number
/// in any of its fields is written as x, which its maker sees in both places.
pub async fn propose_form(session: &Session, form: EditForm, path: &str, locale: Locale) -> AppResult<()> {
    let form = without_cpr(&form)?;
    let problems = match form.read(today()) {
        Ok(edit) => match propose(session, edit, locale).await? {
            Ok(()) => return forget(session, SCHEDULE_ATTEMPT).await,
            Err(problem) => vec![problem],
        },
        Err(problems) => problems,
    };
    remember(session, SCHEDULE_ATTEMPT, &Attempt { form, problems }).await?;
    redirect(locale, path);
    Ok(())
}

fn without_cpr(form: &EditForm) -> AppResult<EditForm> {
    let mut written = serde_json::to_value(form).map_err(|_| AppError::Internal)?;
    hide_in(&mut written);
    serde_json::from_value(written).map_err(|_| AppError::Internal)
}

fn hide_in(value: &mut Value) {
    match value {
        Value::String(text) => *text = hide_cpr(text),
        Value::Array(values) => values.iter_mut().for_each(hide_in),
        Value::Object(fields) => fields.values_mut().for_each(hide_in),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Keeps a change and goes on to what it does, unless the schedule in force refuses it.
pub async fn propose(
    session: &Session,
    edit: ScheduleEdit,
    locale: Locale,
) -> AppResult<Result<(), FieldProblem>> {
    let edit = with_unused_id(edit).await?;
    let (based_on, schedule) = in_force().await?;
    match changed(&edit, &schedule) {
        Ok(_) => {}
        Err(Refused::Edit(problem)) => {
            return field_problem(&edit, problem).map(Err).ok_or(AppError::NotFound);
        }
        Err(Refused::AgainstTheRules) => return Ok(Err(against_the_rules(&edit))),
    }
    remember(session, SCHEDULE_CHANGE, &PendingChange { based_on, edit }).await?;
    forget(session, SCHEDULE_NOTICE).await?;
    redirect(locale, "/personale/plan/tjek");
    Ok(Ok(()))
}

/// The field that a refusal is told at; `None` where what was to be changed is gone, with its form.
fn field_problem(edit: &ScheduleEdit, problem: EditProblem) -> Option<FieldProblem> {
    let (field, problem) = match problem {
        EditProblem::ThereAlready => match edit {
            ScheduleEdit::Add(_) => ("kind", Problem::HasAlready),
            _ => ("date", Problem::ThereAlready),
        },
        EditProblem::GivesOthers => match edit {
            ScheduleEdit::Service { .. } => ("seats", Problem::GivesOthers),
            _ => ("services", Problem::GivesOthers),
        },
        EditProblem::SeriesNotGiven => (series_field(edit, "adviser"), Problem::SeriesNotGiven),
        EditProblem::SeriesOverlap => (series_field(edit, "listed"), Problem::SeriesOverlap),
        EditProblem::SeriesTogether => (series_field(edit, "location"), Problem::SeriesTogether),
        EditProblem::MainPlace => ("remove", Problem::MainPlace),
        EditProblem::UsedOnlyThere => ("remove", Problem::UsedOnlyThere),
        EditProblem::Gone => return None,
    };
    let field = field.to_owned();
    Some(FieldProblem { field, problem })
}

/// Where a series stands in the way: the field of its own form, or what was changed beside it.
fn series_field(edit: &ScheduleEdit, own: &'static str) -> &'static str {
    match edit {
        ScheduleEdit::Series(..) => own,
        _ => main_field(edit),
    }
}

/// What is told when the rest of the schedule does not allow a change, and nothing is known of it in particular.
fn against_the_rules(edit: &ScheduleEdit) -> FieldProblem {
    FieldProblem {
        field: main_field(edit).to_owned(),
        problem: Problem::AgainstTheRules,
    }
}

/// The first field of a form, or the one that most of what is refused is about.
fn main_field(edit: &ScheduleEdit) -> &'static str {
    match edit {
        ScheduleEdit::Close(_) | ScheduleEdit::Open(_) => "date",
        ScheduleEdit::AddAbsence(..) | ScheduleEdit::RemoveAbsence(..) => "adviser",
        ScheduleEdit::Hours(..) | ScheduleEdit::Shifts(..) => "days[0]",
        ScheduleEdit::Place { .. } => "name_da",
        ScheduleEdit::Kept(..) => "walk_ins",
        ScheduleEdit::Rule(..) => "hours",
        ScheduleEdit::General(_) => "lead",
        ScheduleEdit::ServiceRules(..) => "start_every",
        ScheduleEdit::Skills { .. } => "services",
        ScheduleEdit::Service { .. } => "duration",
        ScheduleEdit::Series(..) => "location",
        ScheduleEdit::Resources(_) => "counts[0]",
        ScheduleEdit::Add(_) => "name",
        ScheduleEdit::Remove(_) => "remove",
        ScheduleEdit::Document(_) => "text",
    }
}

/// The change with an id for what it adds, which nothing in any version has had.
pub async fn with_unused_id(edit: ScheduleEdit) -> AppResult<ScheduleEdit> {
    let ScheduleEdit::Add(addition) = edit else {
        return Ok(edit);
    };
    let used = schedules::used_ids(context().database.read()).await?;
    let addition = addition.with_unused_id(&used).map_err(|_| AppError::Internal)?;
    Ok(ScheduleEdit::Add(Box::new(addition)))
}

/// Why a change cannot be made on a schedule.
pub enum Refused {
    Edit(EditProblem),
    /// It would break the rules of schedules.
    AgainstTheRules,
}

/// A schedule with a change.
pub fn changed(edit: &ScheduleEdit, schedule: &Schedule) -> Result<Schedule, Refused> {
    let document = edit.apply(schedule).map_err(Refused::Edit)?;
    Schedule::try_from(document).map_err(|_| Refused::AgainstTheRules)
}
