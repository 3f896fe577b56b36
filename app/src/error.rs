//! The one public error: a code that says what happened. Causes are logged on the server and never sent.

use bytes::Bytes;
use leptos::server_fn::Encodes;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What went wrong, as everybody may know it. The page that shows it says what it means and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppError {
    /// There is no such course, service, place or page. 404.
    #[error("not found")]
    NotFound,
    /// What was sent makes no sense: an unknown option, a text that is no time. 400.
    #[error("invalid input")]
    Invalid,
    /// Nobody is signed in. 401.
    #[error("not signed in")]
    NotSignedIn,
    /// Whoever is signed in may not do this. 403.
    #[error("forbidden")]
    Forbidden,
    /// The page's own state is gone: the session ended, or the form was opened in another browser. 409.
    #[error("the session no longer holds what this page needs")]
    SessionLost,
    /// What was sent is larger than any honest form. 413.
    #[error("too large")]
    TooLarge,
    /// The database does not answer. 503.
    #[error("unavailable")]
    Unavailable,
    /// Something else; the log knows what. 500.
    #[error("internal error")]
    Internal,
    /// The server could not be reached. Only ever made in the browser.
    #[error("no connection")]
    Offline,
}

impl AppError {
    /// The HTTP status that goes with it.
    pub fn status(self) -> u16 {
        match self {
            Self::Invalid => 400,
            Self::NotSignedIn => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::SessionLost => 409,
            Self::TooLarge => 413,
            Self::Internal | Self::Offline => 500,
            Self::Unavailable => 503,
        }
    }

    /// The error that goes with an HTTP status.
    pub fn of_status(status: u16) -> Self {
        match status {
            401 => Self::NotSignedIn,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            409 => Self::SessionLost,
            413 => Self::TooLarge,
            400..=499 => Self::Invalid,
            503 => Self::Unavailable,
            _ => Self::Internal,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => Self::Invalid,
            _ => Self::Internal,
        }
    }

    /// Called on the server only, when a server function's error is sent: the response gets the error's status.
    fn ser(&self) -> Bytes {
        set_status(*self);
        JsonEncoding::encode(self).unwrap_or_default()
    }
}

/// A request that was refused before it reached a page: the page says so instead.
#[derive(Debug, Clone, Copy)]
pub struct FailedRequest(pub AppError);

/// Gives the response the status of an error. Does nothing in the browser.
pub fn set_status(error: AppError) {
    #[cfg(feature = "ssr")]
    crate::server_side::set_status(error.status());
    let _ = error;
}

/// The result of a server function.
pub type AppResult<T> = Result<T, AppError>;
