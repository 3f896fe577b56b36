use domain::ids::{AdviserId, LocationId, ServiceId};
use domain::locale::Locale;
use domain::schedule::{
    AbsencesPage, AdviserPage, ClosingDaysPage, DocumentPage, PlacePage, SchedulePage, ServicePage,
    ShiftsPage,
};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::drawings::drawings;
#[cfg(feature = "ssr")]
use super::planning::Plan;
#[cfg(feature = "ssr")]
use super::proposing::{attempt, in_force};
#[cfg(feature = "ssr")]
use super::rule_words::rule_lines;
#[cfg(feature = "ssr")]
use super::series_words::series_lines;
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{context, now, session, signed_in_with, today};
#[cfg(feature = "ssr")]
use domain::appointments::{Adviser, Schedule, ScheduleDocument};
#[cfg(feature = "ssr")]
use domain::schedule::{
    AbsenceRow, ClosingDayRow, EditForm, HoursForm, KeptForm, Named, NewResourceForm, PlaceForm, Removal,
    ResourcesForm, RuleOf, ServiceForm, ServiceRulesForm, SkillsForm,
};
#[cfg(feature = "ssr")]
use domain::staff::Right;

/// Where changing the schedule begins. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/overview", input = GetUrl)]
pub async fn schedule_overview(locale: Locale) -> Result<Reply<SchedulePage>, AppError> {
    let reader = signed_in_with(&session().await?, Right::EditSchedule).await?;
    let (version, schedule) = in_force().await?;
    let (locations, services) = (places(&schedule, locale), services(&schedule, locale));
    let advisers = schedule
        .advisers
        .iter()
        .map(|adviser| adviser.id.clone())
        .collect();
    let orphans = Plan::of_orphans(&context().database, (version, schedule), now()).await?;
    Reply::of(&SchedulePage {
        locations,
        services,
        advisers,
        waiting: domain::count(&orphans.people(&reader.staff.workplaces)),
    })
}

/// The days on which everything is closed, and the form for another. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/closing-days", input = GetUrl)]
pub async fn closing_days(locale: Locale) -> Result<Reply<ClosingDaysPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let (_, schedule) = in_force().await?;
    let days = schedule.closing_days.iter().filter(|day| day.date >= today());
    let attempt = attempt(&session, |form| matches!(form, EditForm::ClosingDay(_))).await?;
    let (form, problems) = match attempt.map(|attempt| (attempt.form, attempt.problems)) {
        Some((EditForm::ClosingDay(form), problems)) => (form, problems),
        _ => Default::default(),
    };
    Reply::of(&ClosingDaysPage {
        days: days
            .map(|day| ClosingDayRow {
                date: day.date.to_string(),
                day: day.date.at(0, 0, 0, 0).into(),
                reason: day.reason.get(locale).to_owned(),
            })
            .collect(),
        form,
        problems,
    })
}

/// When advisers are away, and the form for another absence. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/absences", input = GetUrl)]
pub async fn absences() -> Result<Reply<AbsencesPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let (_, schedule) = in_force().await?;
    let attempt = attempt(&session, |form| matches!(form, EditForm::Absence(_))).await?;
    let (form, problems) = match attempt.map(|attempt| (attempt.form, attempt.problems)) {
        Some((EditForm::Absence(form), problems)) => (form, problems),
        _ => Default::default(),
    };
    Reply::of(&AbsencesPage {
        advisers: schedule
            .advisers
            .iter()
            .map(|adviser| adviser.id.clone())
            .collect(),
        absences: schedule.advisers.iter().flat_map(absence_rows).collect(),
        form,
        problems,
    })
}

/// A place's hours and how it is found. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/place", input = GetUrl)]
pub async fn edit_place(location: LocationId, locale: Locale) -> Result<Reply<PlacePage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let (_, schedule) = in_force().await?;
    let found = schedule.location(&location).ok_or(AppError::NotFound)?;
    let mut page = PlacePage {
        name: found.name.get(locale).to_owned(),
        hours: HoursForm::of_location(found),
        rules: rule_lines(&RuleOf::Place(location.clone()), &schedule, locale),
        kept: KeptForm::of(found.kept),
        place: PlaceForm::of(found),
        resource_names: resource_names(&schedule, &location, locale),
        resources: ResourcesForm::of(&schedule, &location),
        new_resource: NewResourceForm::default(),
        kinds: kinds(&schedule, locale),
        problems: vec![],
        location: location.clone(),
    };
    if let Some(attempt) = attempt(&session, |form| is_of_place(form, &schedule, &location)).await? {
        page.problems = attempt.problems;
        match attempt.form {
            EditForm::Hours(_, form) => page.hours = form,
            EditForm::Place(_, form) => page.place = form,
            EditForm::Resources(_, form) => page.resources = form,
            EditForm::Kept(_, form) => page.kept = form,
            EditForm::NewResource(_, form) => page.new_resource = form,
            _ => {}
        }
    }
    Reply::of(&page)
}

/// What an adviser can help with, and where they work. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/adviser", input = GetUrl)]
pub async fn edit_adviser(adviser: AdviserId, locale: Locale) -> Result<Reply<AdviserPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let (_, schedule) = in_force().await?;
    let found = find_adviser(&schedule, &adviser)?;
    let is_this = |form: &EditForm| matches!(form, EditForm::Skills(id, _) if *id == adviser);
    let (skills, problems) = match attempt(&session, is_this)
        .await?
        .map(|tried| (tried.form, tried.problems))
    {
        Some((EditForm::Skills(_, form), problems)) => (form, problems),
        _ => (SkillsForm::of(found), vec![]),
    };
    Reply::of(&AdviserPage {
        services: services(&schedule, locale),
        places: places(&schedule, locale),
        adviser,
        skills,
        problems,
    })
}

