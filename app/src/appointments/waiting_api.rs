use domain::appointments::{CancelForm, JoinPage, PartOfDay, ToldBy, WaitingPage};
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    booking::{BookedBy, Booking, Receipt},
    series::time_card,
    views::{chosen, location_card, service_card},
    waiting_place::{JoinAttempt, MyPlace, draft_of, find, join, live_offer, my_waiting},
    waiting_visit::{visit_asked, with_visit},
    wishes::wishes,
};
use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    JOIN_ATTEMPT, RECEIPT, WAITING, WAITING_ATTEMPT, context, forget, now, recall, redirect, remember,
    schedule, session,
};
#[cfg(feature = "ssr")]
use domain::appointments::{JoinForm, OfferView};
#[cfg(feature = "ssr")]
use store::appointments::{self, Offer};

/// The form to join the waiting list, with what was typed before. **Permissions**: anyone; the attempt is the visitor's own.
#[server(prefix = "/api", name = LoadJoinForm, endpoint = "waiting/form", input = GetUrl)]
pub async fn join_form(
    service: ServiceId,
    location: LocationId,
    locale: Locale,
) -> Result<Reply<JoinPage>, AppError> {
    let schedule = schedule().await?;
    let session = session().await?;
    let wishes = wishes(&session).await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    let attempt: Option<JoinAttempt> = recall(&session, JOIN_ATTEMPT).await?;
    let JoinAttempt { form, errors } = attempt.unwrap_or_default();
    Reply::of(&JoinPage {
        service: service_card(&context().library, service, locale),
        location: location_card(location, None, locale),
        way: service.way(wishes.way(service)),
        needs: wishes.needs(service),
        form,
        errors,
    })
}

/// Puts the visitor on the waiting list, or shows the form again with what is wrong. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "waiting/join")]
pub async fn join_waiting_list(
    service: ServiceId,
    location: LocationId,
    locale: Locale,
    #[server(default)] name: String,
    #[server(default)] contact: ToldBy,
    #[server(default)] phone: String,
    #[server(default)] call: String,
    #[server(default)] email: String,
    #[server(default)] weekdays: Vec<i8>,
    #[server(default)] parts: Vec<PartOfDay>,
) -> Result<(), AppError> {
    let schedule = schedule().await?;
    let session = session().await?;
    let wishes = wishes(&session).await?;
    let (service, location) = chosen(&schedule, &service, &location)?;
    let form = JoinForm {
        name,
        contact,
        phone,
        call,
        email,
        weekdays,
        parts,
    };
    match join((service, location), &form, &wishes, locale).await? {
        Ok(place) => {
            forget(&session, JOIN_ATTEMPT).await?;
            remember(&session, WAITING, &place).await?;
            redirect(locale, "/tid/venteliste/min");
        }
        Err(errors) => {
            remember(&session, JOIN_ATTEMPT, &JoinAttempt::new(form, errors)).await?;
            redirect(locale, &format!("/tid/venteliste/{}/{}", service.id, location.id));
        }
    }
    Ok(())
}

/// What was typed to find a place on the list, and why none was found. **Permissions**: anyone; the attempt is the visitor's
/// own.
#[server(prefix = "/api", name = LoadWaitingForm, endpoint = "waiting/find-form", input = GetUrl)]
pub async fn waiting_form() -> Result<Reply<CancelForm>, AppError> {
    let attempt: Option<CancelForm> = recall(&session().await?, WAITING_ATTEMPT).await?;
    Reply::of(&attempt.unwrap_or_default())
}

/// Finds somebody's place by its code and name. **Permissions**: whoever knows both.
#[server(prefix = "/api", endpoint = "waiting/find")]
pub async fn find_waiting_place(
    locale: Locale,
    #[server(default)] code: String,
    #[server(default)] name: String,
) -> Result<(), AppError> {
    let session = session().await?;
    match find(&code, &name).await? {
        Ok(place) => {
            forget(&session, WAITING_ATTEMPT).await?;
            remember(&session, WAITING, &place).await?;
            redirect(locale, "/tid/venteliste/min");
        }
        Err(problem) => {
            let attempt = CancelForm::refused(&code, &name, problem);
            remember(&session, WAITING_ATTEMPT, &attempt).await?;
            redirect(locale, "/tid/venteliste");
        }
    }
    Ok(())
}

