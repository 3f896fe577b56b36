use domain::locale::Locale;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    crate::cafe::access::{named_room, room_path, seen, sender},
    crate::cafe::server_words::kept_typed,
    crate::error::AppResult,
    crate::server_side::{CAFE_FIGURE, context, forget, now, redirect, remember, session},
    domain::cafe::{Figure, FigureAttempt, FigureKind, FigureProblem},
    domain::ids::CafeQuestionId,
    serde::{Deserialize, Serialize},
    store::cafe::{self, SketchOutcome},
};

/// A figure that could not be drawn in a room.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct FigureDraft {
    pub room: CafeQuestionId,
    pub attempt: FigureAttempt,
}

/// Draws a bar in parts, or says why not. **Permissions**: whoever has asked; the volunteer who has taken it.
#[server(prefix = "/api", endpoint = "cafe/add-fraction-bar")]
pub async fn add_fraction_bar(
    locale: Locale,
    #[server(default)] room: String,
    #[server(default)] filled: String,
    #[server(default)] parts: String,
) -> Result<(), AppError> {
    add(
        locale,
        &room,
        (FigureKind::FractionBar, [filled, parts, String::new()]),
    )
    .await
}

/// Draws a number line, or says why not. **Permissions**: whoever has asked; the volunteer who has taken it.
#[server(prefix = "/api", endpoint = "cafe/add-number-line")]
pub async fn add_number_line(
    locale: Locale,
    #[server(default)] room: String,
    #[server(default)] from: String,
    #[server(default)] to: String,
    #[server(default)] mark: String,
) -> Result<(), AppError> {
    add(locale, &room, (FigureKind::NumberLine, [from, to, mark])).await
}

/// Draws rows of squares, or says why not. **Permissions**: whoever has asked; the volunteer who has taken it.
#[server(prefix = "/api", endpoint = "cafe/add-squares")]
pub async fn add_squares(
    locale: Locale,
    #[server(default)] room: String,
    #[server(default)] rows: String,
    #[server(default)] columns: String,
) -> Result<(), AppError> {
    add(
        locale,
        &room,
        (FigureKind::Squares, [rows, columns, String::new()]),
    )
    .await
}

#[cfg(feature = "ssr")]
async fn add(locale: Locale, room: &str, (kind, typed): (FigureKind, [String; 3])) -> AppResult<()> {
    let session = session().await?;
    let seen = seen(&context().database, &session, named_room(room)?).await?;
    let (sender, id) = (sender(seen.seat)?, seen.question.id);
    let drawn = match Figure::read(kind, [&typed[0], &typed[1], &typed[2]]) {
        Ok(figure) => draw(id, sender, figure).await?,
        Err(problem) => Err(problem),
    };
    match drawn {
        Ok(()) => forget(&session, CAFE_FIGURE).await?,
        Err(problem) => {
            let numbers = typed.map(|number| kept_typed(&number));
            let attempt = FigureAttempt {
                kind,
                numbers,
                problem,
            };
            remember(&session, CAFE_FIGURE, &FigureDraft { room: id, attempt }).await?;
        }
    }
    redirect(locale, &room_path(&seen));
    Ok(())
}

/// Where the room is over there is nothing to say: the page says so.
#[cfg(feature = "ssr")]
async fn draw(
    id: CafeQuestionId,
    sender: cafe::Sender,
    figure: Figure,
) -> AppResult<Result<(), FigureProblem>> {
    let outcome = cafe::draw_figure(&context().database, id, sender, figure, now()).await?;
    Ok(match outcome {
        SketchOutcome::Drawn | SketchOutcome::NotNow => Ok(()),
        SketchOutcome::Full => Err(FigureProblem::Full),
        SketchOutcome::NoPlace => Err(FigureProblem::NoPlace),
    })
}
