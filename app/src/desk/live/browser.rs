//! Listens to the server's events.

use std::time::Duration;

use domain::ids::LocationId;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::Closure;
use web_sys::{EventSource, FocusOptions, HtmlElement, HtmlSelectElement};

use crate::form::Sent;

/// How long it is until a server that refused is asked again. Lost lines the browser mends by itself.
const PAUSE: Duration = Duration::from_secs(15);

/// How long a change waits while somebody is choosing or writing, for what they have chosen would be forgotten; and how often
/// it waits before it is shown all the same.
const WHILE_BUSY: Duration = Duration::from_secs(3);
const PATIENCE: u32 = 20;

/// Frames in which a page that was fetched again takes its place: about half a second.
const FRAMES: u32 = 30;

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

    pub fn follow(location: LocationId, as_of: i64) {
        let Some(listener) = use_context::<Self>() else {
            return;
        };
        Effect::new(move || listener.open(location.clone(), as_of));
    }

    fn open(self, location: LocationId, as_of: i64) {
        let is_open = |connection: &Option<Connection>| {
            connection
                .as_ref()
                .is_some_and(|connection| connection.location == location)
        };
        // The page may have gone while a refused connection waited.
        if self.connection.try_with_value(is_open) == Some(false) {
            self.connection.set_value(self.connect(location, as_of));
        }
    }

    fn connect(self, location: LocationId, as_of: i64) -> Option<Connection> {
        let events = EventSource::new(&format!("/api/desk/{location}/events?since={as_of}")).ok()?;
        let when_changed = Closure::<dyn FnMut()>::new(move || self.refresh(PATIENCE));
        let (source, place) = (events.clone(), location.clone());
        let when_lost = Closure::<dyn FnMut()>::new(move || {
            if source.ready_state() == EventSource::CLOSED {
                let place = place.clone();
                set_timeout(move || self.open_again(place, as_of), PAUSE);
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

    fn open_again(self, location: LocationId, as_of: i64) {
        if self
            .connection
            .try_update_value(|connection| *connection = None)
            .is_some()
        {
            self.open(location, as_of);
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
        } else if patience > 0 && is_busy() {
            set_timeout(move || self.refresh(patience - 1), WHILE_BUSY);
        } else if let Some(sent) = self.sent {
            sent.again();
        }
    }
}

/// Whether somebody is choosing or writing, or has chosen something that the next press will send.
fn is_busy() -> bool {
    const FIELD: &str = "main :is(select, input:not([type=checkbox])):focus";
    let is_found = |selector| {
        document()
            .query_selector(selector)
            .is_ok_and(|found| found.is_some())
    };
    is_found(FIELD) || has_chosen().unwrap_or_default()
}

/// Whether a list of the form that has the focus is no longer as the server sent it: at its first choice.
fn has_chosen() -> Option<bool> {
    let lists = document()
        .query_selector_all("main form:focus-within select")
        .ok()?;
    let mut lists = (0..lists.length()).filter_map(|index| lists.get(index));
    Some(lists.any(|list| {
        list.dyn_into::<HtmlSelectElement>()
            .is_ok_and(|list| list.selected_index() > 0)
    }))
}

/// Not on the page that the visit began with: there nothing has been lost.
pub fn keep_focus() {
    let Some(sent) = use_context::<Sent>() else { return };
    Effect::new(move || {
        if sent.times_untracked() > 0 {
            focus_when_lost(FRAMES);
        }
    });
}

/// What waits for data is built before it stands in the document: until then the old button has the focus.
fn focus_when_lost(frames: u32) {
    let has_focus = document()
        .active_element()
        .is_some_and(|element| element.tag_name() != "BODY");
    if !has_focus {
        focus_own_counter();
    } else if frames > 0 {
        request_animation_frame(move || focus_when_lost(frames - 1));
    }
}

fn focus_own_counter() {
    const BUTTON: &str = ".desk__part--own :is(.desk-steps, .desk-call-next) button";
    let button = document().query_selector(BUTTON).ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        // Who reads further down goes on reading.
        options.set_prevent_scroll(true);
        // It only fails for an element that cannot have the focus.
        let _ = button.focus_with_options(&options);
    }
}
