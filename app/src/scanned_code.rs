//! A code that a camera has read from another device, or from paper.

use domain::pages::CODE_IN_ADDRESS;
use leptos::prelude::*;
use web_sys::HtmlInputElement;
use web_sys::wasm_bindgen::{JsCast, JsValue};

use crate::ui::field_id;

/// Types the code of the address into its field, and takes it out of the address.
pub fn fill_in() {
    let location = window().location();
    let (Ok(hash), Ok(path)) = (location.hash(), location.pathname()) else {
        return;
    };
    let Some(code) = hash.strip_prefix(CODE_IN_ADDRESS) else {
        return;
    };
    let field = document().get_element_by_id(&field_id("code"));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(&code.replace('-', " "));
    }
    if let Ok(history) = window().history() {
        // It only fails for another site's address.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
}
