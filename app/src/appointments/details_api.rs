use domain::appointments::{ChosenTimePage, DetailsPress};
use domain::contact::ContactKind;
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    booking::{Receipt, free_advisers, is_given},
    draft::{Draft, draft, draft_choice, new_draft},
    holding::{Choice, HoldLength, held_view, hold_for_visitor, own},
    series::time_card,
    views::{chosen, location_card, service_card},
    wishes::wishes,
};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::error::AppResult;
#[cfg(feature = "ssr")]
use crate::help_topic::chosen_topic;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    DRAFT, RECEIPT, TAKEN, context, forget, now, recall, redirect, remember, schedule, session,
};
#[cfg(feature = "ssr")]
use domain::appointments::{Asking, DetailsForm, DetailsPage, Schedule, Slot, TakenTime};
#[cfg(feature = "ssr")]
use store::appointments::{Appointment, AppointmentStatus};
#[cfg(feature = "ssr")]
use tower_sessions::Session;

/// The form that asks who comes, with what was typed before; or that somebody has the time by now. **Permissions**: anyone; the
/// draft is the visitor's own.
#[server(prefix = "/api", endpoint = "appointments/details", input = GetUrl)]
pub async fn details(
    service: ServiceId,
    location: LocationId,
    slot: String,
    locale: Locale,
) -> Result<Reply<ChosenTimePage>, AppError> {
    let slot: Slot = slot.parse().map_err(|_| AppError::NotFound)?;
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    let session = session().await?;
    let choice = (service, location, slot);
    let own = own(&session).await?;
    let asking = wishes(&session).await?.asking(service);
    let database = context().database;
    let free = free_advisers(&database, &schedule, choice, &asking, &own, now()).await?;
    if free.is_empty() {
        return Reply::of(&no_longer_free(&session, &schedule, choice, &asking, locale).await?);
    }
    // What was typed for another time is still true of the person.
    let (form, errors, note_error) = match draft(&session).await? {
        // What was wrong for another service may be right for this one: not everybody has to be rung up.
        Some(draft) if draft.unfinished || draft.service != service.id => (draft.form, vec![], None),
        Some(draft) => (draft.form, draft.errors, draft.note_error),
        None => (DetailsForm::default(), vec![], None),
    };
    Reply::of(&ChosenTimePage::Free(Box::new(DetailsPage {
        service: service_card(&context().library, service, locale),
        location: location_card(location, None, locale),
        time: time_card(service, location, slot, locale),
        held: held_view(&session, choice).await?,
        way: service.way(asking.way),
        form,
        errors,
        note_error,
    })))
}

/// Why a time cannot be filled in any more. One that never was a time of the service is not found.
#[cfg(feature = "ssr")]
async fn no_longer_free(
    session: &Session,
    schedule: &Schedule,
    choice: Choice<'_>,
    asking: &Asking,
    locale: Locale,
) -> AppResult<ChosenTimePage> {
    let (service, location, slot) = choice;
    let receipt: Option<Receipt> = recall(session, RECEIPT).await?;
    if let Some(receipt) = receipt {
        let booked = store::appointments::find(context().database.read(), receipt.appointment).await?;
        let is_booked = |booked: Appointment| {
            booked.status == AppointmentStatus::Booked
                && booked.slot == slot
                && booked.location == location.id
                && booked.service == service.id
        };
        if booked.is_some_and(is_booked) {
            return Ok(ChosenTimePage::Booked);
        }
    }
    if !is_given(schedule, choice, asking, now()) {
        return Err(AppError::NotFound);
    }
    Ok(ChosenTimePage::Taken(Box::new(TakenTime {
        service: service_card(&context().library, service, locale),
        location: location_card(location, None, locale),
    })))
}

/// Keeps who comes, and goes on to the check, or back to the form where something is wrong or more time is asked for. The time
/// is held; when somebody else has taken it that is said at once, and what was typed is kept. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "appointments/save-details")]
pub async fn save_details(
    service: ServiceId,
    location: LocationId,
    slot: String,
    locale: Locale,
    #[server(default)] name: String,
    #[server(default)] contact: ContactKind,
    #[server(default)] phone: String,
    #[server(default)] email: String,
    #[server(default)] note: String,
    #[server(default)] press: DetailsPress,
) -> Result<(), AppError> {
    let slot: Slot = slot.parse().map_err(|_| AppError::Invalid)?;
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    let form = DetailsForm {
        name,
        contact,
        phone,
        email,
        note,
    };
    let session = session().await?;
    let wishes = wishes(&session).await?;
    let topic = chosen_topic(&session).await?;
    let earlier = draft(&session).await?;
    let draft = Draft {
        unfinished: press == DetailsPress::MoreTime,
        ..new_draft((service, location, slot), form, &wishes, topic)
    }
    .with_address_of(earlier);
    remember(&session, DRAFT, &draft).await?;
    let length = match press {
        DetailsPress::Check => HoldLength::Usual,
        DetailsPress::MoreTime => HoldLength::More,
    };
    if !hold_for_visitor(&session, &schedule, (service, location, slot), length).await? {
        remember(&session, TAKEN, &slot).await?;
        redirect(locale, &draft_choice(&draft));
        return Ok(());
    }
    forget(&session, TAKEN).await?;
    if draft.tells_who() {
        redirect(locale, draft.next_page());
    } else {
        redirect(locale, &format!("{}/{slot}", draft_choice(&draft)));
    }
    Ok(())
}
