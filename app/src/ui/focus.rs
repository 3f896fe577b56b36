//! Moving the focus to something new on the page.

use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

/// Frames to wait for an element before giving up: about ten seconds.
const PATIENCE: u16 = 600;

/// Gives an element the focus once it stands in the document, and then does `afterwards`.
///
/// What waits for data is built before it is put in the document, and until then an element cannot have the focus.
pub(super) fn focus_once_shown(element: HtmlElement, afterwards: fn()) {
    attempt(element, afterwards, PATIENCE);
}

fn attempt(element: HtmlElement, afterwards: fn(), patience: u16) {
    if element.is_connected() {
        // It only fails for an element that cannot have the focus.
        let _ = element.focus();
        afterwards();
    } else if patience > 0 {
        request_animation_frame(move || attempt(element, afterwards, patience - 1));
    }
}
