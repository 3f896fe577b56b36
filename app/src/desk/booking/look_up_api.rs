use domain::appointments::{LookUpForm, StaffReceipt};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::showing::staff_receipt_view;
#[cfg(feature = "ssr")]
use crate::appointments::found::{Found, found, found_appointment};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::{
    error::AppResult,
    server_side::{
        FOUND, LOOK_UP, MOVE_PROBLEM, context, forget, now, recall, redirect, remember, schedule, session,
        signed_in_with,
    },
};
#[cfg(feature = "ssr")]
use domain::{
    appointments::{AskedBy, BookingCode},
    cpr::hide_cpr,
    staff::{Right, Workplaces},
};
#[cfg(feature = "ssr")]
use store::appointments::{self, Appointment};

/// What was typed to look a booking up. **Permissions**: whoever serves citizens; the attempt is their own.
#[server(prefix = "/api", name = LoadLookUp, endpoint = "desk/look-up-form", input = GetUrl)]
pub async fn look_up_form() -> Result<Reply<LookUpForm>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::ServeCitizens).await?;
    let attempt: Option<LookUpForm> = recall(&session, LOOK_UP).await?;
    Reply::of(&attempt.unwrap_or_default())
}

/// Looks a booking up by its code, and by the name if one is given. **Permissions**: whoever serves citizens, for their own
/// places. They are told codes all day, so wrong ones are not counted.
#[server(prefix = "/api", endpoint = "desk/look-up")]
pub async fn look_up(
    locale: Locale,
    #[server(default)] code: String,
    #[server(default)] name: String,
) -> Result<(), AppError> {
    let session = session().await?;
    let signed_in = signed_in_with(&session, Right::ServeCitizens).await?;
    if let Some(found) = looked_up(&code, &name, &signed_in.staff.workplaces).await? {
        forget(&session, LOOK_UP).await?;
        forget(&session, MOVE_PROBLEM).await?;
        remember(&session, FOUND, &found).await?;
        redirect(locale, "/skranke/book/tid");
        return Ok(());
    }
    let typed = |text: String| hide_cpr(&text.chars().take(100).collect::<String>());
    let attempt = LookUpForm {
        code: typed(code),
        name: typed(name),
        not_found: true,
    };
    remember(&session, LOOK_UP, &attempt).await?;
    redirect(locale, "/skranke/book/find");
    Ok(())
}

/// The booking that was looked up, as it is now. **Permissions**: whoever serves citizens and has looked it up.
#[server(prefix = "/api", endpoint = "desk/looked-up", input = GetUrl)]
pub async fn looked_up_booking(locale: Locale) -> Result<Reply<StaffReceipt>, AppError> {
    let session = session().await?;
    signed_in_with(&session, Right::ServeCitizens).await?;
    let found = found(&session).await?;
    let appointment = found_appointment(&found).await?;
    let (context, schedule) = (context(), schedule().await?);
    Reply::of(&staff_receipt_view(&context, &schedule, (&appointment, found.code), locale).await?)
}

#[cfg(feature = "ssr")]
async fn looked_up(code: &str, name: &str, own: &Workplaces) -> AppResult<Option<Found>> {
    let Ok(code) = BookingCode::parse(code) else {
        return Ok(None);
    };
    let context = context();
    let hash = appointments::code_hash(&context.code_key, &code);
    let appointment = appointments::find_by_code_hash(context.database.read(), &hash, now()).await?;
    let is_meant = |appointment: &Appointment| {
        own.include(&appointment.location) && (name.trim().is_empty() || appointment.name.is_said_as(name))
    };
    Ok(appointment.filter(is_meant).map(|appointment| Found {
        appointment: appointment.id,
        code: code.to_string(),
        by: AskedBy::Staff,
    }))
}
