//! `/api/desk/{location}/events`: tells pages of the desk when the queue of their place has changed.
//!
//! An event says no more than that, so anybody may listen; what the queue is now, each page asks with its own rights.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use app::server_side::AppContext;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use domain::ids::LocationId;
use futures_util::Stream;
use futures_util::stream::unfold;
use jiff::Timestamp;
use serde::Deserialize;
use store::desk::{changed_since, changes};
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, watch};
use tokio::time::sleep;

use super::state::WebState;

/// Listeners that a server has at once: a municipality's desks and screens, and everybody who looks at their number. Whoever
/// comes too late has a page that they can load again.
const MOST_LISTENERS: usize = 1000;
/// Changes within this time are told as one.
const TOGETHER: Duration = Duration::from_millis(200);
/// Without a change pages are told so often all the same, for waiting times pass.
const AT_LEAST_EVERY: Duration = Duration::from_mins(1);

/// Who listens, and until when.
#[derive(Clone)]
pub struct DeskEvents {
    room: Arc<Semaphore>,
    /// Ends every stream when it changes: a server that stops waits for all responses to end.
    stop: Option<watch::Receiver<()>>,
}

impl Default for DeskEvents {
    fn default() -> Self {
        Self {
            room: Arc::new(Semaphore::new(MOST_LISTENERS)),
            stop: None,
        }
    }
}

impl DeskEvents {
    /// Streams that end when `stop` changes.
    pub fn until(stop: watch::Receiver<()>) -> Self {
        Self {
            stop: Some(stop),
            ..Self::default()
        }
    }

    /// Room for one more listener, and what ends its stream; `None` when there is none left.
    pub(super) fn listener(self) -> Option<(OwnedSemaphorePermit, Option<watch::Receiver<()>>)> {
        let permit = self.room.try_acquire_owned().ok()?;
        Some((permit, self.stop))
    }
}

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
    let Some((permit, stop)) = state.desk_events.listener() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let changes = changes(&context.database);
    let looked = known
        .since
        .and_then(|since| Timestamp::from_millisecond(since).ok());
    let listener = Listener {
        is_behind: looked.is_some_and(|moment| changed_since(&context.database, &location, moment)),
        location,
        changes,
        stop,
        _permit: permit,
    };
    // A proxy that collects what it passes on would hold the events back.
    let unbuffered = [(HeaderName::from_static("x-accel-buffering"), "no")];
    let events = Sse::new(events(listener)).keep_alive(KeepAlive::default());
    (unbuffered, events).into_response()
}

struct Listener {
    location: LocationId,
    /// They have missed something before they listened.
    is_behind: bool,
    changes: broadcast::Receiver<LocationId>,
    stop: Option<watch::Receiver<()>>,
    _permit: OwnedSemaphorePermit,
}

fn events(listener: Listener) -> impl Stream<Item = Result<Event, Infallible>> {
    unfold(listener, |mut listener| async move {
        listener
            .wait()
            .await
            .then(|| (Ok(Event::default().data("changed")), listener))
    })
}

impl Listener {
    /// Waits for the next event; `false` when there will be none.
    async fn wait(&mut self) -> bool {
        if std::mem::take(&mut self.is_behind) {
            return true;
        }
        tokio::select! {
            () = changed(&mut self.changes, &self.location) => {}
            () = sleep(AT_LEAST_EVERY) => return true,
            () = stopped(&mut self.stop) => return false,
        }
        sleep(TOGETHER).await;
        while matches!(self.changes.try_recv(), Ok(_) | Err(TryRecvError::Lagged(_))) {}
        true
    }
}

/// Waits until this queue has changed, or may have: whoever is far behind does not know which changes they have missed.
async fn changed(changes: &mut broadcast::Receiver<LocationId>, location: &LocationId) {
    loop {
        match changes.recv().await {
            Ok(place) if place == *location => return,
            Ok(_) => {}
            Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

pub(super) async fn stopped(stop: &mut Option<watch::Receiver<()>>) {
    match stop {
        // It also ends when nobody is left who could stop the server.
        Some(stop) => drop(stop.changed().await),
        None => std::future::pending().await,
    }
}
