//! `/api/desk/{location}/events`: tells pages of the desk when the queue of their place has changed.

use std::time::Duration;

use app::server_side::AppContext;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::ids::LocationId;
use jiff::Timestamp;
use serde::Deserialize;
use store::desk::{changed_since, changes};

use super::events::Subject;
use super::state::WebState;

/// Changes within this time are told as one: a queue has many listeners.
const TOGETHER: Duration = Duration::from_millis(200);

/// What whoever listens knows already.
#[derive(Debug, Deserialize)]
pub struct Known {
    /// When they looked at the queue, in milliseconds since 1970.
    since: Option<i64>,
}

/// The stream of a place; a place that is none never changes. What has changed since somebody looked is told at once, also
/// when a line that was lost is mended, for the browser asks by the same address again.
pub async fn of_place(
    State(context): State<AppContext>,
    State(state): State<WebState>,
    Path(location): Path<LocationId>,
    Query(known): Query<Known>,
) -> Response {
    let changes = changes(&context.database);
    let looked = known
        .since
        .and_then(|since| Timestamp::from_millisecond(since).ok());
    let has_missed = looked.is_some_and(|moment| changed_since(&context.database, &location, moment));
    state.listeners.stream(Subject {
        changes,
        is_mine: move |place: &LocationId| *place == location,
        has_missed,
        together: TOGETHER,
    })
}
