//! What server functions stand on: the database, the content, the schedule, the visitor's session.
//!
//! The server provides an [`AppContext`] to every request; the functions here fetch from it what a feature needs, and turn
//! what went wrong into an [`AppError`] after the cause has been logged.

mod live_reload;
mod pupil;
mod qr;
mod schedule_cache;
mod session;
mod site;
mod text_size;

use std::sync::Arc;

use content::Library;
use domain::appointments::Schedule;
use domain::locale::Locale;
use domain::time::date_in_denmark;
use http::HeaderValue;
use http::header::{CONTENT_SECURITY_POLICY, REFRESH};
use jiff::Timestamp;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_router::location::RequestUrl;
use store::{Database, StoreError};

use crate::error::{AppError, AppResult};
pub(crate) use live_reload::reload_script;
pub use live_reload::{CHANGES_PATH, ReloadsOnSave};
pub use pupil::{
    KnownClass, PupilHere, PupilOfRequest, PupilSession, begin_pupil, end_pupil, known_class, pupil,
};
pub use qr::qr_code;
pub use schedule_cache::ScheduleCache;
// Its keys are many, and each stands once: where it is said what it holds.
pub use session::*;
pub use site::{InvalidPublicUrl, PublicUrl, Site, SmsReplies, Transport, absolute_address, site};
pub use text_size::{keep_text_size, redirect_back, text_size};

/// What every request may use. Cheap to clone.
#[derive(Clone)]
pub struct AppContext {
    pub database: Database,
    /// The content as it was when the request came.
    pub library: Arc<Library>,
    pub schedule: Arc<ScheduleCache>,
    /// Key of the booking codes' hashes; the same for every server on one database.
    pub code_key: Arc<str>,
}

/// The context of the request that is being answered.
///
/// # Panics
/// Outside a request.
pub fn context() -> AppContext {
    expect_context()
}

/// The schedule in force.
pub async fn schedule() -> AppResult<Arc<Schedule>> {
    let AppContext {
        database, schedule, ..
    } = context();
    schedule.current(&database).await?.ok_or_else(|| {
        tracing::error!(
            "there is no schedule: run `startlinje demo load` or `startlinje schedule import FILE`"
        );
        AppError::Unavailable
    })
}

/// The present moment. The one place in `app` where a clock is read.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Today's date in Denmark.
pub fn today() -> Date {
    date_in_denmark(now())
}

/// The language of the address that is being answered; Danish outside a request.
pub fn request_locale() -> Locale {
    if let Some(locale) = use_context::<Locale>() {
        return locale;
    }
    let url = use_context::<RequestUrl>().and_then(|url| url.parse().ok());
    url.map(|url| Locale::from_path(url.path())).unwrap_or_default()
}

/// Gives the response a status.
pub fn set_status(status: u16) {
    let Some(response) = use_context::<ResponseOptions>() else {
        return;
    };
    if let Ok(status) = status.try_into() {
        response.set_status(status);
    }
}

/// Tells the browser what the page may load: what this server has, and scripts with the page's nonce.
pub fn set_content_security_policy() {
    let Some(response) = use_context::<ResponseOptions>() else {
        return;
    };
    let nonce = use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self'; font-src 'self'; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(policy) = policy.parse() {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// Has the browser leave the page that is being made after so many seconds, with JavaScript or without.
pub fn leave_page_after(seconds: i64, path: &str) {
    let value = HeaderValue::from_str(&format!("{seconds};url={path}"));
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), value) {
        response.insert_header(REFRESH, value);
    }
}

/// Sends the browser on: the next page without JavaScript, a navigation with it.
pub fn redirect(locale: Locale, path: &str) {
    leptos_axum::redirect(&locale.path(path));
}

impl From<StoreError> for AppError {
    /// The cause goes to the log, a code to the visitor.
    fn from(error: StoreError) -> Self {
        if error.is_unavailable() {
            tracing::error!(%error, "the database is away");
            return Self::Unavailable;
        }
        tracing::error!(%error, "the database refused");
        Self::Internal
    }
}
