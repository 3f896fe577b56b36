//! `/dev/content`: tells pages when the content has changed. It is there with `serve --watch-content` only.

use std::convert::Infallible;

use app::server_side::CHANGES_PATH;
use axum::Router;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::watch::Receiver;

use super::state::WebState;
use crate::live_content::ContentCell;

/// What a page listens to.
#[derive(Clone)]
pub struct LiveReload {
    pub content: ContentCell,
    /// Ends every stream when it changes: a server that stops waits for all responses to end.
    pub stop: Receiver<()>,
}

/// The address, where there is anything to listen to.
pub fn routes(live_reload: Option<LiveReload>) -> Router<WebState> {
    let Some(live_reload) = live_reload else {
        return Router::new();
    };
    let changes = move || {
        let live_reload = live_reload.clone();
        async move { Sse::new(live_reload.events()).keep_alive(KeepAlive::default()) }
    };
    Router::new().route(CHANGES_PATH, get(changes))
}

impl LiveReload {
    /// One event for each change, without content.
    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        let listening = (self.content.changes(), self.stop);
        unfold(listening, |(mut changes, mut stop)| async move {
            tokio::select! {
                changed = changes.changed() => changed.ok()?,
                _ = stop.changed() => return None,
            }
            Some((Ok(Event::default().data("changed")), (changes, stop)))
        })
    }
}
