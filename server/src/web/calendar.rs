//! The calendar file of the booking that was just made.

use app::receipt_calendar;
use app::server_side::AppContext;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::locale::Locale;
use serde::Deserialize;
use tower_sessions::Session;

/// The language that a file is asked for in.
#[derive(Deserialize)]
pub struct Language {
    sprog: Option<String>,
}

impl Language {
    /// Danish where nothing is said, or nothing we have.
    pub fn locale(&self) -> Locale {
        self.sprog
            .as_deref()
            .and_then(Locale::from_tag)
            .unwrap_or_default()
    }
}

/// `/tid/kalender.ics`, for the visitor whose receipt it is.
pub async fn of_receipt(
    State(context): State<AppContext>,
    session: Session,
    Query(language): Query<Language>,
) -> Response {
    match receipt_calendar(&context, &session, language.locale()).await {
        Ok(calendar) => {
            let headers = [
                (CONTENT_TYPE, "text/calendar; charset=utf-8"),
                (CONTENT_DISPOSITION, "attachment; filename=\"startlinje.ics\""),
            ];
            (headers, calendar).into_response()
        }
        Err(error) => StatusCode::from_u16(error.status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
    }
}
