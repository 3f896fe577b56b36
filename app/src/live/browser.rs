//! Listens to the server's events.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::Closure;
use web_sys::{EventSource, Node};

use crate::form::Sent;

/// How long it is until a server that refused is asked again. Lost lines the browser mends by itself.
const PAUSE: Duration = Duration::from_secs(10);

/// How long a change waits while somebody is busy, for what they have begun would be forgotten; and how often it waits before
/// it is shown all the same: about a minute.
const WHILE_BUSY: Duration = Duration::from_secs(2);
const PATIENCE: u32 = 30;

/// Listens to the events of an address, if the page does not already. Behind its `?` may stand what the page knew when it was
/// made: that does not make it another one, so an open line stays.
///
/// While `is_busy` the page is left as it is.
pub fn follow(address: String, is_busy: fn() -> bool) {
    let Some(listener) = use_context::<Listener>() else {
        return;
    };
    let followed = Followed { address, is_busy };
    Effect::new(move || listener.open(followed.clone()));
}

/// The elements of the page that a selector names.
pub fn fields(selector: &str) -> impl Iterator<Item = Node> {
    let found = document().query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |index| found.as_ref()?.get(index))
}

/// What the page listens to. It ends when the page is left.
#[derive(Clone, Copy)]
pub struct Listener {
    connection: StoredValue<Option<Connection>, LocalStorage>,
    sent: Option<Sent>,
    /// The path of the page that is shown, and of the one that is wanted: the next one's, while what it shows is on its way.
    shown: StoredValue<String>,
    wanted: Memo<String>,
}

#[derive(Debug, Clone)]
struct Followed {
    address: String,
    is_busy: fn() -> bool,
}

impl Followed {
    /// The address without what the page knew.
    fn stream(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }
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
        let wanted = use_location().pathname;
        let listener = Self {
            connection: StoredValue::new_local(None),
            sent: use_context(),
            shown: StoredValue::new(wanted.get_untracked()),
            wanted,
        };
        provide_context(listener);
        on_cleanup(move || listener.connection.set_value(None));
    }

    fn open(self, followed: Followed) {
        // One page may show first this place and then that.
        if let Some(wanted) = self.wanted.try_get_untracked() {
            self.shown.try_set_value(wanted);
        }
        let is_open = |connection: &Option<Connection>| {
            connection
                .as_ref()
                .is_some_and(|connection| connection.followed.stream() == followed.stream())
        };
        // The page may have gone while a refused connection waited.
        if self.connection.try_with_value(is_open) == Some(false) {
            self.connection.set_value(self.connect(followed));
        }
    }

    fn connect(self, followed: Followed) -> Option<Connection> {
        let events = EventSource::new(&followed.address).ok()?;
        let is_busy = followed.is_busy;
        let when_changed = Closure::<dyn FnMut()>::new(move || self.refresh(is_busy, PATIENCE));
        let (source, again) = (events.clone(), followed.clone());
        let when_lost = Closure::<dyn FnMut()>::new(move || {
            if source.ready_state() == EventSource::CLOSED {
                let again = again.clone();
                set_timeout(move || self.open_again(again), PAUSE);
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
    fn refresh(self, is_busy: fn() -> bool, patience: u32) {
        if self.connection.try_with_value(Option::is_some) != Some(true) || self.is_left() {
            return;
        }
        // A page that cannot be fetched would take the place of the one that is there.
        if !window().navigator().on_line() {
            set_timeout(move || self.refresh(is_busy, patience), WHILE_BUSY);
        } else if patience > 0 && (is_busy() || self.sent.is_some_and(Sent::is_under_way)) {
            set_timeout(move || self.refresh(is_busy, patience - 1), WHILE_BUSY);
        } else if let Some(sent) = self.sent {
            sent.again();
        }
    }

    /// Whether another page is on its way. Until it has come this one stays, but what it shows may be gone.
    fn is_left(self) -> bool {
        self.shown.try_get_value() != self.wanted.try_get_untracked()
    }
}
