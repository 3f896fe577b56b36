//! Requests as the API reads them. What cannot be read is refused with the reason.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::refusal::{Reason, Refusal};

/// A body of JSON.
pub struct Body<T>(pub T);

/// The part of an address behind its question mark.
pub struct Asked<T>(pub T);

/// A part of an address's path. What cannot be its kind leads nowhere.
pub struct Named<T>(pub T);

/// What makes a booking happen once, however often a program asks for it.
pub struct IdempotencyKey(pub String);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let body = Json::<T>::from_request(request, state).await;
        body.map(|Json(body)| Self(body)).map_err(|rejection| {
            let reason = match &rejection {
                JsonRejection::MissingJsonContentType(_) => return Reason::NotJson.into(),
                JsonRejection::JsonDataError(_) => Reason::InvalidFields,
                JsonRejection::JsonSyntaxError(_) => Reason::InvalidRequest,
                other => return Reason::of_status(other.status()).into(),
            };
            Refusal::because(reason, rejection.body_text())
        })
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let query = Query::<T>::from_request_parts(parts, state).await;
        query
            .map(|Query(query)| Self(query))
            .map_err(|rejection| Refusal::because(Reason::InvalidRequest, rejection.body_text()))
    }
}

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Named<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let path = Path::<T>::from_request_parts(parts, state).await;
        path.map(|Path(part)| Self(part))
            .map_err(|_| Reason::NotFound.into())
    }
}

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Refusal;

    /// With quotes, as the draft of a standard wants it, or without.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let header = parts
            .headers
            .get("idempotency-key")
            .and_then(|key| key.to_str().ok());
        let key = header.unwrap_or_default().trim_matches('"');
        let is_key = (16..=64).contains(&key.len())
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        is_key
            .then(|| Self(key.to_owned()))
            .ok_or_else(|| Reason::IdempotencyKeyMissing.into())
    }
}
