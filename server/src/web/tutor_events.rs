//! `/api/tutor/{pairing}/events/{version}`: tells the two screens of a lesson when it has changed since they looked.

use std::time::Duration;

use app::server_side::AppContext;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::ids::PairingId;
use store::tutor::{changes, version};

use super::events::Subject;
use super::state::WebState;

/// The stream of a pairing, for a screen that has seen it change `seen` times. What was changed before it listens it is told
/// at once, so a line that was cut loses nothing.
pub async fn of_pairing(
    State(context): State<AppContext>,
    State(state): State<WebState>,
    Path((pairing, seen)): Path<(i64, i64)>,
) -> Response {
    let pairing = PairingId(pairing);
    // Before it is asked how often it has changed: what comes in between is told twice rather than never.
    let changes = changes(&context.database);
    let Ok(Some(version)) = version(context.database.read(), pairing).await else {
        return StatusCode::NO_CONTENT.into_response();
    };
    state.listeners.stream(Subject {
        changes,
        is_mine: move |changed: &PairingId| *changed == pairing,
        has_missed: version > seen,
        together: Duration::ZERO,
    })
}
