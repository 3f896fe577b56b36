//! Pages that say the same to every stranger are made once and given to all of them.
//!
//! A stranger is somebody whose browser sends no cookie: nothing is kept of them, so nothing on their pages is theirs. What
//! such a page says depends on the content, the schedule and the day alone. The content stays as it is while the server runs
//! (with `--watch-content` nothing is cached); the schedule's version and the day are looked at for every request, so no
//! page is ever stale.

use std::sync::Arc;
use std::time::Duration;

use app::server_side::AppContext;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, COOKIE, HOST, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::locale::Locale;
use domain::time::date_in_denmark;
use jiff::Timestamp;
use jiff::civil::Date;
use moka::sync::Cache;
use store::{StoreError, schedules};

use super::state::WebState;

/// The doors whose pages are the same for all strangers. Free times are not: they change with every booking.
const SAME_FOR_ALL: [&str; 10] = [
    "",
    "hjaelp",
    "laer",
    "lektier",
    "muligheder",
    "oevelser",
    "om",
    "ordbog",
    "privatliv",
    "tilgaengelighed",
];
/// Bytes that the cache may hold, headers not counted.
const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// How long a page is given away before it is made anew. With it go the nonce of its scripts: everybody gets the same bytes
/// for an address, so whoever learns the nonce can no longer put anything beside it.
const KEPT: Duration = Duration::from_mins(1);

/// The pages that have been made.
#[derive(Clone)]
pub struct PageCache(Cache<Key, Arc<Page>>);

/// What the bytes of a page depend on.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    path: String,
    /// It stands in addresses that are printed.
    host: String,
    /// As the browser sent it; it decides how the page is compressed.
    encoding: String,
}

/// What a page said, and when that was true.
struct Page {
    edition: Edition,
    headers: HeaderMap,
    body: Bytes,
}

/// What pages depend on besides the content.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Edition {
    schedule: Option<i64>,
    day: Date,
}

impl Default for PageCache {
    fn default() -> Self {
        let bytes = |_: &Key, page: &Arc<Page>| u32::try_from(page.body.len()).unwrap_or(u32::MAX);
        let cache = Cache::builder()
            .max_capacity(MOST_BYTES)
            .weigher(bytes)
            .time_to_live(KEPT);
        Self(cache.build())
    }
}

/// Answers from the cache, or has the page made and keeps it.
pub async fn serve(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let Some(key) = Key::of(&request).filter(|_| state.live_reload.is_none()) else {
        return next.run(request).await;
    };
    // Where the database is away the page itself says so.
    let Ok(edition) = Edition::now(&state.context()).await else {
        return next.run(request).await;
    };
    let cache = &state.page_cache.0;
    if let Some(page) = cache.get(&key).filter(|page| page.edition == edition) {
        return (page.headers.clone(), page.body.clone()).into_response();
    }
    let response = next.run(request).await;
    if !is_for_all(&response) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = Page {
        edition,
        headers: parts.headers.clone(),
        body: body.clone(),
    };
    cache.insert(key, Arc::new(page));
    Response::from_parts(parts, Body::from(body))
}

impl Key {
    /// Of a stranger's request for a page that is the same for all of them; `None` for every other.
    fn of(request: &Request) -> Option<Self> {
        let headers = request.headers();
        let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let is_stranger = request.method() == Method::GET && !headers.contains_key(COOKIE);
        let path = request.uri().path();
        (is_stranger && request.uri().query().is_none() && is_same_for_all(path)).then(|| Self {
            path: path.to_owned(),
            host: text(HOST).unwrap_or_default().to_owned(),
            encoding: text(ACCEPT_ENCODING).unwrap_or_default().to_owned(),
        })
    }
}

impl Edition {
    async fn now(context: &AppContext) -> Result<Self, StoreError> {
        Ok(Self {
            schedule: schedules::current_version(context.database.read()).await?,
            day: date_in_denmark(Timestamp::now()),
        })
    }
}

fn is_same_for_all(path: &str) -> bool {
    let prefix = Locale::from_path(path).path_prefix();
    let door = path.strip_prefix(prefix).unwrap_or(path).trim_start_matches('/');
    SAME_FOR_ALL.contains(&door.split('/').next().unwrap_or_default())
}

/// A whole page that makes nobody a visitor.
fn is_for_all(response: &Response) -> bool {
    response.status() == StatusCode::OK && !response.headers().contains_key(SET_COOKIE)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;

    fn request(method: &str, path: &str, headers: &[(&str, &str)]) -> Request {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn only_strangers_pages_are_shared() {
        for path in [
            "/",
            "/ar",
            "/en/laer/mitid",
            "/laer/mitid/hvad-er-mitid/din-noegle",
            "/privatliv",
        ] {
            assert!(Key::of(&request("GET", path, &[])).is_some(), "{path}");
        }
        for path in [
            "/tid",
            "/en/tid/mitid",
            "/api/pages/roles",
            "/personale",
            "/laer?emne=penge",
            "/laerer",
        ] {
            assert!(Key::of(&request("GET", path, &[])).is_none(), "{path}");
        }
        assert!(Key::of(&request("POST", "/laer", &[])).is_none());
        assert!(Key::of(&request("GET", "/laer", &[("cookie", "startlinje=1")])).is_none());
    }

    #[test]
    fn what_changes_the_bytes_is_in_the_key() {
        let key = |headers| Key::of(&request("GET", "/laer", headers)).unwrap();
        assert!(key(&[("host", "a.dk")]) != key(&[("host", "b.dk")]));
        assert!(key(&[("accept-encoding", "br")]) != key(&[("accept-encoding", "gzip")]));
        assert!(key(&[("host", "a.dk")]) == key(&[("host", "a.dk"), ("user-agent", "x")]));
    }
}
