//! Files: the built site, drawings, and the interface's texts. What has a version in its address is kept for ever.

use app::{Part, catalogue_json, catalogue_path, server_side::AppContext};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::locale::Locale;
use serde::Deserialize;
use tower::ServiceBuilder;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use super::state::WebState;

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const A_WEEK: HeaderValue = HeaderValue::from_static("public, max-age=604800");
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// `/pkg`, `/fonts`, `/pictures` and `/texts`.
pub fn routes(state: &WebState) -> Router<WebState> {
    let folder = |name: &str, keep: HeaderValue| {
        ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, keep))
            .service(
                ServeDir::new(state.config.site_root.join(name))
                    .precompressed_br()
                    .precompressed_gzip(),
            )
    };
    // Names in /pkg carry a hash of what is in them; without a release build they do not.
    let keep_pkg = if state.options.hash_files {
        FOREVER
    } else {
        HeaderValue::from_static("no-cache")
    };
    Router::new()
        .nest_service("/pkg", folder("pkg", keep_pkg))
        .nest_service("/fonts", folder("fonts", A_WEEK))
        .route("/pictures/{name}", get(picture))
        .route("/texts/{name}", get(texts))
}

#[derive(Deserialize)]
struct Version {
    v: Option<String>,
}

/// A drawing. With its version in the address it is kept for ever, without it is asked for again by its tag.
async fn picture(
    State(context): State<AppContext>,
    Path(name): Path<String>,
    Query(version): Query<Version>,
    headers: HeaderMap,
) -> Response {
    let Some(picture) = context.library.picture(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = if version.v.is_some() { FOREVER } else { AN_HOUR };
    let tag = format!("\"{}\"", picture.hash);
    if headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes())
    {
        return (StatusCode::NOT_MODIFIED, [(CACHE_CONTROL, keep)]).into_response();
    }
    let kind = HeaderValue::from_static("image/svg+xml");
    (
        [(CONTENT_TYPE, kind), (CACHE_CONTROL, keep)],
        [(ETAG, tag)],
        picture.bytes.clone(),
    )
        .into_response()
}

/// A part of a language's catalogue, for the browser. A page of an older server asks for an older version and gets today's
/// texts; they are not kept.
async fn texts(Path(name): Path<String>) -> Response {
    let Some((locale, part)) = named_part(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let is_current = catalogue_path(locale, part).ends_with(&name);
    let keep = if is_current {
        FOREVER
    } else {
        HeaderValue::from_static("no-cache")
    };
    let kind = HeaderValue::from_static("application/json");
    (
        [(CONTENT_TYPE, kind), (CACHE_CONTROL, keep)],
        catalogue_json(locale, part),
    )
        .into_response()
}

/// The language and the part in `da-learning-1f.json`.
fn named_part(name: &str) -> Option<(Locale, Part)> {
    let (tag, rest) = name.split_once('-')?;
    let (part, _) = rest.split_once('-')?;
    Some((Locale::from_tag(tag)?, Part::named(part)?))
}
