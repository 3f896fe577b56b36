use domain::ids::{AdviserId, LocationId};
use domain::locale::Locale;
use domain::schedule::{Begins, RulePage};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::proposing::{attempt, in_force, propose, propose_form};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::error::AppResult;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{context, session, signed_in_with};
#[cfg(feature = "ssr")]
use domain::appointments::Schedule;
#[cfg(feature = "ssr")]
use domain::schedule::{EditForm, Rule, RuleEdit, RuleForm, RuleOf, ScheduleEdit};
#[cfg(feature = "ssr")]
use domain::staff::Right;
#[cfg(feature = "ssr")]
use store::schedules;

/// A rule of a place's hours or of an adviser's shifts there, or the form of a new one. **Permissions**: whoever may edit the
/// schedule.
#[server(prefix = "/api", endpoint = "schedule/rule", input = GetUrl)]
pub async fn edit_rule(
    /// None for the hours of the place itself.
    adviser: Option<AdviserId>,
    location: LocationId,
    /// From 1; none for a new one.
    number: Option<i64>,
    locale: Locale,
) -> Result<Reply<RulePage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let (version, schedule) = in_force().await?;
    let place = schedule.location(&location).ok_or(AppError::NotFound)?;
    let of = rules_of(adviser.clone(), location.clone());
    is_there(&of, &schedule)?;
    let rule = number.map(|number| nth(&schedule, &of, number)).transpose()?;
    let is_this = |form: &EditForm| matches!(form, EditForm::Rule(id, was, _) if *id == of && was.as_deref() == rule.as_ref());
    let (form, problems) = match attempt(&session, is_this)
        .await?
        .map(|tried| (tried.form, tried.problems))
    {
        Some((EditForm::Rule(_, _, form), problems)) => (form, problems),
        _ => (rule.as_ref().map_or_else(RuleForm::of_new, RuleForm::of), vec![]),
    };
    Reply::of(&RulePage {
        location_name: place.name.get(locale).to_owned(),
        adviser,
        location,
        number,
        version,
        form,
        problems,
    })
}

/// Proposes a new rule, or another one in the place of one. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-rule")]
pub async fn change_rule(
    locale: Locale,
    #[server(default)] adviser: Option<AdviserId>,
    location: LocationId,
    /// See [`RulePage::number`].
    #[server(default)]
    number: Option<i64>,
    /// The version in which it has this number.
    version: i64,
    #[server(default)] weekday: String,
    #[server(default)] hours: String,
    #[server(default)] begins: Begins,
    #[server(default)] begins_every: String,
    #[server(default)] first_day: String,
    #[server(default)] last_day: String,
    #[server(default)] exceptions: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let of = rules_of(adviser, location);
    let was = match number {
        Some(number) => Some(Box::new(as_shown(&of, number, version).await?)),
        None => None,
    };
    let path = path(&of, number);
    let form = RuleForm {
        weekday,
        hours,
        begins,
        begins_every,
        first_day,
        last_day,
        exceptions,
    };
    propose_form(&session, EditForm::Rule(of, was, form), &path, locale).await
}

/// Proposes that a rule holds no more. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/remove-rule")]
pub async fn remove_rule(
    locale: Locale,
    #[server(default)] adviser: Option<AdviserId>,
    location: LocationId,
    number: i64,
    version: i64,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let of = rules_of(adviser, location);
    let rule = as_shown(&of, number, version).await?;
    let edit = ScheduleEdit::Rule(of, Box::new(RuleEdit::Remove(rule)));
    let proposed = propose(&session, edit, locale).await?;
    proposed.map_err(|_| AppError::Invalid)
}

#[cfg(feature = "ssr")]
fn rules_of(adviser: Option<AdviserId>, location: LocationId) -> RuleOf {
    match adviser {
        Some(adviser) => RuleOf::Shifts(adviser, location),
        None => RuleOf::Place(location),
    }
}

#[cfg(feature = "ssr")]
fn is_there(of: &RuleOf, schedule: &Schedule) -> AppResult<()> {
    let mut advisers = schedule.advisers.iter();
    let is_there = match of {
        RuleOf::Place(_) => true,
        RuleOf::Shifts(id, _) => advisers.any(|adviser| adviser.id == *id),
    };
    is_there.then_some(()).ok_or(AppError::NotFound)
}

#[cfg(feature = "ssr")]
fn path(of: &RuleOf, number: Option<i64>) -> String {
    let whose = match of {
        RuleOf::Place(location) => format!("/personale/plan/sted/{location}"),
        RuleOf::Shifts(adviser, location) => format!("/personale/plan/medarbejder/{adviser}/{location}"),
    };
    match number {
        Some(number) => format!("{whose}/tid/{number}"),
        None => format!("{whose}/ny-tid"),
    }
}

/// The rule that had a number in the version that was shown.
#[cfg(feature = "ssr")]
async fn as_shown(of: &RuleOf, number: i64, version: i64) -> AppResult<Rule> {
    let schedule = schedules::load(context().database.read(), version).await?;
    nth(&schedule.ok_or(AppError::NotFound)?, of, number)
}

#[cfg(feature = "ssr")]
fn nth(schedule: &Schedule, of: &RuleOf, number: i64) -> AppResult<Rule> {
    let index = usize::try_from(number)
        .ok()
        .and_then(|number| number.checked_sub(1));
    let rule = index.and_then(|index| of.rules(schedule).into_iter().nth(index));
    rule.ok_or(AppError::NotFound)
}
