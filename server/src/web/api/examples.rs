//! Examples, made of the examples that the document has for single fields.

use serde_json::{Map, Value, json};

use super::document::SCHEDULE;

/// What to ask with where a program needs a token.
const AUTHORIZATION: &str = "Authorization: Bearer startlinje_…";

/// The document that examples are made of.
pub struct Examples<'a>(pub &'a Value);

/// A field of what is sent.
pub struct Field<'a> {
    pub name: &'a str,
    pub need: Need,
    pub description: &'a str,
}

/// Whether something must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Needed,
    MayBeLeftOut,
}

impl Need {
    /// As the document has it.
    pub fn of(required: bool) -> Self {
        if required {
            Self::Needed
        } else {
            Self::MayBeLeftOut
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::MayBeLeftOut => "may be left out",
        }
    }
}

impl<'a> Examples<'a> {
    /// A request as curl sends it.
    pub fn request(&self, path: &str, method: &str, operation: &'a Value) -> String {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let needed: Vec<_> = parameters
            .filter(|parameter| parameter["required"] == true)
            .map(|parameter| (&parameter["in"], name(parameter), written(&parameter["example"])))
            .collect();
        let query: Vec<_> = of_place(&needed, "query")
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut path = path.to_owned();
        for (name, value) in of_place(&needed, "path") {
            path = path.replace(&format!("{{{name}}}"), value);
        }
        if !query.is_empty() {
            path = format!("{path}?{}", query.join("&"));
        }
        let mut lines = vec![format!("curl -X {} 'https://…{path}'", method.to_uppercase())];
        lines.extend(of_place(&needed, "header").map(|(name, value)| header(&format!("{name}: {value}"))));
        if operation["security"].is_array() {
            lines.push(header(AUTHORIZATION));
        }
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        if schema.is_object() {
            lines.push(header("Content-Type: application/json"));
            lines.push(format!("-d '{}'", pretty(&self.value(schema))));
        }
        lines.join(" \\\n  ")
    }

    /// The fields of a body.
    pub fn fields(&self, operation: &'a Value) -> Vec<Field<'a>> {
        let body = &operation["requestBody"]["content"]["application/json"]["schema"];
        let schema = self.resolved(body);
        let needed = schema["required"].as_array();
        let is_needed = |name: &str| needed.is_some_and(|needed| needed.iter().any(|field| field == name));
        let fields = schema["properties"].as_object().into_iter().flatten();
        fields
            .map(|(name, field)| Field {
                name,
                need: Need::of(is_needed(name)),
                description: self.description(field),
            })
            .collect()
    }

    /// What a field says of itself, or its type of it.
    fn description(&self, field: &'a Value) -> &'a str {
        let own = field["description"].as_str();
        own.or_else(|| self.resolved(field)["description"].as_str())
            .unwrap_or_default()
    }

    /// The schema that is meant where only its name is given.
    fn resolved(&self, schema: &'a Value) -> &'a Value {
        name_of_reference(schema).map_or(schema, |name| &self.0["components"]["schemas"][name])
    }

    /// The status and the body of a request that goes well. The schedule is too long to be shown.
    pub fn answer(&self, operation: &'a Value) -> Option<(String, String)> {
        let answers = operation["responses"].as_object()?;
        let (status, answer) = answers.iter().find(|(status, _)| status.starts_with('2'))?;
        let schema = &answer["content"]["application/json"]["schema"];
        let is_schedule = name_of_reference(schema) == Some(SCHEDULE);
        (!is_schedule).then(|| (status.clone(), pretty(&self.value(schema))))
    }

    /// Something that fits a schema.
    fn value(&self, schema: &'a Value) -> Value {
        let schema = self.resolved(schema);
        if let Some(example) = schema.get("example") {
            return example.clone();
        }
        if let Some(first) = schema["enum"].get(0).or_else(|| schema["allOf"].get(0)) {
            return if first.is_object() {
                self.value(first)
            } else {
                first.clone()
            };
        }
        if let Some(fields) = schema["properties"].as_object() {
            let fields = fields
                .iter()
                .map(|(name, field)| (name.clone(), self.value(field)));
            return Value::Object(fields.collect::<Map<_, _>>());
        }
        match schema["type"].as_str() {
            Some("array") => json!([self.value(&schema["items"])]),
            Some("boolean") => json!(true),
            Some("integer") => json!(0),
            Some("string") => json!(""),
            _ => Value::Null,
        }
    }
}

fn name_of_reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

fn name(parameter: &Value) -> String {
    written(&parameter["name"])
}

/// A text without quotes, and anything else as JSON has it.
fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn of_place<'a>(
    parameters: &'a [(&Value, String, String)],
    place: &'a str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let found = parameters.iter().filter(move |(at, _, _)| *at == place);
    found.map(|(_, name, value)| (&**name, &**value))
}

fn header(line: &str) -> String {
    format!("-H '{line}'")
}

fn pretty(value: &Value) -> String {
    format!("{value:#}")
}
