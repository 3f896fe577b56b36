//! What other sites show in a frame: the next free time.
//!
//! It sets and reads no cookie and runs no script. As the page is the same for everybody it is made once a minute, however
//! many look at the site around it; a time on it may have been taken in that minute, which the pages behind its link say.

use std::sync::Arc;
use std::time::Duration;

use app::server_side::now;
use app::{AppError, NextTimeAsked, next_time_page, no_next_time_page};
use axum::Extension;
use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use domain::ids::{LocationId, ServiceId};
use domain::locale::Locale;
use moka::sync::Cache;
use serde::Deserialize;

use super::headers::MayBeFramed;
use super::state::WebState;

/// What the page may load, and that every site may frame it.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors *";
/// How long the page is given away, by us and by whoever keeps it on the way: a minute.
const KEPT: Duration = Duration::from_mins(1);
const KEEP: &str = "public, max-age=60";
/// Pages that are kept, more than any municipality has services, places and languages.
const MOST_PAGES: u64 = 2_000;

#[derive(Deserialize)]
struct Asked {
    service: ServiceId,
    location: Option<LocationId>,
    lang: Option<String>,
}

type Pages = Cache<NextTimeAsked, Arc<str>>;

/// `/widget/next-time`.
pub fn routes() -> Router<WebState> {
    let pages: Pages = Cache::builder()
        .max_capacity(MOST_PAGES)
        .time_to_live(KEPT)
        .build();
    Router::new()
        .route("/widget/next-time", get(next_time))
        .layer(Extension(pages))
}

async fn next_time(
    State(state): State<WebState>,
    Extension(pages): Extension<Pages>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Response {
    let Ok(Query(asked)) = asked else {
        return without_time(&state, Locale::default(), AppError::NotFound);
    };
    let asked = asked.read();
    if let Some(page) = pages.get(&asked) {
        return framed(StatusCode::OK, page.to_string());
    }
    match next_time_page(&state.context(), &state.options, &asked, now()).await {
        Ok(page) => {
            pages.insert(asked, page.as_str().into());
            framed(StatusCode::OK, page)
        }
        Err(error) => without_time(&state, asked.locale, error),
    }
}

fn without_time(state: &WebState, locale: Locale, error: AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    framed(status, no_next_time_page(&state.options, locale))
}

fn framed(status: StatusCode, page: String) -> Response {
    let keep = if status.is_success() { KEEP } else { "no-cache" };
    let headers = [(CONTENT_SECURITY_POLICY, POLICY), (CACHE_CONTROL, keep)];
    (status, Extension(MayBeFramed), headers, Html(page)).into_response()
}

impl Asked {
    fn read(self) -> NextTimeAsked {
        let locale = self.lang.as_deref().and_then(Locale::from_tag);
        NextTimeAsked {
            service: self.service,
            location: self.location,
            locale: locale.unwrap_or_default(),
        }
    }
}
