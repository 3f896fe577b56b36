use domain::ids::{PageId, RolePageId};
use domain::locale::Locale;
use domain::municipality::HelpBand;
use domain::pages::{RoleCard, TextPage};
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{context, schedule, today};

/// Whom to ring and where to go today. **Permissions**: anyone.
#[server(prefix = "/api", name = LoadHelpBand, endpoint = "pages/help-band", input = GetUrl)]
pub async fn help_band(locale: Locale) -> Result<Reply<HelpBand>, AppError> {
    let schedule = schedule().await?;
    Reply::of(&HelpBand {
        municipality: schedule.municipality.clone(),
        today: schedule.main_opening(today(), locale),
    })
}

/// The roles of "Dine muligheder". **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "pages/roles", input = GetUrl)]
pub async fn role_cards(locale: Locale) -> Result<Reply<Vec<RoleCard>>, AppError> {
    Reply::of(&context().library.role_cards(locale))
}

/// What one role can do here. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "pages/role", input = GetUrl)]
pub async fn role_page(id: RolePageId, locale: Locale) -> Result<Reply<TextPage>, AppError> {
    let schedule = schedule().await?;
    let library = context().library;
    Reply::of(
        &library
            .role_page(&id, locale, &schedule.municipality)
            .ok_or(AppError::NotFound)?,
    )
}

/// Help, privacy, accessibility and the like. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "pages/info", input = GetUrl)]
pub async fn info_page(id: PageId, locale: Locale) -> Result<Reply<TextPage>, AppError> {
    let schedule = schedule().await?;
    let library = context().library;
    Reply::of(
        &library
            .page(&id, locale, &schedule.municipality)
            .ok_or(AppError::NotFound)?,
    )
}