/// When an adviser works at a place. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/shifts", input = GetUrl)]
pub async fn edit_shifts(
    adviser: AdviserId,
    location: LocationId,
    locale: Locale,
) -> Result<Reply<ShiftsPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let (_, schedule) = in_force().await?;
    let found = find_adviser(&schedule, &adviser)?;
    let place = schedule.location(&location).ok_or(AppError::NotFound)?;
    let is_this =
        |form: &EditForm| matches!(form, EditForm::Shifts(who, at, _) if *who == adviser && *at == location);
    let (hours, problems) = match attempt(&session, is_this)
        .await?
        .map(|tried| (tried.form, tried.problems))
    {
        Some((EditForm::Shifts(_, _, form), problems)) => (form, problems),
        _ => (HoursForm::of_shifts(found, &location), vec![]),
    };
    Reply::of(&ShiftsPage {
        location_name: place.name.get(locale).to_owned(),
        rules: rule_lines(
            &RuleOf::Shifts(adviser.clone(), location.clone()),
            &schedule,
            locale,
        ),
        adviser: adviser.clone(),
        location: location.clone(),
        hours,
        problems,
    })
}

/// A service's texts and times. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/service", input = GetUrl)]
pub async fn edit_service(service: ServiceId, locale: Locale) -> Result<Reply<ServicePage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let (_, schedule) = in_force().await?;
    let found = schedule.service(&service).ok_or(AppError::NotFound)?;
    let mut page = ServicePage {
        name: found.name.get(locale).to_owned(),
        service: service.clone(),
        form: ServiceForm::of(found),
        rules: ServiceRulesForm::of(found),
        drawings: drawings(&context().library, &found.picture),
        kinds: kinds(&schedule, locale),
        series: series_lines(&schedule, found, locale),
        problems: vec![],
    };
    let is_this = |form: &EditForm| matches!(form, EditForm::Service(id, _) | EditForm::ServiceRules(id, _) | EditForm::Remove(Removal::Service(id)) if *id == service);
    if let Some(attempt) = attempt(&session, is_this).await? {
        page.problems = attempt.problems;
        match attempt.form {
            EditForm::Service(_, form) => page.form = *form,
            EditForm::ServiceRules(_, form) => page.rules = *form,
            _ => {}
        }
    }
    Reply::of(&page)
}

/// The schedule in force as a document. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/document", input = GetUrl)]
pub async fn edit_document() -> Result<Reply<DocumentPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    if let Some(refused) = super::document_api::refused(&session).await? {
        return Reply::of(&refused);
    }
    let (_, schedule) = in_force().await?;
    let document: &ScheduleDocument = &schedule;
    Reply::of(&DocumentPage {
        text: serde_json::to_string_pretty(document).map_err(|_| AppError::Internal)?,
        faults: vec![],
    })
}

#[cfg(feature = "ssr")]
fn resource_names(schedule: &Schedule, location: &LocationId, locale: Locale) -> Vec<String> {
    let resources = schedule.resources.iter();
    let there = resources.filter(|resource| resource.location == *location);
    there
        .map(|resource| resource.name.get(locale).to_owned())
        .collect()
}

/// Every kind of things that a place has, once.
#[cfg(feature = "ssr")]
fn kinds(schedule: &Schedule, locale: Locale) -> Vec<Named> {
    let mut kinds: Vec<Named> = Vec::new();
    for resource in &schedule.resources {
        let id = resource.kind.to_string();
        if kinds.iter().all(|kind| kind.id != id) {
            let name = resource.name.get(locale).to_owned();
            kinds.push(Named { id, name });
        }
    }
    kinds
}

#[cfg(feature = "ssr")]
fn find_adviser<'a>(schedule: &'a Schedule, id: &AdviserId) -> Result<&'a Adviser, AppError> {
    let mut advisers = schedule.advisers.iter();
    advisers
        .find(|adviser| adviser.id == *id)
        .ok_or(AppError::NotFound)
}

#[cfg(feature = "ssr")]
pub(super) fn places(schedule: &Schedule, locale: Locale) -> Vec<Named> {
    let named = schedule.locations.iter().map(|location| Named {
        id: location.id.to_string(),
        name: location.name.get(locale).to_owned(),
    });
    named.collect()
}

#[cfg(feature = "ssr")]
pub(super) fn services(schedule: &Schedule, locale: Locale) -> Vec<Named> {
    let named = schedule.services.iter().map(|service| Named {
        id: service.id.to_string(),
        name: service.name.get(locale).to_owned(),
    });
    named.collect()
}

/// Whether a form stands on a place's page.
#[cfg(feature = "ssr")]
fn is_of_place(form: &EditForm, schedule: &Schedule, location: &LocationId) -> bool {
    match form {
        EditForm::Hours(id, _)
        | EditForm::Place(id, _)
        | EditForm::Kept(id, _)
        | EditForm::Resources(id, _)
        | EditForm::NewResource(id, _)
        | EditForm::Remove(Removal::Location(id)) => id == location,
        EditForm::Remove(Removal::Resource(id)) => {
            let mut resources = schedule.resources.iter();
            resources.any(|resource| resource.id == *id && resource.location == *location)
        }
        _ => false,
    }
}

#[cfg(feature = "ssr")]
fn absence_rows(adviser: &Adviser) -> impl Iterator<Item = AbsenceRow> + '_ {
    let coming = adviser
        .absences
        .iter()
        .filter(|absence| absence.to.date() >= today());
    coming.map(|absence| AbsenceRow {
        adviser: adviser.id.clone(),
        from: absence.from.into(),
        to: absence.to.into(),
        reason: absence.reason,
    })
}
