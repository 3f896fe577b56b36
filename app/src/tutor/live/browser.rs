//! What a shared lesson asks the page itself.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use crate::live::fields;

/// Whether a field of the page is no longer as the server sent it.
pub fn has_begun_an_answer() -> bool {
    fields("main form :is(input, select)").any(|field| match field.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.checked() != input.default_checked() || input.value() != input.default_value(),
        Err(other) => other
            .dyn_into::<HtmlSelectElement>()
            .is_ok_and(|list| list.selected_index() > 0),
    })
}
