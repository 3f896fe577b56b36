//! Server-sent events that say "changed" and no more: what has changed, each page asks with its own rights. So anybody may
//! listen.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderName, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, watch};
use tokio::time::sleep;

/// Listeners that a server has at once: a municipality's desks and screens, everybody who looks at their number, and whoever
/// is helped just now. Whoever comes too late has a page that they can load again.
const MOST_LISTENERS: usize = 1000;
/// Without a change pages are told so often all the same, for waiting times pass.
const AT_LEAST_EVERY: Duration = Duration::from_mins(1);

/// Room for those who listen, and until when.
#[derive(Clone)]
pub struct Listeners {
    room: Arc<Semaphore>,
    /// Ends every stream when it changes: a server that stops waits for all responses to end.
    stop: Option<watch::Receiver<()>>,
}

impl Default for Listeners {
    fn default() -> Self {
        Self {
            room: Arc::new(Semaphore::new(MOST_LISTENERS)),
            stop: None,
        }
    }
}

impl Listeners {
    /// Streams that end when `stop` changes.
    pub fn until(stop: watch::Receiver<()>) -> Self {
        Self {
            stop: Some(stop),
            ..Self::default()
        }
    }

    /// The stream of one more listener; 503 where there is no room left.
    pub(super) fn stream<T, C>(self, subject: Subject<T, C>) -> Response
    where
        T: Clone + Send + 'static,
        C: Fn(&T) -> bool + Send + Sync + 'static,
    {
        let Ok(permit) = self.room.try_acquire_owned() else {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        };
        let listener = Listener {
            subject,
            stop: self.stop,
            _permit: permit,
        };
        // A proxy that collects what it passes on would hold the events back.
        let unbuffered = [(HeaderName::from_static("x-accel-buffering"), "no")];
        let events = Sse::new(events(listener)).keep_alive(KeepAlive::default());
        (unbuffered, events).into_response()
    }
}

/// What somebody listens for.
pub(super) struct Subject<T, C> {
    /// Every change of its kind, also those of others.
    pub(super) changes: broadcast::Receiver<T>,
    /// Whether a change is one of theirs.
    pub(super) is_mine: C,
    /// They have missed something before they listened, and are told at once.
    pub(super) has_missed: bool,
    /// Changes within this time are told as one.
    pub(super) together: Duration,
}

struct Listener<T, C> {
    subject: Subject<T, C>,
    stop: Option<watch::Receiver<()>>,
    _permit: OwnedSemaphorePermit,
}

fn events<T, C>(listener: Listener<T, C>) -> impl Stream<Item = Result<Event, Infallible>>
where
    T: Clone + Send + 'static,
    C: Fn(&T) -> bool + Send + Sync + 'static,
{
    unfold(listener, |mut listener| async move {
        listener
            .wait()
            .await
            .then(|| (Ok(Event::default().data("changed")), listener))
    })
}

impl<T: Clone, C: Fn(&T) -> bool> Listener<T, C> {
    /// Waits for the next event; `false` when there will be none.
    async fn wait(&mut self) -> bool {
        if std::mem::take(&mut self.subject.has_missed) {
            return true;
        }
        tokio::select! {
            () = self.subject.changed() => {}
            () = sleep(AT_LEAST_EVERY) => return true,
            () = stopped(&mut self.stop) => return false,
        }
        self.subject.gather().await;
        true
    }
}

impl<T: Clone, C: Fn(&T) -> bool> Subject<T, C> {
    /// Waits until something of theirs has changed, or may have: whoever is far behind does not know which changes they have
    /// missed.
    async fn changed(&mut self) {
        loop {
            match self.changes.recv().await {
                Ok(change) if (self.is_mine)(&change) => return,
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => return,
                Err(RecvError::Closed) => std::future::pending().await,
            }
        }
    }

    /// Lets what follows at once be part of the same event.
    async fn gather(&mut self) {
        if self.together.is_zero() {
            return;
        }
        sleep(self.together).await;
        while matches!(self.changes.try_recv(), Ok(_) | Err(TryRecvError::Lagged(_))) {}
    }
}

async fn stopped(stop: &mut Option<watch::Receiver<()>>) {
    match stop {
        // It also ends when nobody is left who could stop the server.
        Some(stop) => drop(stop.changed().await),
        None => std::future::pending().await,
    }
}
