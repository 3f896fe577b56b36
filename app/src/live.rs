//! Pages that are fetched again when something that they show has changed on the server.
//!
//! The server says no more than "changed" (`web/events.rs`); the page then asks its own server function. Where no script runs
//! the page loads itself again, or has a link that does. A feature says in its own `live.rs` which events are its pages', and
//! when somebody must not be disturbed.

#[cfg(feature = "hydrate")]
mod browser;

#[cfg(feature = "hydrate")]
pub use browser::{fields, follow};

/// Lets the page listen, once the feature has said to what, until it is left. Called once, where the page begins.
pub fn listen() {
    #[cfg(feature = "hydrate")]
    browser::Listener::provide();
}
