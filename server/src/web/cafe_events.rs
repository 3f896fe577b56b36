//! `/api/cafe/events/{what}`: tells pages of the homework café when the line or a room has changed.
//!
//! As at the desk an event says no more than that, so anybody may listen: that something was written in a room with a number is
//! nothing about anybody.

use std::time::Duration;

use app::server_side::AppContext;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::ids::CafeQuestionId;
use store::cafe::{CafeChange, changes};

use super::events::Subject;
use super::state::WebState;

/// Changes within this time are told as one: somebody waits for each word.
const TOGETHER: Duration = Duration::from_millis(30);

/// The stream of the line, or of a room by its number; one that there is not never changes.
pub async fn of_cafe(
    State(context): State<AppContext>,
    State(state): State<WebState>,
    Path(what): Path<String>,
) -> Response {
    let watched = match what.as_str() {
        "line" => Some(CafeChange::Line),
        number => number.parse().ok().map(|id| CafeChange::Room(CafeQuestionId(id))),
    };
    let Some(watched) = watched else {
        return StatusCode::NOT_FOUND.into_response();
    };
    state.listeners.stream(Subject {
        changes: changes(&context.database),
        is_mine: move |change: &CafeChange| *change == watched,
        // What was written before the line stood is told at once.
        has_missed: true,
        together: TOGETHER,
    })
}
