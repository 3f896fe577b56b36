//! A booking that a program asks for again until it has been told what became of it.
//!
//! The code is made of the program's key and of all that it asks for. So asking again gives the same code, though it is kept
//! nowhere, and the same key with another wish is known by a code that does not fit.

use domain::appointments::{BookingCode, DetailsForm, Needs, Schedule, Slot, VisitAddressError, Way};
use domain::contact::ContactError;
use domain::free_text::FreeTextError;
use domain::ids::{AppointmentId, LocationId, ServiceId};
use domain::locale::Locale;
use jiff::Timestamp;
use serde::Serialize;
use store::appointments::{self, Appointment, code_hash, derived_code};

use super::booking::{BookedBy, Booking};
use super::draft::{Draft, new_draft};
use super::holding::Choice;
use super::views::chosen;
use super::wishes::Wishes;
use crate::error::{AppError, AppResult};
use crate::server_side::AppContext;

/// Codes that are tried before we give up: each is another's once in 2^30 / appointments.
const CODES: u32 = 3;

/// What a program wants for somebody.
#[derive(Debug, Clone, Serialize)]
pub struct Wish {
    pub service: ServiceId,
    pub location: LocationId,
    pub slot: Slot,
    pub form: DetailsForm,
    /// How they want to meet; the usual way where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<Way>,
    /// Where they are visited, as typed; empty where they are not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    #[serde(skip_serializing_if = "Needs::are_none")]
    pub needs: Needs,
    /// The language of messages about the booking.
    pub locale: Locale,
}

/// What became of a wish.
pub enum BookedOnce {
    /// It stands, by this request or an earlier one with the same key; it may have been moved or cancelled since.
    Booked(Box<Appointment>, BookingCode),
    /// The time is not free, or is none of the service's.
    Taken,
    /// The key has booked something else.
    KeyUsed,
    /// What is wrong with name, telephone number or mail address.
    Wrong(Vec<ContactError>),
    /// What is wrong with the note.
    WrongNote(FreeTextError),
    /// The service is not given in this way.
    NotThatWay,
    /// They are visited, and what is wrong with the address.
    NoAddress(VisitAddressError),
}

/// Books once, however often the same wish comes with the same key.
pub async fn book_once(
    context: &AppContext,
    schedule: &Schedule,
    key: &str,
    wish: &Wish,
    now: Timestamp,
) -> AppResult<BookedOnce> {
    let (service, location) = chosen(schedule, &wish.service, &wish.location)?;
    if wish.way.is_some_and(|way| !service.ways.contains(&way)) {
        return Ok(BookedOnce::NotThatWay);
    }
    let draft = draft(key, wish, (service, location, wish.slot));
    if let Some(error) = draft.visit.as_ref().and_then(|visit| visit.error) {
        return Ok(BookedOnce::NoAddress(error));
    }
    if !draft.errors.is_empty() {
        return Ok(BookedOnce::Wrong(draft.errors));
    }
    if let Some(error) = draft.note_error {
        return Ok(BookedOnce::WrongNote(error));
    }
    let booking = Booking {
        database: &context.database,
        code_key: &context.code_key,
        schedule,
        by: BookedBy::Citizen,
        hold: None,
        locale: wish.locale,
    };
    for code in codes(context, key, wish) {
        let draft = Draft {
            code: code.to_string(),
            ..draft.clone()
        };
        match booking.book(&draft, now).await {
            Ok(Some(receipt)) => return booked(context, key, wish, receipt.appointment).await,
            Ok(None) => return Ok(BookedOnce::Taken),
            // The code is another appointment's.
            Err(AppError::SessionLost) => {}
            Err(error) => return Err(error),
        }
    }
    tracing::error!("every code that was made for a booking is another's");
    Err(AppError::Internal)
}

/// The booking and its code, if it was made of this very wish.
async fn booked(context: &AppContext, key: &str, wish: &Wish, id: AppointmentId) -> AppResult<BookedOnce> {
    for code in codes(context, key, wish) {
        let hash = code_hash(&context.code_key, &code);
        let found = appointments::all_by_code_hash(context.database.read(), &hash).await?;
        if let Some(appointment) = found.into_iter().find(|found| found.id == id) {
            return Ok(BookedOnce::Booked(Box::new(appointment), code));
        }
    }
    Ok(BookedOnce::KeyUsed)
}

fn draft(key: &str, wish: &Wish, choice: Choice<'_>) -> Draft {
    let wishes = Wishes::new(choice.0, wish.way, wish.needs.clone());
    let draft = Draft {
        // The keys of forms have no colon, so none of them is a program's.
        idempotency_key: format!("api:{key}"),
        ..new_draft(choice, wish.form.clone(), &wishes, None)
    };
    draft.with_address(&wish.address)
}

fn codes(context: &AppContext, key: &str, wish: &Wish) -> impl Iterator<Item = BookingCode> {
    let wish = serde_json::to_string(wish).expect("a wish has only keys that are strings");
    (0..CODES).map(move |attempt| derived_code(&context.code_key, &format!("{attempt} {key} {wish}")))
}
