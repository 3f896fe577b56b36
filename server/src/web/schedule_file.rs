//! The schedule in force, as a file.

use app::schedule_file;
use app::server_side::AppContext;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use tower_sessions::Session;

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
