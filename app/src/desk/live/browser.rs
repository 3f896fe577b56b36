//! What the desk asks the page itself.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, HtmlSelectElement};

use crate::form::Sent;
use crate::live::fields;

/// Frames in which a page that was fetched again takes its place: about half a second.
const FRAMES: u32 = 30;

/// Whether somebody is choosing or writing, or has chosen something that the next press will send.
pub fn is_busy() -> bool {
    const FIELD: &str = "main :is(select, input:not([type=checkbox])):focus";
    fields(FIELD).next().is_some() || has_chosen()
}

/// Whether a list of the form that has the focus is no longer as the server sent it: at its first choice.
fn has_chosen() -> bool {
    fields("main form:focus-within select").any(|list| {
        list.dyn_into::<HtmlSelectElement>()
            .is_ok_and(|list| list.selected_index() > 0)
    })
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
