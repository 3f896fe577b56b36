//! When the pages of a class are fetched again: when something has changed in it.

use domain::ids::ClassId;

/// Listens to a class. Nobody is disturbed: what is typed on such a page is sent at a press.
pub fn follow_class(class: ClassId) {
    #[cfg(feature = "hydrate")]
    crate::live::follow(format!("/api/classroom/{}/events", class.0), || false);
    #[cfg(not(feature = "hydrate"))]
    let _ = class;
}
