//! Figures as a spreadsheet, and the calendars of advisers.

use app::server_side::AppContext;
use app::{AppError, calendar_feed, figures_csv};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::oversight::FigureTable;
use serde::Deserialize;
use tower_sessions::Session;

use super::calendar::Language;

/// `/personale/tal.csv`, for whoever may see figures.
pub async fn figures(
    State(context): State<AppContext>,
    session: Session,
    Query(language): Query<Language>,
    Query(part): Query<Part>,
) -> Response {
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"tal.csv\""),
    ];
    answer(
        figures_csv(&context, &session, (part.del, part.uger), language.locale()).await,
        headers,
    )
}

/// Which table is asked for, and how many weeks back.
#[derive(Deserialize)]
pub struct Part {
    #[serde(default)]
    del: FigureTable,
    #[serde(default)]
    uger: i64,
}

/// `/kalender/<token>.ics`, for whoever has the address.
pub async fn feed(State(context): State<AppContext>, Path(file): Path<String>) -> Response {
    let token = file.strip_suffix(".ics").unwrap_or_default();
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CACHE_CONTROL, "private, no-store"),
    ];
    answer(calendar_feed(&context, token).await, headers)
}

fn answer(made: Result<String, AppError>, headers: [(HeaderName, &'static str); 2]) -> Response {
    match made {
        Ok(text) => (headers, text).into_response(),
        Err(error) => StatusCode::from_u16(error.status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
    }
}
