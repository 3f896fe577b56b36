use domain::cafe::{RoomPage, RoomStep, RoomSteps, RoomWriting};
use domain::ids::CafeQuestionId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::{named_room, room_path, seen},
    super::showing,
    crate::server_side::{CAFE_ASKED, CAFE_DRAFT, context, now, recall, redirect, schedule, session},
    domain::cafe::{CafeText, Seat},
    store::cafe,
};

/// A room: the own, or that of a number. **Permissions**: whoever has asked; the volunteer who has taken it; whoever runs the
/// café.
#[server(prefix = "/api", name = LoadCafeRoom, endpoint = "cafe/room", input = GetUrl)]
pub async fn room(room: Option<CafeQuestionId>) -> Result<Reply<RoomPage>, AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let seen = seen(&context().database, &session, room).await?;
    Reply::of(&showing::room_page(&schedule, seen, now()).await?)
}

/// What can be done with a question, and what helps with it. **Permissions**: as for the room.
#[server(prefix = "/api", name = LoadCafeRoomSteps, endpoint = "cafe/room-steps", input = GetUrl)]
pub async fn room_steps(room: Option<CafeQuestionId>, locale: Locale) -> Result<Reply<RoomSteps>, AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let seen = seen(&context().database, &session, room).await?;
    let asked = recall(&session, CAFE_ASKED).await?;
    Reply::of(&showing::room_steps(&schedule, seen, asked, (now(), locale)).await?)
}

/// What one writes with in a room. **Permissions**: as for the room.
#[server(prefix = "/api", name = LoadCafeRoomWriting, endpoint = "cafe/room-writing", input = GetUrl)]
pub async fn room_writing(room: Option<CafeQuestionId>) -> Result<Reply<RoomWriting>, AppError> {
    let (session, schedule) = (session().await?, schedule().await?);
    let seen = seen(&context().database, &session, room).await?;
    let draft = recall(&session, CAFE_DRAFT).await?;
    Reply::of(&showing::room_writing(&schedule, seen, draft, now()).await?)
}

/// Gives a room more time, once, or ends it. **Permissions**: whoever has asked; the volunteer who has taken it; whoever runs
/// the café may end it.
#[server(prefix = "/api", endpoint = "cafe/step")]
pub async fn step_room(
    locale: Locale,
    #[server(default)] room: String,
    step: RoomStep,
    #[server(default)] next_try: String,
) -> Result<(), AppError> {
    let session = session().await?;
    let database = context().database;
    let seen = seen(&database, &session, named_room(&room)?).await?;
    if (seen.seat, step) == (Seat::Coordinator, RoomStep::Extend) {
        return Err(AppError::Forbidden);
    }
    let id = seen.question.id;
    // What may not pass is left out: the room ends all the same.
    let next_try = CafeText::parse(&next_try)
        .ok()
        .filter(|_| seen.seat == Seat::Asker);
    match step {
        RoomStep::Extend => cafe::step(&database, id, RoomStep::Extend, now()).await?,
        RoomStep::End => cafe::end(&database, id, next_try.as_ref(), now()).await?,
    };
    redirect(locale, &room_path(&seen));
    Ok(())
}

/// Asks a coordinator to look at a room. **Permissions**: whoever has asked; the volunteer who has taken it.
#[server(prefix = "/api", endpoint = "cafe/report")]
pub async fn report_room(locale: Locale, #[server(default)] room: String) -> Result<(), AppError> {
    let database = context().database;
    let seen = seen(&database, &session().await?, named_room(&room)?).await?;
    cafe::report(&database, seen.question.id, now()).await?;
    redirect(locale, &room_path(&seen));
    Ok(())
}
