//! The API for other systems, as a program meets it: no cookie, no redirect, JSON alone.

mod booking;
mod document;
mod moving;
mod needs;
mod once;
mod problems;
mod staff;
mod times;

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, Method, StatusCode};
use serde_json::Value;

use crate::support::{Answer, TestServer};

/// What the API answered.
pub struct ApiAnswer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub json: Value,
}

impl ApiAnswer {
    /// Every answer is JSON, is told to be of its kind, and makes nobody a visitor.
    pub fn of(answer: Answer) -> Self {
        assert!(!answer.headers.contains_key(SET_COOKIE));
        let kind = answer.headers[CONTENT_TYPE].to_str().unwrap();
        let expected = if answer.status.is_success() {
            "application/json"
        } else {
            "application/problem+json"
        };
        assert_eq!(kind, expected, "{}", answer.body);
        Self {
            status: answer.status,
            json: serde_json::from_str(&answer.body).unwrap(),
            headers: answer.headers,
        }
    }

    /// A text in the answer, by its path: `service/name`.
    pub fn text(&self, path: &str) -> &str {
        let value = self.json.pointer(&format!("/{path}"));
        value
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("no {path} in {}", self.json))
    }

    /// The status and the code of a refusal.
    pub fn refusal(&self) -> (u16, &str) {
        assert_eq!(self.json["status"], self.status.as_u16(), "{}", self.json);
        (self.status.as_u16(), self.text("code"))
    }
}

pub async fn get(server: &TestServer, path: &str) -> ApiAnswer {
    ask(server, Method::GET, path, "", &[]).await
}

pub async fn post(server: &TestServer, path: &str, body: &Value, headers: &[(&str, &str)]) -> ApiAnswer {
    let headers = [&[("content-type", "application/json")], headers].concat();
    ask(server, Method::POST, path, &body.to_string(), &headers).await
}

pub async fn ask(
    server: &TestServer,
    method: Method,
    path: &str,
    body: &str,
    headers: &[(&str, &str)],
) -> ApiAnswer {
    let length = body.len().to_string();
    let headers = [headers, &[("content-length", &*length)]].concat();
    let path = format!("/api/v1{path}");
    let body = Body::from(body.to_owned());
    ApiAnswer::of(server.visitor().send(method, &path, body, &headers).await)
}

/// The first free time of a service at a place.
pub async fn first_free(server: &TestServer, service: &str, location: &str) -> String {
    let asked = format!("/free-times?service={service}&location={location}&days=1");
    let times = get(server, &asked).await;
    times.text("times/0/slot").to_owned()
}
