use domain::appointments::{Need, NeedsPage, Way};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{WISHES, context, forget, redirect, remember, schedule, session};
#[cfg(feature = "ssr")]
use domain::appointments::{NeedsForm, NeedsQuestions};

#[cfg(feature = "ssr")]
use super::{
    views::{chosen, location_card, service_card},
    wishes::{Wishes, wishes},
};

/// Which button of the page that asks what is needed was pressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NeedsPress {
    #[default]
    Needed,
    /// "No, show times": whatever was said before is taken back.
    Nothing,
}

/// What is worth asking before times are shown, with what was said before. **Permissions**: anyone; what was said is the
/// visitor's own.
#[server(prefix = "/api", name = LoadNeeds, endpoint = "appointments/needs", input = GetUrl)]
pub async fn needs(
    service: ServiceId,
    location: LocationId,
    locale: Locale,
) -> Result<Reply<NeedsPage>, AppError> {
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    Reply::of(&NeedsPage {
        questions: NeedsQuestions::of(&schedule, service, location),
        form: wishes(&session().await?).await?.form(service),
        service: service_card(&context().library, service, locale),
        location: location_card(location, None, locale),
    })
}

/// Keeps what is needed, and shows the times that fit. **Permissions**: anyone; it is kept for the visitor alone.
#[server(prefix = "/api", endpoint = "appointments/save-needs")]
pub async fn save_needs(
    service: ServiceId,
    location: LocationId,
    locale: Locale,
    #[server(default)] way: Option<Way>,
    #[server(default)] language: String,
    #[server(default)] interpreter: String,
    #[server(default)] needs: Vec<Need>,
    #[server(default)] press: NeedsPress,
) -> Result<(), AppError> {
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    let session = session().await?;
    let form = NeedsForm {
        way,
        language,
        interpreter,
        needs,
    };
    let answered = NeedsQuestions::of(&schedule, service, location).answered(&form);
    match press {
        NeedsPress::Needed => {
            let needs = answered.map_err(|_| AppError::Invalid)?;
            remember(&session, WISHES, &Wishes::new(service, way, needs)).await?;
        }
        NeedsPress::Nothing => forget(&session, WISHES).await?,
    }
    redirect(locale, &format!("/tid/{}/{}", service.id, location.id));
    Ok(())
}
