//! Signing in by way of an OpenID Connect provider: off to it, back from it, and out of it.
//!
//! A provider's words are neither shown nor logged, and whoever has come back is led on at once, so that no code stays in an
//! address.

mod sign_in;
mod sign_out;

use std::sync::Arc;

use app::{PROVIDER_SIGN_IN, PROVIDER_SIGN_OUT, SignInProblem, pass_on_page};
use axum::Router;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use domain::locale::Locale;
use tokio::task::spawn_blocking;

use super::state::WebState;
use crate::provider::{Provider, ProviderError};

/// Where the provider sends people back to; it must know this address.
const BACK: &str = "/personale/log-ind/retur";
/// Where the provider tells that it has signed somebody out; it must know this address.
const SIGNED_OUT: &str = "/personale/log-ud/besked";
const SIGN_IN_PAGE: &str = "/personale/log-ind";
/// What the page may load on which the browser goes on. A redirect would not do: after a form, browsers let it lead to no
/// other site.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// The addresses that need a session, where there is a provider.
pub fn routes(state: &WebState) -> Router<WebState> {
    if state.provider.is_none() {
        return Router::new();
    }
    Router::new()
        .route(PROVIDER_SIGN_IN, post(sign_in::send_off))
        .route(BACK, get(sign_in::receive))
        .route(PROVIDER_SIGN_OUT, get(sign_out::sign_out))
        .route(SIGNED_OUT, post(sign_out::signed_out))
}

/// Asks the provider, on a thread that may wait.
async fn ask<T: Send + 'static>(
    state: &WebState,
    question: impl FnOnce(&Provider) -> Result<T, ProviderError> + Send + 'static,
) -> Result<T, SignInProblem> {
    let provider = provider_of(state)?;
    let answer = spawn_blocking(move || question(&provider))
        .await
        .map_err(logged)?;
    answer.map_err(logged)
}

fn provider_of(state: &WebState) -> Result<Arc<Provider>, SignInProblem> {
    state.provider.clone().ok_or(SignInProblem::ProviderAway)
}

fn our_address(state: &WebState, headers: &HeaderMap, path: &str) -> Result<String, SignInProblem> {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    state.site.address(path, host).ok_or(SignInProblem::ProviderAway)
}

fn pass_on(state: &WebState, locale: Locale, address: &str) -> Response {
    let name = state.site.provider.as_deref().unwrap_or_default();
    let page = pass_on_page(&state.options, locale, name, address);
    let headers = [
        (HeaderName::from_static("refresh"), format!("0; url={address}")),
        (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, Html(page)).into_response()
}

/// The log says what it was, which never has the provider's words in it.
fn logged(error: impl std::fmt::Display) -> SignInProblem {
    tracing::error!(%error, "nobody can sign in by the provider");
    SignInProblem::ProviderAway
}
