//! Pages that are fetched again when the queue of their place has changed.
//!
//! The server says no more than "changed"; the page then asks its own server function. Where no script runs there is a link
//! that loads the page again.

#[cfg(feature = "hydrate")]
mod browser;

use domain::ids::LocationId;

/// Lets the page listen, once [`follow`] has said to what, until it is left. Called once, where the page begins.
pub(super) fn listen() {
    #[cfg(feature = "hydrate")]
    browser::Listener::provide();
}

/// Gives the focus to the first button of the own counter where what had it has gone: after "call the next" that button is no
/// more, and somebody who works with the keyboard would begin at the page's top.
pub(super) fn keep_focus() {
    #[cfg(feature = "hydrate")]
    browser::keep_focus();
}

/// Listens to a place's queue, if the page does not already. What has changed since `as_of`, the page's own moment in
/// milliseconds since 1970, is told at once: much can happen while a slow line brings the scripts.
pub(super) fn follow(location: &LocationId, as_of: i64) {
    #[cfg(feature = "hydrate")]
    browser::Listener::follow(location.clone(), as_of);
    #[cfg(not(feature = "hydrate"))]
    let _ = (location, as_of);
}
