//! `/api/tutor/{pairing}/events/{version}`: tells the two screens of a lesson when it has changed since they looked.
//!
//! An event says no more than that, so anybody may listen; what the lesson is now, each screen asks with its own session.

use std::convert::Infallible;

use app::server_side::AppContext;
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use domain::ids::PairingId;
use futures_util::Stream;
use futures_util::stream::unfold;
use store::tutor::{changes, version};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{OwnedSemaphorePermit, watch};

use super::desk_events::stopped;
use super::state::WebState;

/// The stream of a pairing, for a screen that has seen it change `seen` times. What was changed before it listens it is told
/// at once, so a line that was cut loses nothing.
pub async fn of_pairing(
    State(context): State<AppContext>,
    State(state): State<WebState>,
    Path((pairing, seen)): Path<(i64, i64)>,
) -> Response {
    let pairing = PairingId(pairing);
    let Some((permit, stop)) = state.desk_events.listener() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    // Before it is asked how often it has changed: what comes in between is told twice rather than never.
    let changes = changes(&context.database);
    let Ok(Some(version)) = version(context.database.read(), pairing).await else {
        return StatusCode::NO_CONTENT.into_response();
    };
    let listener = Listener {
        pairing,
        changes,
        has_missed: version > seen,
        stop,
        _permit: permit,
    };
    // A proxy that collects what it passes on would hold the events back.
    let unbuffered = [(HeaderName::from_static("x-accel-buffering"), "no")];
    let events = Sse::new(events(listener)).keep_alive(KeepAlive::default());
    (unbuffered, events).into_response()
}

struct Listener {
    pairing: PairingId,
    changes: broadcast::Receiver<PairingId>,
    /// It changed before the screen listened.
    has_missed: bool,
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
        if std::mem::take(&mut self.has_missed) {
            return true;
        }
        tokio::select! {
            () = changed(&mut self.changes, self.pairing) => true,
            () = stopped(&mut self.stop) => false,
        }
    }
}

/// Waits until this pairing has changed, or may have: whoever is far behind does not know which changes they have missed.
async fn changed(changes: &mut broadcast::Receiver<PairingId>, pairing: PairingId) {
    loop {
        match changes.recv().await {
            Ok(news) if news == pairing => return,
            Ok(_) => {}
            Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}
