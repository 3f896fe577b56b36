use domain::ids::{AdviserId, LocationId, ServiceId};
use domain::locale::Locale;
use domain::schedule::{NewAdviserPage, NewPlacePage, NewServicePage};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::api::services;
#[cfg(feature = "ssr")]
use super::proposing::{attempt, in_force, propose_form};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{session, signed_in_with};
#[cfg(feature = "ssr")]
use domain::schedule::{EditForm, NewAdviserForm, NewServiceForm, PlaceForm, Removal, SkillsForm, TypedText};
#[cfg(feature = "ssr")]
use domain::staff::Right;

/// The form of a new place. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/new-place", input = GetUrl)]
pub async fn new_place() -> Result<Reply<NewPlacePage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let tried = attempt(&session, |form| matches!(form, EditForm::NewLocation(_))).await?;
    Reply::of(&match tried.map(|tried| (tried.form, tried.problems)) {
        Some((EditForm::NewLocation(place), problems)) => NewPlacePage { place, problems },
        _ => NewPlacePage::default(),
    })
}

/// The form of a new service. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/new-service", input = GetUrl)]
pub async fn new_service() -> Result<Reply<NewServicePage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let tried = attempt(&session, |form| matches!(form, EditForm::NewService(_))).await?;
    Reply::of(&match tried.map(|tried| (tried.form, tried.problems)) {
        Some((EditForm::NewService(form), problems)) => NewServicePage { form, problems },
        _ => NewServicePage::default(),
    })
}

/// The form of a new adviser. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/new-adviser", input = GetUrl)]
pub async fn new_adviser(locale: Locale) -> Result<Reply<NewAdviserPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let tried = attempt(&session, |form| matches!(form, EditForm::NewAdviser(_))).await?;
    let (form, problems) = match tried.map(|tried| (tried.form, tried.problems)) {
        Some((EditForm::NewAdviser(form), problems)) => (form, problems),
        _ => Default::default(),
    };
    let (_, schedule) = in_force().await?;
    let services = services(&schedule, locale);
    Reply::of(&NewAdviserPage {
        services,
        form,
        problems,
    })
}

/// Proposes a new place. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/add-place")]
pub async fn add_place(
    locale: Locale,
    #[server(default)] name_da: String,
    #[server(default)] name_en: String,
    #[server(default)] name_ar: String,
    #[server(default)] address: String,
    #[server(default)] phone: String,
    #[server(default)] directions_da: String,
    #[server(default)] directions_en: String,
    #[server(default)] directions_ar: String,
    #[server(default)] step_free: bool,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let form = EditForm::NewLocation(PlaceForm {
        name: TypedText::new(name_da, name_en, name_ar),
        address,
        phone,
        directions: TypedText::new(directions_da, directions_en, directions_ar),
        step_free,
    });
    propose_form(&session, form, "/personale/plan/nyt-sted", locale).await
}

/// Proposes a new service. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/add-service")]
pub async fn add_service(
    locale: Locale,
    #[server(default)] name_da: String,
    #[server(default)] name_en: String,
    #[server(default)] name_ar: String,
    #[server(default)] summary_da: String,
    #[server(default)] summary_en: String,
    #[server(default)] summary_ar: String,
    #[server(default)] duration: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let form = EditForm::NewService(NewServiceForm {
        name: TypedText::new(name_da, name_en, name_ar),
        summary: TypedText::new(summary_da, summary_en, summary_ar),
        duration,
    });
    propose_form(&session, form, "/personale/plan/ny-ydelse", locale).await
}

/// Proposes a new adviser. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/add-adviser")]
pub async fn add_adviser(
    locale: Locale,
    #[server(default)] name: String,
    #[server(default)] services: Vec<String>,
    #[server(default)] languages: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let skills = SkillsForm { services, languages };
    let form = EditForm::NewAdviser(NewAdviserForm { name, skills });
    propose_form(&session, form, "/personale/plan/ny-medarbejder", locale).await
}

/// Proposes to have a place no more. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/remove-place")]
pub async fn remove_place(locale: Locale, location: LocationId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/sted/{location}");
    let form = EditForm::Remove(Removal::Location(location));
    propose_form(&session, form, &path, locale).await
}

/// Proposes to give a service no more. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/remove-service")]
pub async fn remove_service(locale: Locale, service: ServiceId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/ydelse/{service}");
    let form = EditForm::Remove(Removal::Service(service));
    propose_form(&session, form, &path, locale).await
}

/// Proposes to have an adviser no more. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/remove-adviser")]
pub async fn remove_adviser(locale: Locale, adviser: AdviserId) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/medarbejder/{adviser}");
    let form = EditForm::Remove(Removal::Adviser(adviser));
    propose_form(&session, form, &path, locale).await
}
