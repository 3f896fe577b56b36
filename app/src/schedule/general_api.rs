use domain::locale::Locale;
use domain::schedule::GeneralPage;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::api::places;
#[cfg(feature = "ssr")]
use super::proposing::{attempt, in_force, propose_form};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{session, signed_in_with};
#[cfg(feature = "ssr")]
use domain::schedule::{EditForm, GeneralForm};
#[cfg(feature = "ssr")]
use domain::staff::Right;

/// What holds for all places and services. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/general", input = GetUrl)]
pub async fn general(locale: Locale) -> Result<Reply<GeneralPage>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let (_, schedule) = in_force().await?;
    let tried = attempt(&session, |form| matches!(form, EditForm::General(_))).await?;
    let (form, problems) = match tried.map(|tried| (tried.form, tried.problems)) {
        Some((EditForm::General(form), problems)) => (form, problems),
        _ => (GeneralForm::of(&schedule), vec![]),
    };
    Reply::of(&GeneralPage {
        places: places(&schedule, locale),
        form,
        problems,
    })
}

/// Proposes something else that holds for all. **Permissions**: whoever may edit the schedule.
#[server(prefix = "/api", endpoint = "schedule/change-general")]
pub async fn change_general(
    locale: Locale,
    #[server(default)] name: String,
    #[server(default)] phone: String,
    #[server(default)] email: String,
    #[server(default)] address: String,
    #[server(default)] main_location: String,
    #[server(default)] lead: String,
    #[server(default)] horizon: String,
) -> Result<(), AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::EditSchedule).await?;
    let form = EditForm::General(GeneralForm {
        name,
        phone,
        email,
        address,
        main_location,
        lead,
        horizon,
    });
    propose_form(&session, form, "/personale/plan/faelles", locale).await
}
