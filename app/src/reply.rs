//! What a server function that reads gives back: a view that is JSON already.
//!
//! A page's data takes one way to the page, whether it was rendered on the server or fetched by the browser: as text, read
//! once, where it is shown. So the machinery in between (resources, suspense, transport) exists once in the wasm and not
//! once for each page, which more than halves what a phone has to fetch.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::error::{AppError, AppResult};

/// A `T` as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Reply<T> {
    json: Box<RawValue>,
    #[serde(skip)]
    view: PhantomData<fn() -> T>,
}

/// A [`Reply`] that has forgotten what it is a reply to.
pub type AnyReply = Box<RawValue>;

impl<T> Reply<T> {
    /// The reply without its type, for what is the same for every page.
    pub fn erase(self) -> AnyReply {
        self.json
    }
}

#[cfg(feature = "ssr")]
impl<T: Serialize> Reply<T> {
    /// Writes a view down.
    pub fn of(view: &T) -> AppResult<Self> {
        let json = serde_json::value::to_raw_value(view).map_err(|error| {
            tracing::error!(%error, "a view is not JSON");
            AppError::Internal
        })?;
        Ok(Self {
            json,
            view: PhantomData,
        })
    }
}

/// Reads a view. It fails when a page of an older server meets a newer one; loading the page again helps.
pub fn read<T: DeserializeOwned>(reply: &RawValue) -> AppResult<T> {
    serde_json::from_str(reply.get()).map_err(|_| AppError::Internal)
}
