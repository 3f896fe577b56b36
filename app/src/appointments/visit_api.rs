use domain::appointments::VisitPage;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::error::AppResult;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{DRAFT, Session, context, redirect, remember, schedule, session};

#[cfg(feature = "ssr")]
use super::{
    draft::{Draft, draft},
    holding::held_view,
    views::{chosen, location_card, service_card},
};

/// Where are they visited? With what was typed before. **Permissions**: anyone; the draft is the visitor's own.
#[server(prefix = "/api", name = LoadVisit, endpoint = "appointments/visit", input = GetUrl)]
pub async fn visit(locale: Locale) -> Result<Reply<VisitPage>, AppError> {
    let session = session().await?;
    let draft = visiting(&session).await?;
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &draft.service, &draft.location)?;
    let typed = draft.visit.unwrap_or_default();
    Reply::of(&VisitPage {
        held: held_view(&session, (service, location, draft.slot)).await?,
        service: service_card(&context().library, service, locale),
        location: location_card(location, None, locale),
        time: draft.slot.into(),
        address: typed.address,
        error: typed.error,
    })
}

/// Keeps where they are visited, and goes on to the check, or back to the form. **Permissions**: anyone; it is kept for the
/// visitor alone.
#[server(prefix = "/api", endpoint = "appointments/save-visit")]
pub async fn save_visit(locale: Locale, #[server(default)] address: String) -> Result<(), AppError> {
    let session = session().await?;
    let draft = visiting(&session).await?.with_address(&address);
    remember(&session, DRAFT, &draft).await?;
    let next = if draft.lacks_address() {
        "/tid/adresse"
    } else {
        "/tid/tjek"
    };
    redirect(locale, next);
    Ok(())
}

/// The draft of somebody who has said who they are, and is to be visited.
#[cfg(feature = "ssr")]
async fn visiting(session: &Session) -> AppResult<Draft> {
    let draft = draft(session).await?;
    let visited = draft.filter(|draft| draft.tells_who() && draft.visit.is_some());
    visited.ok_or(AppError::SessionLost)
}
