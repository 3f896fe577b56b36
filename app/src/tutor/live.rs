//! Both screens are fetched again when their lesson has changed.
//!
//! The server says no more than "changed". A screen says which change it has seen last, so one whose line was cut learns at
//! once whether it has missed any. Where no script runs, the citizen's own buttons and the helper's reloading do the same.

#[cfg(feature = "hydrate")]
mod browser;

use domain::tutor::Followed;

/// Lets the page listen, once [`follow`] has said to what, until it is left. Called once, where the page begins.
pub(super) fn listen() {
    #[cfg(feature = "hydrate")]
    browser::Listener::provide();
}

/// Listens to a pairing, from the change on that the page shows.
pub(super) fn follow(followed: Followed) {
    #[cfg(feature = "hydrate")]
    browser::Listener::follow(followed);
    #[cfg(not(feature = "hydrate"))]
    let _ = followed;
}
