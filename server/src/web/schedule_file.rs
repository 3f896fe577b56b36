//! The schedule as a file: the one in force, and another in its place.

use app::schedule_file;
use app::server_side::AppContext;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tower_http::limit::RequestBodyLimitLayer;
use tower_sessions::Session;

use super::pages;
use super::state::WebState;

/// The server function that another schedule is sent to, which pages therefore do not route.
pub const UPLOAD: &str = "/api/schedule/change-document";
/// The largest schedule that is read, in bytes. The demonstration takes 65 KB, for a browser sends a letter beside a to z in three
/// to six; a municipality may have ten times as many places and advisers.
const LARGEST: usize = 1024 * 1024;

/// A schedule is larger than any other form, so it has a limit of its own.
pub fn upload() -> Router<WebState> {
    Router::new()
        .route(UPLOAD, post(pages::server_function))
        .layer(RequestBodyLimitLayer::new(LARGEST))
}

/// `/personale/plan/plan.json`, for whoever may edit the schedule.
pub async fn download(State(context): State<AppContext>, session: Session) -> Response {
    match schedule_file(&context, &session).await {
        Ok(document) => {
            let headers = [
                (CONTENT_TYPE, "application/json; charset=utf-8"),
                (CONTENT_DISPOSITION, "attachment; filename=\"plan.json\""),
            ];
            (headers, document).into_response()
        }
        Err(error) => StatusCode::from_u16(error.status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
    }
}
