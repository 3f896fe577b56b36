//! Why the API does not do what it is asked.

use app::AppError;
use app::booking::contact_error_text;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::contact::ContactError;
use domain::locale::Locale;
use serde::Serialize;
use store::StoreError;
use utoipa::ToSchema;

use super::problem::FieldProblem;

/// A request that is refused. What the answer says of it is written by [`super::problem::write`], which knows the language.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub reason: Reason,
    /// What was wrong with this very request.
    pub detail: Option<String>,
    /// What was wrong with single fields.
    pub fields: Vec<FieldProblem>,
}

/// Why a request is refused, for programs to tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The request cannot be read: its address, its headers or its JSON.
    InvalidRequest,
    /// There is no `Idempotency-Key`, or it is no 16 to 64 of letters, digits, `-` and `_`.
    IdempotencyKeyMissing,
    /// There is no token, or it is not one that holds.
    TokenMissing,
    /// The token holds, but not for this.
    Forbidden,
    /// There is no such address, service, place or appointment.
    NotFound,
    /// This address cannot be asked in this way.
    MethodNotAllowed,
    /// The time is not free any more, or never was.
    TimeTaken,
    /// The appointment has been moved or cancelled in the meantime.
    AppointmentChanged,
    /// A course does not move: its dates belong together.
    CourseStays,
    /// The request is larger than any honest one.
    TooLarge,
    /// The request's body is not said to be JSON.
    NotJson,
    /// Fields are missing, or hold what they cannot.
    InvalidFields,
    /// The `Idempotency-Key` has been used for another booking.
    IdempotencyKeyUsed,
    /// Too many wrong codes that begin like this one have been tried today.
    TooManyGuesses,
    /// Something else; our log knows what.
    Internal,
    /// We cannot answer just now; the same request may succeed later.
    Unavailable,
}

impl Reason {
    /// Every reason, in the order of their statuses.
    pub const ALL: [Self; 16] = [
        Self::InvalidRequest,
        Self::IdempotencyKeyMissing,
        Self::TokenMissing,
        Self::Forbidden,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::TimeTaken,
        Self::AppointmentChanged,
        Self::CourseStays,
        Self::TooLarge,
        Self::NotJson,
        Self::InvalidFields,
        Self::IdempotencyKeyUsed,
        Self::TooManyGuesses,
        Self::Internal,
        Self::Unavailable,
    ];

    /// Its name, as problems have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::IdempotencyKeyMissing => "idempotency_key_missing",
            Self::TokenMissing => "token_missing",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::TimeTaken => "time_taken",
            Self::AppointmentChanged => "appointment_changed",
            Self::CourseStays => "course_stays",
            Self::TooLarge => "too_large",
            Self::NotJson => "not_json",
            Self::InvalidFields => "invalid_fields",
            Self::IdempotencyKeyUsed => "idempotency_key_used",
            Self::TooManyGuesses => "too_many_guesses",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
        }
    }

    /// The status that goes with it.
    pub fn status(self) -> StatusCode {
        match self {
            Self::InvalidRequest | Self::IdempotencyKeyMissing => StatusCode::BAD_REQUEST,
            Self::TokenMissing => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TimeTaken | Self::AppointmentChanged | Self::CourseStays => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::InvalidFields | Self::IdempotencyKeyUsed => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooManyGuesses => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The reason behind a status that some layer has answered with.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::UNAUTHORIZED => Self::TokenMissing,
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::NotJson,
            StatusCode::UNPROCESSABLE_ENTITY => Self::InvalidFields,
            StatusCode::TOO_MANY_REQUESTS => Self::TooManyGuesses,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            status if status.is_client_error() => Self::InvalidRequest,
            _ => Self::Internal,
        }
    }
}

impl Refusal {
    /// A refusal with more to say about the request.
    pub fn because(reason: Reason, detail: impl Into<String>) -> Self {
        Self {
            detail: Some(detail.into()),
            ..reason.into()
        }
    }

    /// What is wrong with one field.
    pub fn of_field(field: &str, message: &str) -> Self {
        let field = FieldProblem {
            field: field.to_owned(),
            message: message.to_owned(),
        };
        Self {
            fields: vec![field],
            ..Reason::InvalidFields.into()
        }
    }

    /// What is wrong with name, telephone number or mail address.
    pub fn of_contact(errors: &[ContactError], locale: Locale) -> Self {
        let texts = app::Texts::of(locale);
        let fields = errors.iter().map(|error| FieldProblem {
            field: field_of(*error).to_owned(),
            message: contact_error_text(texts, *error).to_owned(),
        });
        Self {
            fields: fields.collect(),
            ..Reason::InvalidFields.into()
        }
    }
}

fn field_of(error: ContactError) -> &'static str {
    match error {
        ContactError::NameMissing | ContactError::NameTooLong | ContactError::NameHasCpr => "name",
        ContactError::PhoneMissing | ContactError::PhoneInvalid => "phone",
        ContactError::EmailMissing | ContactError::EmailInvalid => "email",
    }
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self {
            reason,
            detail: None,
            fields: Vec::new(),
        }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Reason::of_status(status).into()
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        AppError::from(error).into()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.reason.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
