use domain::ids::{LocationId, ResourceId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::proposing::propose_form;
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::server_side::{session, signed_in_with};
#[cfg(feature = "ssr")]
use domain::schedule::{EditForm, KeptForm, NewResourceForm, Removal, ServiceRulesForm, TypedText};
#[cfg(feature = "ssr")]
use domain::staff::Right;

/// Proposes what a place keeps for those who do not book online. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-kept")]
pub async fn change_kept(
    locale: Locale,
    location: LocationId,
    #[server(default)] walk_ins: String,
    #[server(default)] staff: String,
    #[server(default)] accompanied: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/sted/{location}");
    let kept = KeptForm {
        walk_ins,
        staff,
        accompanied,
    };
    propose_form(&session, EditForm::Kept(location, kept), &path, locale).await
}

/// Proposes a room or a thing that a place gets. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/add-resource")]
pub async fn add_resource(
    locale: Locale,
    location: LocationId,
    #[server(default)] resource_da: String,
    #[server(default)] resource_en: String,
    #[server(default)] resource_ar: String,
    #[server(default)] kind: String,
    #[server(default)] count: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/sted/{location}");
    let name = TypedText::new(resource_da, resource_en, resource_ar);
    let form = NewResourceForm { name, kind, count };
    propose_form(&session, EditForm::NewResource(location, form), &path, locale).await
}

/// Proposes to have a room or a thing no more. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/remove-resource")]
pub async fn remove_resource(
    locale: Locale,
    location: LocationId,
    resource: ResourceId,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/sted/{location}");
    let form = EditForm::Remove(Removal::Resource(resource));
    propose_form(&session, form, &path, locale).await
}

/// Proposes when a service can be booked, its drawing and its check list. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-service-rules")]
pub async fn change_service_rules(
    locale: Locale,
    service: ServiceId,
    #[server(default)] start_every: String,
    #[server(default)] lead: String,
    #[server(default)] horizon: String,
    #[server(default)] picture: String,
    #[server(default)] check_da: String,
    #[server(default)] check_en: String,
    #[server(default)] check_ar: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/ydelse/{service}");
    let form = EditForm::ServiceRules(
        service,
        Box::new(ServiceRulesForm {
            start_every,
            lead,
            horizon,
            picture,
            check_list: TypedText::new(check_da, check_en, check_ar),
        }),
    );
    propose_form(&session, form, &path, locale).await
}
