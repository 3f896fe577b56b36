//! The description as a page, for engineers. It is made of the document once, when the server starts.

use app::{Texts, bare_page};
use axum::http::HeaderName;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY};
use domain::locale::Locale;
use leptos::config::LeptosOptions;
use leptos::prelude::*;
use serde_json::Value;

use super::examples::Examples;
use super::operation_view::operation_view;
use super::problem::title;
use super::refusal::Reason;
use super::{PREFIX, STAFF};

/// The page's language, and what it may load: the site's style, and nothing that runs.
pub const HEADERS: [(HeaderName, &str); 2] = [
    (CONTENT_LANGUAGE, "en"),
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
    ),
];

/// The whole page. The document is in English, and so is the page.
pub fn page(options: &LeptosOptions, document: &Value) -> String {
    let operations = operations(document);
    let contents = operations.iter().map(|(_, _, operation)| {
        let href = format!("#{}", text(operation, "operationId"));
        view! { <li><a href=href>{text(operation, "summary")}</a></li> }
    });
    let contents = contents.collect_view();
    let examples = Examples(document);
    let operations = operations
        .into_iter()
        .map(|(path, method, operation)| operation_view(&examples, path, method, operation))
        .collect_view();
    let content = view! {
        <main class="page container api-page">
            <h1>"The API of Startlinje"</h1>
            <p>{prose(&text(&document["info"], "description"))}</p>
            <p>
                "For generators of clients: "
                <a href=format!("{PREFIX}/openapi.json")>"the same in OpenAPI 3.1"</a>
            </p>
            <nav aria-label="Operations"><ul>{contents}</ul></nav>
            {operations}
            {problems_view()}
        </main>
    };
    bare_page(options, Locale::En, "The API of Startlinje", content.into_any())
}

/// Every operation with its path and method: those for everybody first, and what reads before what changes something.
fn operations(document: &Value) -> Vec<(&str, &str, &Value)> {
    let mut found = Vec::new();
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        let methods = methods.as_object().into_iter().flatten();
        found.extend(methods.map(|(method, operation)| (&**path, &**method, operation)));
    }
    found.sort_by_key(|(_, method, operation)| (operation["tags"][0] == STAFF, *method != "get"));
    found
}

/// Every code that a problem may have; the types of problems lead here.
fn problems_view() -> impl IntoView {
    let texts = Texts::of(Locale::En);
    let rows = Reason::ALL.map(|reason| {
        view! {
            <div id=reason.name()>
                <dt>
                    <code>{reason.name()}</code>
                    {format!(" ({})", reason.status().as_u16())}
                </dt>
                <dd>{title(reason, texts)}</dd>
            </div>
        }
    });
    view! {
        <section aria-labelledby="problems">
            <h2 id="problems">"Problems"</h2>
            <dl class="api-page__list">{rows.collect_view()}</dl>
        </section>
    }
}

/// A text of the document; nothing where it has none.
pub fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// A text of the document as it is read: what stands between backticks is code.
pub fn prose(text: &str) -> impl IntoView + use<> {
    let parts = text.split('`').enumerate().map(|(index, part)| {
        let part = part.to_owned();
        if index % 2 == 1 {
            view! { <code>{part}</code> }.into_any()
        } else {
            part.into_any()
        }
    });
    parts.collect_view()
}
