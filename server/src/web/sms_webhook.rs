//! `POST /webhooks/sms`: the gateway hands over an answer to an SMS.
//!
//! It signs what it sends with a secret that we share: HMAC-SHA256 over the moment in seconds since 1970, a full stop and
//! the body, in hexadecimal. So nobody else can cancel, and what was overheard cannot be sent again.

use app::server_side::AppContext;
use app::{AppError, answer_sms};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use domain::contact::PhoneNumber;
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use serde::Deserialize;
use sha2::Sha256;
use store::{StoreError, sms_replies};

use super::state::WebState;
use crate::config::WebhookSecret;

/// When it was sent, in seconds since 1970.
const TIMESTAMP: &str = "x-timestamp";
/// The signature in hexadecimal.
const SIGNATURE: &str = "x-signature";
/// How far the gateway's clock and ours may differ, in seconds. A signature is remembered for much longer.
const TOLERANCE_SECONDS: i64 = 5 * 60;

/// An answer to an SMS, as gateways describe it. What else they say is left out.
#[derive(Deserialize)]
struct Answer {
    /// The number with its country's code.
    msisdn: u64,
    message: String,
}

/// The route, where a secret has been set; otherwise the address leads nowhere.
pub fn routes(state: &WebState) -> Router<WebState> {
    if state.config.sms_webhook_secret.is_some() {
        Router::new().route("/webhooks/sms", post(receive))
    } else {
        Router::new()
    }
}

/// 401 for whoever does not know the secret, 409 for what has been sent before, 400 for what makes no sense, 503 while the
/// database is away: then the gateway may try again.
async fn receive(State(state): State<WebState>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let now = Timestamp::now();
    let signature = state
        .config
        .sms_webhook_secret
        .as_ref()
        .and_then(|secret| verified(secret, &headers, &body, now));
    let Some(signature) = signature else {
        return StatusCode::UNAUTHORIZED;
    };
    let Ok((phone, text)) = read(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    match heed(&state.context(), &signature, &phone, &text, now).await {
        Ok(status) => status,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// The signature, if it is right and was made now.
fn verified(secret: &WebhookSecret, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Option<String> {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let (timestamp, signature) = (header(TIMESTAMP)?, header(SIGNATURE)?);
    let sent_at: i64 = timestamp.parse().ok()?;
    let is_now = sent_at.abs_diff(now.as_second()) <= TOLERANCE_SECONDS.unsigned_abs();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(timestamp.as_bytes());
    mac.update(b".");
    mac.update(body);
    // In constant time.
    let is_right = mac.verify_slice(&hex::decode(signature).ok()?).is_ok();
    (is_right && is_now).then(|| signature.to_ascii_lowercase())
}

fn read(body: &[u8]) -> Result<(PhoneNumber, String), AppError> {
    let answer: Answer = serde_json::from_slice(body).map_err(|_| AppError::Invalid)?;
    let phone = PhoneNumber::parse(&format!("+{}", answer.msisdn)).map_err(|_| AppError::Invalid)?;
    Ok((phone, answer.message))
}

async fn heed(
    context: &AppContext,
    signature: &str,
    phone: &PhoneNumber,
    text: &str,
    now: Timestamp,
) -> Result<StatusCode, StoreError> {
    let database = &context.database;
    if !sms_replies::note_received(database.write(), signature, now).await? {
        return Ok(StatusCode::CONFLICT);
    }
    if answer_sms(context, phone, text, now).await.is_ok() {
        return Ok(StatusCode::NO_CONTENT);
    }
    sms_replies::forget_received(database.write(), signature).await?;
    Ok(StatusCode::SERVICE_UNAVAILABLE)
}
