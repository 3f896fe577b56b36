use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;

use crate::error::AppError;

#[cfg(feature = "ssr")]
use super::{
    holding::{HoldLength, hold_for_visitor},
    views::chosen,
};
#[cfg(feature = "ssr")]
use crate::error::AppResult;
#[cfg(feature = "ssr")]
use crate::server_side::{TAKEN, forget, redirect, remember, schedule, session};
#[cfg(feature = "ssr")]
use domain::appointments::Slot;

/// Holds a time while the visitor says who comes; another time that they held is free again. **Permissions**: anyone; the
/// hold is the visitor's own.
#[server(prefix = "/api", endpoint = "appointments/hold")]
pub async fn hold_time(
    service: ServiceId,
    location: LocationId,
    slot: String,
    locale: Locale,
) -> Result<(), AppError> {
    let slot: Slot = slot.parse().map_err(|_| AppError::Invalid)?;
    let back = format!("/tid/{service}/{location}");
    hold_choice((&service, &location, slot), &back, locale).await
}

/// Holds a time and leads on to the form, or `back` when somebody else has taken it.
#[cfg(feature = "ssr")]
pub async fn hold_choice(
    (service, location, slot): (&ServiceId, &LocationId, Slot),
    back: &str,
    locale: Locale,
) -> AppResult<()> {
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, service, location)?;
    let session = session().await?;
    if hold_for_visitor(&session, &schedule, (service, location, slot), HoldLength::Usual).await? {
        forget(&session, TAKEN).await?;
        redirect(locale, &format!("/tid/{}/{}/{slot}", service.id, location.id));
    } else {
        remember(&session, TAKEN, &slot).await?;
        redirect(locale, back);
    }
    Ok(())
}
