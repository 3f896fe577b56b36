use domain::desk::{DeskPage, DeskPlacesPage};
use domain::ids::LocationId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use super::{
    access::{Seat, desk_path, place_served, queue_today, seat},
    queue::Queue,
    views::{advisers_of, desk_page, place_view},
};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::oversight::note_shown;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use crate::server_side::{
    DESK_SEAT, UNFIT_COUNTER, context, forget, now, recall, redirect, remember, schedule, session,
    signed_in_with,
};
#[cfg(feature = "ssr")]
use crate::staff::own_adviser;
#[cfg(feature = "ssr")]
use domain::{
    desk::{Counter, DeskNotice},
    oversight::SeenIn,
    staff::Right,
};
#[cfg(feature = "ssr")]
use store::desk::{CallOutcome, call_next};

/// The places whose desks the visitor may open. **Permissions**: whoever serves citizens; their own places.
#[server(prefix = "/api", name = LoadDeskPlaces, endpoint = "desk/places", input = GetUrl)]
pub async fn desk_places(locale: Locale) -> Result<Reply<DeskPlacesPage>, AppError> {
    let staff = signed_in_with(&session().await?, Right::ServeCitizens)
        .await?
        .staff;
    let schedule = schedule().await?;
    let own = schedule
        .locations
        .iter()
        .filter(|location| staff.workplaces.include(&location.id));
    Reply::of(&DeskPlacesPage {
        places: own.map(|location| place_view(location, locale)).collect(),
        registers_support_workers: staff.role.may(Right::EditSchedule),
    })
}

/// The desk of a place, today. **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", name = LoadDesk, endpoint = "desk/queue", input = GetUrl)]
pub async fn desk(
    location: LocationId,
    #[server(default)] notice: String,
    locale: Locale,
) -> Result<Reply<DeskPage>, AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let place = place_served(&session, &schedule, &location).await?;
    let account = signed_in_with(&session, Right::ServeCitizens).await?.id;
    let queue = Queue::of(&schedule, place).await?;
    note_shown(account, queue.booked.iter().map(|one| one.id), SeenIn::Desk).await?;
    let seat = seat(&session, &location).await?;
    let mut page = desk_page(&schedule, place, &queue, seat, locale);
    page.own_adviser = own_adviser(account, &schedule).await?;
    page.notice = DeskNotice::from_word(&notice);
    page.unfit_counter = recall(&session, UNFIT_COUNTER).await? == Some(true);
    Reply::of(&page)
}

/// Remembers where somebody sits, and as whom. **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", endpoint = "desk/sit")]
pub async fn take_seat(
    locale: Locale,
    location: LocationId,
    #[server(default)] counter: String,
    #[server(default)] adviser: String,
) -> Result<(), AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    place_served(&session, &schedule, &location).await?;
    match Counter::parse(&counter) {
        Ok(counter) => {
            let known = advisers_of(&schedule, &location);
            let adviser = known.into_iter().find(|id| id.as_str() == adviser);
            let seat = Seat {
                location: location.clone(),
                counter,
                adviser,
            };
            remember(&session, DESK_SEAT, &seat).await?;
            forget(&session, UNFIT_COUNTER).await?;
        }
        Err(_) => remember(&session, UNFIT_COUNTER, &true).await?,
    }
    redirect(locale, &format!("/skranke/{location}"));
    Ok(())
}

/// Leaves the seat, so that another can be taken. **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", endpoint = "desk/leave")]
pub async fn leave_seat(locale: Locale, location: LocationId) -> Result<(), AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    place_served(&session, &schedule, &location).await?;
    forget(&session, DESK_SEAT).await?;
    redirect(locale, &format!("/skranke/{location}"));
    Ok(())
}

/// Calls the next whom the visitor can help to their counter. **Permissions**: whoever serves citizens at that place.
#[server(prefix = "/api", endpoint = "desk/call-next")]
pub async fn call_next_citizen(locale: Locale, location: LocationId) -> Result<(), AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    place_served(&session, &schedule, &location).await?;
    let seat = seat(&session, &location).await?.ok_or(AppError::SessionLost)?;
    let day = queue_today(&location);
    let called = call_next(&context().database, &day, &seat.clerk(&schedule), now()).await?;
    let notice = (called == CallOutcome::NobodyWaits).then_some(DeskNotice::NobodyForYou);
    redirect(locale, &desk_path(&location, notice));
    Ok(())
}
