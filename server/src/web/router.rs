use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Redirect;
use axum::routing::{any, get};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use super::state::WebState;
use super::{
    api, assets, cafe_events, cafe_pictures, calendar, class_events, class_report, desk_events, error_pages,
    headers, health, live_reload, metrics, oversight, page_cache, pages, provider, schedule_file,
    sms_webhook, tutor_events, widget,
};
use crate::session_store::DatabaseSessions;

/// The largest form that is read, in bytes. The longest honest one has some twenty texts in three languages.
const LARGEST_BODY: usize = 96 * 1024;
/// How long a request may take.
const TIMEOUT: Duration = Duration::from_secs(20);
/// How long a visitor is remembered after the last visit, in days.
const REMEMBERED_DAYS: i64 = 180;
/// Brotli quality: pages are made for each visitor, so the compressor must be quick.
const QUALITY: i32 = 4;

/// Everything the server answers.
///
/// The last layer added is the first that a request meets.
pub fn router(state: WebState) -> Router {
    let sessions = SessionManagerLayer::new(DatabaseSessions(state.context().database))
        .with_name("startlinje")
        .with_same_site(SameSite::Lax)
        .with_secure(state.config.behind_tls)
        .with_expiry(Expiry::OnInactivity(time::Duration::days(REMEMBERED_DAYS)));
    let pictures = cafe_pictures::routes()
        .layer(sessions.clone())
        .layer(CsrfLayer::new());
    let schedule_document = schedule_file::upload()
        .layer(sessions.clone())
        .layer(CsrfLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            TIMEOUT,
        ));
    let statement = state.config.accessibility_statement.clone();

    pages::routes(&state)
        .route("/api/{*function}", any(pages::server_function))
        .route("/tid/kalender.ics", get(calendar::of_receipt))
        .route("/personale/plan/plan.json", get(schedule_file::download))
        .route(
            "/personale/klasser/{class}/rapport.csv",
            get(class_report::download),
        )
        .route("/personale/tal.csv", get(oversight::figures))
        .merge(provider::routes(&state))
        .layer(sessions)
        .route("/kalender/{file}", get(oversight::feed))
        .route(
            "/was",
            get(move || async move { Redirect::temporary(&statement) }),
        )
        .route("/api/desk/{location}/events", get(desk_events::of_place))
        .route("/api/cafe/events/{what}", get(cafe_events::of_cafe))
        .route("/api/classroom/{class}/events", get(class_events::of_class))
        .route(
            "/api/tutor/{pairing}/events/{version}",
            get(tutor_events::of_pairing),
        )
        .merge(widget::routes())
        .merge(health::routes())
        .merge(sms_webhook::routes(&state))
        .merge(assets::routes(&state))
        .merge(live_reload::routes(state.live_reload.clone()))
        .layer(CsrfLayer::new())
        // It reads no cookie, so nobody can be made to ask it for something in their own name.
        .merge(api::routes(&state))
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            TIMEOUT,
        ))
        // They have limits of their own.
        .merge(pictures)
        .merge(schedule_document)
        .layer(CatchPanicLayer::new())
        .layer(from_fn(api::write_problems))
        .layer(from_fn_with_state(state.clone(), error_pages::show))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(QUALITY)))
        .layer(from_fn_with_state(state.clone(), headers::secure))
        .layer(from_fn_with_state(state.clone(), page_cache::serve))
        .layer(from_fn(metrics::observe))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .with_state(state)
}
