//! Errors that people see: whoever waits for a page gets one, whatever layer refused the request.

use app::{AppError, FailedRequest};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use leptos::prelude::provide_context;

use super::pages::render;
use super::state::WebState;

/// Puts an error page in the place of an error without one. Programs, which do not ask for HTML, get the error as it is.
pub async fn show(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let wants_page = has(request.headers().get(ACCEPT), "text/html");
    let uri = request.uri().clone();
    let cookies = request.headers().get(COOKIE).cloned();
    let response = next.run(request).await;
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let kind = response.headers().get(CONTENT_TYPE);
    if !wants_page || !failed || has(kind, "text/html") || has(kind, "problem+json") {
        return response;
    }
    let mut request = Request::new(Body::empty());
    *request.method_mut() = Method::GET;
    *request.uri_mut() = uri;
    // How large the texts are to be.
    if let Some(cookies) = cookies {
        request.headers_mut().insert(COOKIE, cookies);
    }
    let error = FailedRequest(AppError::of_status(status.as_u16()));
    let mut page = render(state, request, move || provide_context(error)).await;
    *page.status_mut() = status;
    page
}

fn has(header: Option<&HeaderValue>, part: &str) -> bool {
    header
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains(part))
}
