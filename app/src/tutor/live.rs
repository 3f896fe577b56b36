//! When both screens are fetched again: when their lesson has changed.
//!
//! A screen says which change it has seen last, so one whose line was cut learns at once whether it has missed any. Where no
//! script runs, the citizen's own buttons and the helper's reloading do the same.

#[cfg(feature = "hydrate")]
mod browser;

use domain::tutor::Followed;

/// Listens to a pairing, from the change on that the page shows.
pub(super) fn follow(followed: Followed) {
    #[cfg(feature = "hydrate")]
    crate::live::follow(
        format!("/api/tutor/{}/events/{}", followed.pairing.0, followed.version),
        browser::has_begun_an_answer,
    );
    #[cfg(not(feature = "hydrate"))]
    let _ = followed;
}
