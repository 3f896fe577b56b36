//! The refusals that each kind of operation may answer with, as the document lists them.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use utoipa::openapi::response::Response;
use utoipa::openapi::{Content, Ref, RefOr, ResponseBuilder};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

use super::problem::{PROBLEM_JSON, Problem};

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident => [$($status:literal),*];)*) => {$(
        $(#[$doc])*
        pub struct $name;

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                [$($status),*].into_iter().map(refusal).collect()
            }
        }
    )*};
}

refusals! {
    /// Of what reads the same for everybody.
    ReadingFails => [503];
    /// Of what is looked up by what stands in the address.
    LookingUpFails => [400, 404, 503];
    /// Of booking.
    BookingFails => [400, 404, 409, 413, 415, 422, 503];
    /// Of what needs a code and a name.
    FindingFails => [400, 404, 413, 415, 422, 429, 503];
    /// Of moving.
    MovingFails => [400, 404, 409, 413, 415, 422, 429, 503];
    /// Of what needs a token.
    TokenFails => [401, 403, 503];
    /// Of what needs a token and a place or an appointment.
    StaffFails => [400, 401, 403, 404, 503];
}

/// The schema of every refusal, for the document.
pub fn problem_schemas(schemas: &mut Vec<(String, RefOr<utoipa::openapi::Schema>)>) {
    schemas.push((Problem::name().into_owned(), Problem::schema()));
    Problem::schemas(schemas);
}

fn refusal(status: u16) -> (String, RefOr<Response>) {
    let words = StatusCode::from_u16(status)
        .ok()
        .and_then(|status| status.canonical_reason());
    let problem = Content::new(Some(Ref::from_schema_name(Problem::name())));
    let response = ResponseBuilder::new()
        .description(words.unwrap_or_default())
        .content(PROBLEM_JSON, problem)
        .build();
    (status.to_string(), response.into())
}
