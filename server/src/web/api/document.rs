//! The description of the API: `OpenAPI` 3.1, made of the handlers and their types.

use domain::appointments::ScheduleDocument;
use schemars::generate::SchemaSettings;
use serde_json::Value;
use utoipa::OpenApi as _;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi, RefOr, Required};

use super::answers::problem_schemas;
use super::{BOOKING, STAFF};

/// What the operations call the tokens of other systems.
const TOKEN: &str = "token";
/// The name of the schedule document's schema.
pub const SCHEDULE: &str = "ScheduleDocument";

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
    tags(
        (name = BOOKING, description = "For everybody. No token is needed."),
        (name = STAFF, description = "For programs that have a token from `startlinje token add`.")
    )
)]
struct About;

/// The document without its operations.
pub fn about() -> OpenApi {
    About::openapi()
}

/// The whole document.
pub fn whole(mut document: OpenApi) -> Value {
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
    components.add_security_scheme(TOKEN, token_scheme());
    let mut document = serde_json::to_value(&document).expect("the document has only keys that are strings");
    document["components"]["schemas"][SCHEDULE] = schedule_schema();
    document
}

/// The tokens of other systems: RFC 6750.
fn token_scheme() -> SecurityScheme {
    let description =
        "A token from `startlinje token add`. Which scope an operation needs stands in its description.";
    let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer);
    SecurityScheme::Http(scheme.description(Some(description)).build())
}

/// The schedule document as `startlinje schedule schema` has it, in one piece.
fn schedule_schema() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.inline_subschemas = true;
        settings.meta_schema = None;
    });
    settings
        .into_generator()
        .into_root_schema_for::<ScheduleDocument>()
        .to_value()
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
