use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::proposing::propose_form;
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::server_side::{session, signed_in_with};
#[cfg(feature = "ssr")]
use domain::schedule::{EditForm, PlaceForm, ServiceForm, TypedText};
#[cfg(feature = "ssr")]
use domain::staff::Right;

/// Proposes another name, address, number or way to a place. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-place")]
pub async fn change_place(
    locale: Locale,
    location: LocationId,
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
    let path = format!("/personale/plan/sted/{location}");
    let place = PlaceForm {
        name: TypedText::new(name_da, name_en, name_ar),
        address,
        phone,
        directions: TypedText::new(directions_da, directions_en, directions_ar),
        step_free,
    };
    propose_form(&session, EditForm::Place(location, place), &path, locale).await
}

/// Proposes other texts and times of a service. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-service")]
pub async fn change_service(
    locale: Locale,
    service: ServiceId,
    #[server(default)] name_da: String,
    #[server(default)] name_en: String,
    #[server(default)] name_ar: String,
    #[server(default)] summary_da: String,
    #[server(default)] summary_en: String,
    #[server(default)] summary_ar: String,
    #[server(default)] who_da: String,
    #[server(default)] who_en: String,
    #[server(default)] who_ar: String,
    #[server(default)] bring_da: String,
    #[server(default)] bring_en: String,
    #[server(default)] bring_ar: String,
    #[server(default)] duration: String,
    #[server(default)] buffer_before: String,
    #[server(default)] buffer_after: String,
    #[server(default)] ways: Vec<String>,
    #[server(default)] seats: String,
    #[server(default)] uses: Vec<String>,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let path = format!("/personale/plan/ydelse/{service}");
    let form = ServiceForm {
        name: TypedText::new(name_da, name_en, name_ar),
        summary: TypedText::new(summary_da, summary_en, summary_ar),
        who_may_come: TypedText::new(who_da, who_en, who_ar),
        bring: TypedText::new(bring_da, bring_en, bring_ar),
        duration,
        buffer_before,
        buffer_after,
        ways,
        seats,
        uses,
    };
    propose_form(
        &session,
        EditForm::Service(service, Box::new(form)),
        &path,
        locale,
    )
    .await
}
