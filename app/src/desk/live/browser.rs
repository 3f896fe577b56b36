//! Listens to the server's events.

use std::time::Duration;

use domain::ids::LocationId;
use leptos::prelude::*;
use web_sys::EventSource;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::Closure;

use crate::form::Sent;

/// How long it is until a server that refused is asked again. Lost lines the browser mends by itself.
const PAUSE: Duration = Duration::from_secs(15);

/// How long a change waits while somebody is choosing or writing: what is under their hands must not move.
const WHILE_BUSY: Duration = Duration::from_secs(3);

/// What the page listens to. It ends when the page is left.
#[derive(Clone, Copy)]
pub struct Listener {
    connection: StoredValue<Option<Connection>, LocalStorage>,
    sent: Option<Sent>,
}

struct Connection {
    location: LocationId,
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

    pub fn follow(location: LocationId) {
        let Some(listener) = use_context::<Self>() else {
            return;
        };
        Effect::new(move || listener.open(location.clone()));
    }

    fn open(self, location: LocationId) {
        let is_open = |connection: &Option<Connection>| {
            connection
                .as_ref()
                .is_some_and(|connection| connection.location == location)
        };
        // The page may have gone while a refused connection waited.
        if self.connection.try_with_value(is_open) == Some(false) {
            self.connection.set_value(self.connect(location));
        }
    }

    fn connect(self, location: LocationId) -> Option<Connection> {
        let events = EventSource::new(&format!("/api/desk/{location}/events")).ok()?;
        let when_changed = Closure::<dyn FnMut()>::new(move || self.refresh());
        let (source, place) = (events.clone(), location.clone());
        let when_lost = Closure::<dyn FnMut()>::new(move || {
            if source.ready_state() == EventSource::CLOSED {
                let place = place.clone();
                set_timeout(move || self.open_again(place), PAUSE);
            }
        });
        events.set_onmessage(Some(when_changed.as_ref().unchecked_ref()));
        events.set_onerror(Some(when_lost.as_ref().unchecked_ref()));
        Some(Connection {
            location,
            events,
            _when_changed: when_changed,
            _when_lost: when_lost,
        })
    }

    fn open_again(self, location: LocationId) {
        if self
            .connection
            .try_update_value(|connection| *connection = None)
            .is_some()
        {
            self.open(location);
        }
    }

    /// Fetches the page again, as when one of its forms had been sent.
    fn refresh(self) {
        if self.connection.try_with_value(Option::is_some) != Some(true) {
            return;
        }
        if is_busy() {
            set_timeout(move || self.refresh(), WHILE_BUSY);
        } else if let Some(sent) = self.sent {
            sent.again();
        }
    }
}

/// Whether somebody is choosing or writing.
fn is_busy() -> bool {
    let field = document().active_element().map(|element| element.tag_name());
    field.is_some_and(|name| matches!(name.as_str(), "SELECT" | "INPUT" | "TEXTAREA"))
}
