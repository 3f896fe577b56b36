//! In the browser the page names the parts of its catalogue, and they are fetched before the page is hydrated.

use std::cell::{Cell, RefCell};

use domain::locale::Locale;
use futures_util::future::try_join;
use gloo_net::http::Request;
use leptos::prelude::*;
use web_sys::HtmlLinkElement;
use web_sys::wasm_bindgen::JsCast;

use super::{Part, Texts};

/// Texts that follow one another in the catalogue, and the number of the first.
type Stretch = (usize, Vec<String>);

// The browser has one thread.
thread_local! {
    static LOCALE: Cell<Locale> = const { Cell::new(Locale::Da) };
    /// By number; empty where a part has not been fetched.
    static STRINGS: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    /// Where what has been fetched came from.
    static FETCHED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Fetches the texts of the page as it stands: the first part, and its bundle's. The page's `<link>`s say where; they have
/// been preloaded, so this seldom waits.
///
/// Without them the page stays as the server made it, which works, so an error here is told to the console only.
pub async fn load_texts() -> Result<(), gloo_net::Error> {
    LOCALE.set(Locale::from_path(&location().pathname().unwrap_or_default()));
    try_join(fetch(address("texts")), fetch(address("page-texts"))).await?;
    Ok(())
}

/// Fetches a bundle's part, unless it is there.
pub(crate) async fn fetch_part(part: Part) -> Result<(), gloo_net::Error> {
    let Part(first) = Part::first();
    let address =
        address("texts").map(|address| address.replace(&format!("-{first}-"), &format!("-{}-", part.0)));
    fetch(address).await
}

/// Where a `<link>` of the page leads.
fn address(link: &str) -> Option<String> {
    let element = document().get_element_by_id(link)?;
    Some(element.dyn_into::<HtmlLinkElement>().ok()?.href())
}

async fn fetch(address: Option<String>) -> Result<(), gloo_net::Error> {
    let Some(address) = address else { return Ok(()) };
    if FETCHED.with_borrow(|fetched| fetched.contains(&address)) {
        return Ok(());
    }
    let stretches: Vec<Stretch> = Request::get(&address).send().await?.json().await?;
    STRINGS.with_borrow_mut(|strings| stretches.into_iter().for_each(|stretch| keep(strings, stretch)));
    FETCHED.with_borrow_mut(|fetched| fetched.push(address));
    Ok(())
}

/// Texts stay as long as the page, so that a view needs no copy of them.
fn keep(strings: &mut Vec<&'static str>, (first, texts): Stretch) {
    let end = first + texts.len();
    if strings.len() < end {
        strings.resize(end, "");
    }
    for (place, text) in strings[first..end].iter_mut().zip(texts) {
        *place = text.leak();
    }
}

impl Texts {
    /// The texts of the page, once [`load_texts`] has fetched them.
    pub fn loaded() -> Self {
        Self { locale: LOCALE.get() }
    }

    #[allow(clippy::unused_self, reason = "a page has one language, the server has all")]
    pub(super) fn get(self, index: usize) -> &'static str {
        // The catalogue of a newer server may be another while an old page is open; an empty text is better than a crash.
        STRINGS.with_borrow(|strings| strings.get(index).copied().unwrap_or_default())
    }
}
