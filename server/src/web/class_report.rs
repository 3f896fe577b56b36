//! Reports about a class as a spreadsheet.

use app::server_side::AppContext;
use app::{AskedReport, Texts, class_report_csv};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::classroom::ReportPart;
use domain::ids::{ClassId, PupilId};
use serde::Deserialize;
use tower_sessions::Session;

use super::calendar::Language;

/// Which rows are asked for.
#[derive(Deserialize)]
pub struct Part {
    #[serde(default)]
    del: ReportPart,
    elev: Option<i64>,
}

/// `/personale/klasser/{class}/rapport.csv`, for whoever teaches the class.
pub async fn download(
    State(context): State<AppContext>,
    session: Session,
    Path(class): Path<i64>,
    Query(language): Query<Language>,
    Query(part): Query<Part>,
) -> Response {
    let asked = AskedReport {
        class: ClassId(class),
        part: part.del,
        pupil: part.elev.map(PupilId),
    };
    match class_report_csv(&context, &session, asked, Texts::of(language.locale())).await {
        Ok(text) => {
            let headers = [
                (CONTENT_TYPE, "text/csv; charset=utf-8"),
                (CONTENT_DISPOSITION, "attachment; filename=\"klasse.csv\""),
                (CACHE_CONTROL, "private, no-store"),
            ];
            (headers, text).into_response()
        }
        Err(error) => StatusCode::from_u16(error.status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
    }
}
