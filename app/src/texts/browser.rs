//! In the browser the page names its catalogue, and it is fetched before the page is hydrated.

use std::sync::OnceLock;

use domain::locale::Locale;
use gloo_net::http::Request;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::Texts;

static LOADED: OnceLock<Texts> = OnceLock::new();

/// Fetches the page's catalogue. The page's `<link id="texts">` says where; it has been preloaded, so this seldom waits.
///
/// Without it the page stays as the server made it, which works, so an error here is told to the console only.
pub async fn load_texts() -> Result<(), gloo_net::Error> {
    let href = document()
        .get_element_by_id("texts")
        .and_then(|element| element.dyn_into::<web_sys::HtmlLinkElement>().ok())
        .map(|link| link.href())
        .unwrap_or_default();
    let strings: Vec<String> = Request::get(&href).send().await?.json().await?;
    let strings: Vec<&'static str> = strings.into_iter().map(|text| &*text.leak()).collect();
    let locale = Locale::from_path(&location().pathname().unwrap_or_default());
    // A second call would load the same texts; the first ones stay.
    let _ = LOADED.set(Texts {
        locale,
        strings: strings.leak(),
    });
    Ok(())
}

impl Texts {
    /// The texts of the page, once [`load_texts`] has fetched them.
    pub fn loaded() -> Self {
        *LOADED.get().expect("hydration begins after the texts are loaded")
    }
}
