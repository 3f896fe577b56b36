//! The API for other systems, version 1: `/api/v1`.
//!
//! It is thin: a handler reads a request, calls what the pages call ([`app::booking`]), and writes down what came of it. It
//! reads and sets no cookie, so it needs no defence against other sites, and its answers are JSON, refusals too
//! ([`problem`]). Every route is added together with its description, from which the document is made ([`document`]).
//!
//! The shapes are its own, not the pages': they change with the version in the address alone.

mod answers;
mod appointment;
mod appointments;
mod booking;
mod catalogue;
mod document;
mod examples;
mod extract;
mod language;
mod needs;
mod operation_view;
mod page;
mod problem;
mod refusal;
#[allow(unused_qualifications, reason = "utoipa's macros write types in full")]
mod staff;
mod staff_appointment;
#[allow(unused_qualifications, reason = "utoipa's macros write types in full")]
mod times;
mod token;

use std::sync::Arc;

use app::server_side::AppContext;
use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE};
use axum::response::Html;
use axum::routing::{any, get};
use domain::appointments::Schedule;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::refusal::{Reason, Refusal};
use super::state::WebState;

pub use self::problem::write as write_problems;

/// Where the API is.
const PREFIX: &str = "/api/v1";
/// The group of operations that need no token.
const BOOKING: &str = "booking";
/// The group of operations for programs with a token.
const STAFF: &str = "staff";

/// The operations and their description.
pub fn routes(state: &WebState) -> Router<WebState> {
    let (router, document) = operations().split_for_parts();
    let document = document::whole(document);
    let page = Bytes::from(page::page(&state.options, &document));
    let page = move || async move { (page::HEADERS, Html(page)) };
    let document = Bytes::from(document.to_string());
    let kind = [(CONTENT_TYPE, "application/json"), (CONTENT_LANGUAGE, "en")];
    let document = move || async move { (kind, document) };
    router
        .route("/api/v1", get(page.clone()))
        .route("/api/v1/", get(page))
        .route("/api/v1/openapi.json", get(document))
        .route("/api/v1/{*unknown}", any(unknown))
}

fn operations() -> OpenApiRouter<WebState> {
    let version_1 = OpenApiRouter::new()
        .routes(routes!(catalogue::list_services))
        .routes(routes!(catalogue::list_locations))
        .routes(routes!(times::find_free_times))
        .routes(routes!(booking::book_appointment))
        .routes(routes!(appointments::find_appointment))
        .routes(routes!(appointments::move_appointment))
        .routes(routes!(appointments::cancel_appointment_by_code))
        .routes(routes!(staff::list_appointments_of_day))
        .routes(routes!(staff::cancel_appointment_by_number))
        .routes(routes!(staff::export_schedule));
    let about: OpenApi = document::about();
    OpenApiRouter::with_openapi(about).nest(PREFIX, version_1)
}

/// An address of the API that leads nowhere. The rest of `/api` belongs to the pages.
async fn unknown() -> StatusCode {
    StatusCode::NOT_FOUND
}

/// Whether an address belongs to the API.
fn is_of_api(path: &str) -> bool {
    path.strip_prefix(PREFIX)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The schedule in force.
async fn schedule(context: &AppContext) -> Result<Arc<Schedule>, Refusal> {
    let schedule = context.schedule.current(&context.database).await?;
    schedule.ok_or_else(|| Reason::Unavailable.into())
}
