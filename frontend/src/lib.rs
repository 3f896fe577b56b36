//! What runs in the browser: fetches the texts and makes the server's page live.

// A page is one deeply nested type.
#![recursion_limit = "512"]

use app::{App, load_texts};
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the page's script when the wasm has arrived.
///
/// Where the texts cannot be fetched the page stays as the server made it: it works without us.
#[wasm_bindgen]
pub async fn hydrate() {
    // In a release a panic has no names to tell, and every visitor would fetch what tells it.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    match load_texts().await {
        Ok(()) => leptos::mount::hydrate_lazy(App),
        Err(error) => leptos::logging::error!("the texts could not be fetched: {error}"),
    }
}
