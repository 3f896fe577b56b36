//! Headers that every response has.

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

use super::state::WebState;

/// What a response without its own policy may load: nothing. Pages bring their own, with the nonce of their scripts.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";
/// What the browser may use of the device: nothing.
const NO_DEVICES: &str = "camera=(), geolocation=(), microphone=(), payment=()";

/// Marks a response that other sites may show in a frame. Its own policy says so too.
#[derive(Debug, Clone, Copy)]
pub struct MayBeFramed;

/// Adds what is missing; a handler's own headers stay.
pub async fn secure(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let may_be_framed = response.extensions().get::<MayBeFramed>().is_some();
    let headers = response.headers_mut();
    let mut add = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    add(CONTENT_SECURITY_POLICY, NOTHING);
    add(X_CONTENT_TYPE_OPTIONS, "nosniff");
    if !may_be_framed {
        add(X_FRAME_OPTIONS, "DENY");
    }
    // Forms without JavaScript are sent back to where they came from, so the site itself must see the referrer.
    add(REFERRER_POLICY, "same-origin");
    add(HeaderName::from_static("permissions-policy"), NO_DEVICES);
    // A page may show what one visitor has done or booked.
    add(CACHE_CONTROL, "private, no-cache");
    if state.config.behind_tls {
        add(STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    response
}
