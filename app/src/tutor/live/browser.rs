//! Listens to the server's events.

use std::time::Duration;

use domain::tutor::Followed;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::Closure;
use web_sys::{EventSource, HtmlInputElement, HtmlSelectElement};

use crate::form::Sent;

/// How long it is until a server that refused is asked again. Lost lines the browser mends by itself.
const PAUSE: Duration = Duration::from_secs(5);

/// How long a change waits while somebody has begun an answer, which would be forgotten; and how often at most.
const WHILE_BUSY: Duration = Duration::from_secs(2);
const PATIENCE: u32 = 30;

/// What the page listens to. It ends when the page is left.
#[derive(Clone, Copy)]
pub struct Listener {
    connection: StoredValue<Option<Connection>, LocalStorage>,
    sent: Option<Sent>,
}

struct Connection {
    followed: Followed,
    events: EventSource,
    /// They are called for as long as they are held.
    _when_changed: Closure<dyn FnMut()>,
    _when_lost: Closure<dyn FnMut()>,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.events.close();
    }
}

impl Listener {
    pub fn provide() {
        let listener = Self {
            connection: StoredValue::new_local(None),
            sent: use_context(),
        };
        provide_context(listener);
        on_cleanup(move || listener.connection.set_value(None));
    }

    pub fn follow(followed: Followed) {
        let Some(listener) = use_context::<Self>() else {
            return;
        };
        Effect::new(move || listener.open(followed));
    }

    fn open(self, followed: Followed) {
        let is_open = |connection: &Option<Connection>| {
            connection
                .as_ref()
                .is_some_and(|connection| connection.followed == followed)
        };
        // The page may have gone while a refused connection waited.
        if self.connection.try_with_value(is_open) == Some(false) {
            self.connection.set_value(self.connect(followed));
        }
    }

    fn connect(self, followed: Followed) -> Option<Connection> {
        let Followed { pairing, version } = followed;
        let events = EventSource::new(&format!("/api/tutor/{}/events/{version}", pairing.0)).ok()?;
        let when_changed = Closure::<dyn FnMut()>::new(move || self.refresh(PATIENCE));
        let source = events.clone();
        let when_lost = Closure::<dyn FnMut()>::new(move || {
            if source.ready_state() == EventSource::CLOSED {
                set_timeout(move || self.open_again(followed), PAUSE);
            }
        });
        events.set_onmessage(Some(when_changed.as_ref().unchecked_ref()));
        events.set_onerror(Some(when_lost.as_ref().unchecked_ref()));
        Some(Connection {
            followed,
            events,
            _when_changed: when_changed,
            _when_lost: when_lost,
        })
    }

    fn open_again(self, followed: Followed) {
        let forgotten = self.connection.try_update_value(|connection| *connection = None);
        if forgotten.is_some() {
            self.open(followed);
        }
    }

    /// Fetches the page again, as when one of its forms had been sent.
    fn refresh(self, patience: u32) {
        if self.connection.try_with_value(Option::is_some) != Some(true) {
            return;
        }
        // A page that cannot be fetched would take the place of the one that is there.
        if !window().navigator().on_line() {
            set_timeout(move || self.refresh(patience), WHILE_BUSY);
        } else if patience > 0 && has_begun_an_answer().unwrap_or_default() {
            set_timeout(move || self.refresh(patience - 1), WHILE_BUSY);
        } else if let Some(sent) = self.sent {
            sent.again();
        }
    }
}

/// Whether a field of the page is no longer as the server sent it.
fn has_begun_an_answer() -> Option<bool> {
    let fields = document()
        .query_selector_all("main form :is(input, select)")
        .ok()?;
    let mut fields = (0..fields.length()).filter_map(|index| fields.get(index));
    Some(fields.any(|field| {
        match field.dyn_into::<HtmlInputElement>() {
            Ok(input) => input.checked() != input.default_checked() || input.value() != input.default_value(),
            Err(other) => other
                .dyn_into::<HtmlSelectElement>()
                .is_ok_and(|list| list.selected_index() > 0),
        }
    }))
}
