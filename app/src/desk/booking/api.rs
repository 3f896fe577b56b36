use domain::appointments::{Need, StaffBookingPage, StaffBookingPress, StaffReceipt, Way};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use domain::messages::LetterWish;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    choosing::Asked,
    making::{Pressed, StaffBooked, StaffDraft, press_book, staff_draft},
    showing::{booking_page, staff_receipt_view},
};
#[cfg(feature = "ssr")]
use crate::appointments::{
    booking::{BookedBy, Booking},
    views::chosen,
};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::oversight::note_shown;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    DESK_BOOKED, DESK_DRAFT, context, forget, recall, redirect, remember, schedule, session, signed_in_with,
};
#[cfg(feature = "ssr")]
use domain::appointments::{NeedsForm, StaffBookingForm};
#[cfg(feature = "ssr")]
use domain::oversight::SeenIn;
#[cfg(feature = "ssr")]
use domain::staff::Right;

/// A service at a place with its first free times, kept ones too, and what has been typed. **Permissions**: whoever serves
/// citizens, for their own places; what was typed is their own.
#[server(prefix = "/api", name = LoadStaffBooking, endpoint = "desk/booking", input = GetUrl)]
pub async fn staff_booking(
    /// The place; the first of one's own where it is left out or is not.
    #[server(default)]
    location: String,
    /// The service; the place's first where it is left out or unknown.
    #[server(default)]
    service: String,
    /// The beginning of a word of a service.
    #[server(default)]
    search: String,
    /// `2026-11-30`: all times of that day, or of the first after it.
    #[server(default)]
    day: String,
    locale: Locale,
) -> Result<Reply<StaffBookingPage>, AppError> {
    let session = session().await?;
    let signed_in = signed_in_with(&session, Right::ServeCitizens).await?;
    let (context, schedule) = (context(), schedule().await?);
    let draft = staff_draft(&session).await?;
    let asked = Asked::new(&location, &service, search, &day);
    let chosen = asked.choose(&schedule, &signed_in.staff.workplaces, draft.as_ref(), locale)?;
    let page = booking_page(&context, &schedule, &asked, &chosen, draft.as_ref(), locale).await?;
    note_shown(
        signed_in.id,
        page.twins.iter().map(|twin| twin.number),
        SeenIn::Booking,
    )
    .await?;
    Reply::of(&page)
}

/// Books for a citizen, or shows what is wrong, who may have a time already, or the times that fit. **Permissions**: whoever
/// serves citizens, at their own places.
#[server(prefix = "/api", endpoint = "desk/book")]
pub async fn book_for_citizen(
    service: ServiceId,
    location: LocationId,
    locale: Locale,
    key: String,
    #[server(default)] slot: String,
    #[server(default)] name: String,
    #[server(default)] reach: String,
    #[server(default)] note: String,
    #[server(default)] address: String,
    #[server(default)] way: Option<Way>,
    #[server(default)] language: String,
    #[server(default)] interpreter: String,
    #[server(default)] needs: Vec<Need>,
    #[server(default)] letter: LetterWish,
    #[server(default)] press: StaffBookingPress,
) -> Result<(), AppError> {
    let session = session().await?;
    let signed_in = signed_in_with(&session, Right::ServeCitizens).await?;
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    if !signed_in.staff.workplaces.include(&location.id) {
        return Err(AppError::Forbidden);
    }
    let needs = NeedsForm {
        way,
        language,
        interpreter,
        needs,
    };
    let typed = StaffBookingForm {
        slot,
        name,
        reach,
        note,
        address,
        needs,
        letter,
    };
    let path = format!("/skranke/book?sted={}&ydelse={}", location.id, service.id);
    if press == StaffBookingPress::Clear {
        forget(&session, DESK_DRAFT).await?;
        redirect(locale, &path);
        return Ok(());
    }
    let draft = StaffDraft::new(&schedule, (service, location), typed, key)?;
    let context = context();
    let booking = Booking {
        database: &context.database,
        code_key: &context.code_key,
        schedule: &schedule,
        by: BookedBy::Staff(signed_in.id, letter),
        hold: None,
        locale,
    };
    match press_book(&booking, &session, &signed_in.staff.workplaces, draft, press).await? {
        Pressed::Booked => redirect(locale, "/skranke/book/kvittering"),
        Pressed::NotYet(draft) => {
            remember(&session, DESK_DRAFT, &draft).await?;
            redirect(locale, &path);
        }
    }
    Ok(())
}

/// The ticket of what was booked last. **Permissions**: whoever serves citizens and has booked it.
#[server(prefix = "/api", name = LoadStaffReceipt, endpoint = "desk/booked", input = GetUrl)]
pub async fn staff_receipt(locale: Locale) -> Result<Reply<StaffReceipt>, AppError> {
    let session = session().await?;
    let reader = signed_in_with(&session, Right::ServeCitizens).await?;
    let booked: StaffBooked = recall(&session, DESK_BOOKED)
        .await?
        .ok_or(AppError::SessionLost)?;
    let (context, schedule) = (context(), schedule().await?);
    let appointment = store::appointments::find(context.database.read(), booked.appointment)
        .await?
        .filter(|booked| reader.staff.workplaces.include(&booked.location))
        .ok_or(AppError::NotFound)?;
    note_shown(reader.id, [appointment.id], SeenIn::Booking).await?;
    Reply::of(&staff_receipt_view(&context, &schedule, (&appointment, booked.code), locale).await?)
}
