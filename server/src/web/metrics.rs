//! One log line and two figures for each request. Neither holds more of an address than its pattern.

use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::get;
use metrics::{counter, histogram};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};

/// Starts collecting. Call once.
pub fn install_recorder() -> Result<PrometheusHandle, BuildError> {
    PrometheusBuilder::new().install_recorder()
}

/// What Prometheus reads, for an address of its own.
pub fn metrics_router(handle: PrometheusHandle) -> Router {
    Router::new().route("/metrics", get(move || async move { handle.render() }))
}

/// Counts and times a request.
pub async fn observe(request: Request, next: Next) -> Response {
    let method = request.method().to_string();
    let pattern = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("unknown".to_owned(), |path| path.as_str().to_owned());
    let request_id = request
        .headers()
        .get("x-request-id")
        .and_then(|id| id.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    counter!("http_requests_total", "method" => method.clone(), "path" => pattern.clone(), "status" => status.to_string())
        .increment(1);
    histogram!("http_request_seconds", "method" => method.clone(), "path" => pattern.clone())
        .record(took.as_secs_f64());
    tracing::info!(
        method,
        path = pattern,
        status,
        seconds = took.as_secs_f64(),
        request_id,
        "answered"
    );
    response
}
