//! Whether the server lives, and whether it can answer.

use app::server_side::AppContext;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use super::state::WebState;

/// `/health/live` and `/health/ready`.
pub fn routes() -> Router<WebState> {
    Router::new()
        .route("/health/live", get(|| async { "live" }))
        .route("/health/ready", get(ready))
}

/// Ready means that the database answers and holds a schedule.
async fn ready(State(context): State<AppContext>) -> (StatusCode, &'static str) {
    match context.schedule.current(&context.database).await {
        Ok(Some(_)) => (StatusCode::OK, "ready"),
        Ok(None) => (StatusCode::SERVICE_UNAVAILABLE, "there is no schedule"),
        Err(error) => {
            tracing::error!(%error, "not ready: the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}
