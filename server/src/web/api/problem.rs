//! Errors as programs read them: problem details, RFC 9457.

use app::Texts;
use axum::Json;
use axum::extract::Request;
use axum::http::header::{
    CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, VARY, WWW_AUTHENTICATE,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::language::Language;
use super::refusal::{Reason, Refusal};
use super::{PREFIX, is_of_api};

/// The media type of RFC 9457.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// Why a request was refused.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Where the kind of problem is explained.
    #[serde(rename = "type")]
    #[schema(format = "uri-reference", example = "/api/v1#time_taken")]
    kind: String,
    /// What has happened and what to do, in the language of the answer.
    #[schema(example = "Tiden er ikke ledig. Hent de ledige tider igen, og vælg en anden.")]
    title: &'static str,
    #[schema(example = 409)]
    status: u16,
    code: Reason,
    /// What was wrong with this very request. For engineers, so in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    detail: Option<String>,
    /// What was wrong with single fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
}

/// A field that cannot be used as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldProblem {
    /// The field's name.
    #[schema(example = "phone")]
    pub field: String,
    /// What to do, in the language of the answer.
    pub message: String,
}

/// Writes what was refused by whatever layer, for the addresses of the API; and tells the language of every answer there.
pub async fn write(request: Request, next: Next) -> Response {
    if !is_of_api(request.uri().path()) {
        return next.run(request).await;
    }
    let language = Language::of(request.headers());
    let mut response = next.run(request).await;
    let status = response.status();
    if status.is_client_error() || status.is_server_error() {
        let refusal = response.extensions_mut().remove::<Refusal>();
        let refusal = refusal.unwrap_or_else(|| Reason::of_status(status).into());
        response = problem_response(response, refusal, language);
    }
    let headers = response.headers_mut();
    headers
        .entry(CONTENT_LANGUAGE)
        .or_insert_with(|| language.header());
    headers.append(VARY, HeaderValue::from_static("accept-language"));
    response
}

/// The refused response with the problem as its body. Its headers, such as `Allow`, stay.
fn problem_response(refused: Response, refusal: Refusal, language: Language) -> Response {
    let reason = refusal.reason;
    let problem = Problem::new(refusal, Texts::of(language.0));
    let mut headers = refused.headers().clone();
    headers.remove(CONTENT_LENGTH);
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
    add_advice(&mut headers, reason);
    let mut response = Json(problem).into_response();
    *response.status_mut() = refused.status();
    *response.headers_mut() = headers;
    response
}

/// What a program may do about it, as headers.
fn add_advice(headers: &mut HeaderMap, reason: Reason) {
    match reason {
        Reason::TokenMissing => {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        Reason::TooManyGuesses => {
            headers.insert(RETRY_AFTER, seconds_until_tomorrow().into());
        }
        _ => {}
    }
}

/// Guesses are counted by the day, in UTC.
fn seconds_until_tomorrow() -> u64 {
    const DAY: u64 = 24 * 60 * 60;
    let now = u64::try_from(Timestamp::now().as_second()).unwrap_or_default();
    DAY - now % DAY
}

impl Problem {
    fn new(refusal: Refusal, texts: Texts) -> Self {
        let code = refusal.reason;
        Self {
            kind: format!("{PREFIX}#{}", code.name()),
            title: title(code, texts),
            status: code.status().as_u16(),
            code,
            detail: refusal.detail,
            errors: refusal.fields,
        }
    }
}

/// What people are told, who may see what a program shows them.
pub fn title(reason: Reason, texts: Texts) -> &'static str {
    match reason {
        Reason::InvalidRequest => texts.api_invalid_request(),
        Reason::IdempotencyKeyMissing => texts.api_idempotency_key_missing(),
        Reason::TokenMissing => texts.api_token_missing(),
        Reason::Forbidden => texts.api_forbidden(),
        Reason::NotFound => texts.api_not_found(),
        Reason::MethodNotAllowed => texts.api_method_not_allowed(),
        Reason::TimeTaken => texts.api_time_taken(),
        Reason::AppointmentChanged => texts.api_appointment_changed(),
        Reason::CourseStays => texts.api_course_stays(),
        Reason::TooLarge => texts.api_too_large(),
        Reason::NotJson => texts.api_not_json(),
        Reason::InvalidFields => texts.api_invalid_fields(),
        Reason::IdempotencyKeyUsed => texts.api_idempotency_key_used(),
        Reason::TooManyGuesses => texts.api_too_many_guesses(),
        Reason::Internal => texts.api_internal(),
        Reason::Unavailable => texts.api_unavailable(),
    }
}
