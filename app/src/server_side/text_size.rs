//! The size that a visitor wants texts in, as their browser keeps it.

use domain::reading::{TEXT_SIZE_COOKIE, TextSize};
use http::HeaderValue;
use http::header::{COOKIE, REFERER, SET_COOKIE};
use http::request::Parts;
use http::uri::{PathAndQuery, Uri};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::site;

/// How long a browser keeps the size, in seconds: a year.
const KEPT: u32 = 365 * 24 * 60 * 60;

/// The size that the request asks for.
pub fn text_size() -> TextSize {
    let parts = use_context::<Parts>();
    let headers = parts.iter().flat_map(|parts| parts.headers.get_all(COOKIE));
    let cookies: Vec<_> = headers.filter_map(|cookies| cookies.to_str().ok()).collect();
    TextSize::of_cookies(&cookies.join("; "))
}

/// Leads back to the page that a form stood on.
pub fn redirect_back() {
    let parts = use_context::<Parts>();
    let page = parts.iter().find_map(|parts| {
        let referer = parts.headers.get(REFERER)?.to_str().ok()?;
        referer.parse::<Uri>().ok()?.into_parts().path_and_query
    });
    let path = page.as_ref().map_or("/", PathAndQuery::as_str);
    // "//elsewhere.example" would be another site.
    leptos_axum::redirect(&format!("/{}", path.trim_start_matches('/')));
}

/// Has the browser keep a size. No script needs to read it.
pub fn keep_text_size(size: TextSize) {
    let secure = site().transport.cookie_attribute();
    let cookie = format!(
        "{TEXT_SIZE_COOKIE}={}; Path=/; Max-Age={KEPT}; HttpOnly; SameSite=Lax{secure}",
        size.as_str()
    );
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(SET_COOKIE, cookie);
    }
}
