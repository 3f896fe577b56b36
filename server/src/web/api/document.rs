//! The description of the API: `OpenAPI` 3.1, made of the handlers and their types.

use utoipa::OpenApi as _;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{OpenApi, RefOr, Required};

use super::BOOKING;
use super::answers::problem_schemas;

/// What the document says before its operations.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Startlinje",
        version = "1",
        description = "Book an appointment with somebody who helps, from another system. Bodies are JSON. Errors are \
            `application/problem+json` (RFC 9457), to be told apart by their `code`. Texts are in Danish, English or Arabic, \
            as `Accept-Language` asks. No cookie is read or set, and names and codes never stand in an address. Unknown fields \
            are refused. Within version 1 fields may be added to answers, and nothing is taken away.",
        license(name = "MIT", identifier = "MIT")
    ),
    tags((name = BOOKING, description = "For everybody. No token is needed."))
)]
struct About;

/// The document without its operations.
pub fn about() -> OpenApi {
    About::openapi()
}

/// The whole document as JSON.
pub fn written(mut document: OpenApi) -> String {
    let components = document.components.get_or_insert_default();
    let mut schemas = Vec::new();
    problem_schemas(&mut schemas);
    components.schemas.extend(schemas);
    for path in document.paths.paths.values_mut() {
        let operations = [&mut path.get, &mut path.post];
        for operation in operations.into_iter().flatten() {
            add_language(operation);
        }
    }
    serde_json::to_string(&document).expect("the document has only keys that are strings")
}

/// Every operation answers in the language that is asked for.
fn add_language(operation: &mut Operation) {
    let text = ObjectBuilder::new().schema_type(Type::String).build();
    let language: Parameter = ParameterBuilder::new()
        .name("Accept-Language")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("`da`, `en` or `ar`; Danish where none of them is asked for"))
        .schema(Some(text))
        .example(Some("da".into()))
        .build();
    operation
        .parameters
        .get_or_insert_default()
        .push(RefOr::T(language));
}
