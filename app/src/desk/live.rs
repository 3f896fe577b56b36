//! When the pages of the desk are fetched again: when the queue of their place has changed.

#[cfg(feature = "hydrate")]
mod browser;

use domain::ids::LocationId;

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
    crate::live::follow(
        format!("/api/desk/{location}/events?since={as_of}"),
        browser::is_busy,
    );
    #[cfg(not(feature = "hydrate"))]
    let _ = (location, as_of);
}
