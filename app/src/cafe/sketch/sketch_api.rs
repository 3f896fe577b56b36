use domain::cafe::{SketchPage, SketchTools, TakeBack};
use domain::ids::CafeQuestionId;
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::figure_api::FigureDraft,
    super::words::said,
    crate::cafe::access::{named_room, room_number, room_path, seen, sender},
    crate::server_side::{CAFE_FIGURE, context, now, recall, redirect, session},
    crate::texts::Texts,
    domain::cafe::{DrawnMark, MOST_MARKS, Room, Seat, drawing, read_strokes},
    store::cafe::{self, SketchOutcome},
};

/// What is drawn in a room: the own, or that of a number. **Permissions**: whoever has asked; the volunteer who has taken it;
/// whoever runs the café, who sees what was taken back too.
#[server(prefix = "/api", name = LoadCafeSketch, endpoint = "cafe/sketch", input = GetUrl)]
pub async fn sketch(room: Option<CafeQuestionId>, locale: Locale) -> Result<Reply<SketchPage>, AppError> {
    let (session, database) = (session().await?, context().database);
    let seen = seen(&database, &session, room).await?;
    let sent = cafe::sketch(database.read(), seen.question.id).await?;
    let is_full = u64::try_from(sent.len()).unwrap_or(u64::MAX) >= MOST_MARKS;
    let is_shown = |drawn: &cafe::SentMark| seen.seat == Seat::Coordinator || !drawn.taken_back;
    let sent: Vec<_> = sent.into_iter().filter(is_shown).collect();
    let is_open = seen.question.room.is_some_and(|room| room.is_open(now()));
    let said = said(Texts::of(locale), seen.seat, &sent);
    let shown: Vec<DrawnMark> = sent.into_iter().map(Into::into).collect();
    Reply::of(&SketchPage {
        shown: !shown.is_empty() || (is_open && seen.seat != Seat::Coordinator),
        drawing: drawing(&shown),
        said,
        is_full,
    })
}

/// What one draws with. **Permissions**: as for the room.
#[server(prefix = "/api", name = LoadCafeSketchTools, endpoint = "cafe/sketch-tools", input = GetUrl)]
pub async fn sketch_tools(room: Option<CafeQuestionId>) -> Result<Reply<SketchTools>, AppError> {
    let session = session().await?;
    let seen = seen(&context().database, &session, room).await?;
    let is_open = |room: Room| room.is_open(now());
    let draft: Option<FigureDraft> = recall(&session, CAFE_FIGURE).await?;
    let draft = draft.filter(|draft| draft.room == seen.question.id);
    Reply::of(&SketchTools {
        room: room_number(&seen),
        may_draw: seen.seat != Seat::Coordinator && seen.question.room.is_some_and(is_open),
        attempt: draft.map(|draft| draft.attempt),
    })
}

/// Draws strokes: "blue 10,20 30,40;red 1,1". Only a script sends them, and it stays where it is. **Permissions**: whoever has
/// asked; the volunteer who has taken it.
#[server(prefix = "/api", endpoint = "cafe/draw")]
pub async fn draw_strokes(
    #[server(default)] room: String,
    #[server(default)] strokes: String,
) -> Result<(), AppError> {
    let database = context().database;
    let seen = seen(&database, &session().await?, named_room(&room)?).await?;
    let sender = sender(seen.seat)?;
    let strokes = read_strokes(&strokes).map_err(|_| AppError::Invalid)?;
    match cafe::draw(&database, seen.question.id, sender, strokes, now()).await? {
        SketchOutcome::Drawn | SketchOutcome::NotNow => Ok(()),
        SketchOutcome::Full | SketchOutcome::NoPlace => Err(AppError::TooLarge),
    }
}

/// Takes back one's own latest mark, or all of them. **Permissions**: whoever has asked; the volunteer who has taken it.
#[server(prefix = "/api", endpoint = "cafe/take-back")]
pub async fn take_back_marks(
    locale: Locale,
    #[server(default)] room: String,
    #[server(default)] what: TakeBack,
) -> Result<(), AppError> {
    let database = context().database;
    let seen = seen(&database, &session().await?, named_room(&room)?).await?;
    let sender = sender(seen.seat)?;
    cafe::take_back(&database, seen.question.id, sender, what, now()).await?;
    redirect(locale, &room_path(&seen));
    Ok(())
}
