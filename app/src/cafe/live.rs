//! When the pages of the café are fetched again: when somebody comes into the line or goes out of it, and when something is
//! said or done in a room. What somebody writes stands in another part of the page, so nothing has to wait.

use std::mem::discriminant;

use domain::cafe::Standing;
use domain::ids::CafeQuestionId;
use leptos::prelude::*;

use crate::form::Sent;

/// Listens to the line.
pub(super) fn follow_line() {
    follow("line".to_owned());
}

/// Listens to a room.
pub(super) fn follow_room(room: CafeQuestionId) {
    follow(room.0.to_string());
}

fn follow(what: String) {
    #[cfg(feature = "hydrate")]
    crate::live::follow(format!("/api/cafe/events/{what}"), || false);
    #[cfg(not(feature = "hydrate"))]
    let _ = what;
}

/// How it stood with a room when it was last shown, and the page around what is fetched again by itself.
#[derive(Clone, Copy)]
pub(super) struct Watch {
    page: Option<Sent>,
    was: StoredValue<Option<Standing>>,
}

impl Watch {
    /// Called once, where the page begins.
    pub(super) fn provide(page: Option<Sent>) {
        provide_context(Self {
            page,
            was: StoredValue::new(None),
        });
    }

    /// Notes how it stands. When a room opens or is over something else can be done, so the whole page is fetched again.
    pub(super) fn note(standing: Standing) {
        let Some(Self { page, was }) = use_context() else {
            return;
        };
        let is_another = was
            .get_value()
            .is_some_and(|was| discriminant(&was) != discriminant(&standing));
        was.set_value(Some(standing));
        if is_another {
            fetch_again(page);
        }
    }
}

/// Fetches the whole page again, once what is being shown stands.
fn fetch_again(page: Option<Sent>) {
    #[cfg(feature = "hydrate")]
    if let Some(page) = page {
        request_animation_frame(move || page.again());
    }
    let _ = page;
}