/// The visitor's place on the list, and what is offered to them. **Permissions**: whoever joined, or found it by code and name.
#[server(prefix = "/api", endpoint = "waiting/place", input = GetUrl)]
pub async fn waiting_place(locale: Locale) -> Result<Reply<WaitingPage>, AppError> {
    let session = session().await?;
    let (MyPlace { code, .. }, waiting) = my_waiting(&session).await?;
    let schedule = schedule().await?;
    let (service, location) = chosen(&schedule, &waiting.service, &waiting.location)?;
    let offer = live_offer(&waiting, now());
    let visit = visit_asked(&session, service, &waiting).await?;
    Reply::of(&WaitingPage {
        service: service_card(&context().library, service, locale),
        location: location_card(location, None, locale),
        way: service.way(waiting.arrangement.way),
        needs: waiting.arrangement.needs.clone(),
        contact: waiting.told_by,
        code,
        missed: offer.is_none() && waiting.offered.is_some(),
        offer: offer.map(|Offer { slot, until, .. }| OfferView {
            time: time_card(service, location, slot, locale),
            until: until.into(),
            visit,
        }),
    })
}

/// Books the time that is offered, once; then the visitor waits no more. When it has gone on to somebody else, their page says
/// so. **Permissions**: whoever joined, or found the place by code and name.
#[server(prefix = "/api", endpoint = "waiting/accept")]
pub async fn accept_offer(
    locale: Locale,
    /// Of whoever is visited: the list has none.
    #[server(default)]
    address: String,
) -> Result<(), AppError> {
    let (context, session) = (context(), session().await?);
    let Ok((place, waiting)) = my_waiting(&session).await else {
        // A second press of the button: the ticket is there.
        let _: Receipt = recall(&session, RECEIPT).await?.ok_or(AppError::SessionLost)?;
        redirect(locale, "/tid/kvittering");
        return Ok(());
    };
    let Some(offer) = live_offer(&waiting, now()) else {
        redirect(locale, "/tid/venteliste/min");
        return Ok(());
    };
    let schedule = schedule().await?;
    let booking = Booking {
        database: &context.database,
        code_key: &context.code_key,
        schedule: &schedule,
        by: BookedBy::Citizen,
        hold: Some(offer.hold.clone()),
        locale,
    };
    let draft = draft_of(&schedule, &place, &waiting, &offer)?;
    let Some(draft) = with_visit(&session, waiting.id, draft, &address).await? else {
        redirect(locale, "/tid/venteliste/min");
        return Ok(());
    };
    let Some(receipt) = booking.book(&draft, now()).await? else {
        redirect(locale, "/tid/venteliste/min");
        return Ok(());
    };
    appointments::leave_waiting(&context.database, waiting.id).await?;
    remember(&session, RECEIPT, &receipt).await?;
    forget(&session, WAITING).await?;
    redirect(locale, "/tid/kvittering");
    Ok(())
}

/// Declines the time that is offered; the visitor waits on. **Permissions**: whoever joined, or found the place by code and
/// name.
#[server(prefix = "/api", endpoint = "waiting/decline")]
pub async fn decline_waiting_offer(locale: Locale) -> Result<(), AppError> {
    let (_, waiting) = my_waiting(&session().await?).await?;
    if let Some(offer) = &waiting.offer {
        appointments::decline_offer(&context().database, waiting.id, &offer.hold).await?;
    }
    redirect(locale, "/tid/venteliste/min");
    Ok(())
}

/// Takes the visitor off the list and erases what was known of them. **Permissions**: whoever joined, or found the place by
/// code and name.
#[server(prefix = "/api", endpoint = "waiting/leave")]
pub async fn leave_waiting_list(locale: Locale) -> Result<(), AppError> {
    let session = session().await?;
    let (_, waiting) = my_waiting(&session).await?;
    appointments::leave_waiting(&context().database, waiting.id).await?;
    forget(&session, WAITING).await?;
    redirect(locale, "/tid/venteliste/slut");
    Ok(())
}
