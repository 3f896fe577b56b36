use leptos::prelude::*;
use serde_json::Value;

use super::examples::{Examples, Need};
use super::page::{prose, text};

/// One operation: what it does, what it is asked with, and what it answers.
pub fn operation_view<'a>(
    examples: &Examples<'a>,
    path: &str,
    method: &str,
    operation: &'a Value,
) -> impl IntoView + use<> {
    let id = text(operation, "operationId");
    let labelled_by = id.clone();
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let parameters = parameters.map(parameter_view).collect_view();
    let fields = examples.fields(operation).into_iter();
    let fields = fields
        .map(|field| asked_view(field.name, "body", field.need, field.description))
        .collect_view();
    let answer = examples.answer(operation).map(|(status, body)| {
        view! {
            <h3>{format!("Answer, {status}")}</h3>
            <pre tabindex="0">{body}</pre>
        }
    });
    view! {
        <section aria-labelledby=labelled_by>
            <h2 id=id>{text(operation, "summary")}</h2>
            <p class="api-page__address">
                <code>{format!("{} {path}", method.to_uppercase())}</code>
            </p>
            <p>{prose(&text(operation, "description"))}</p>
            <dl class="api-page__list">{parameters} {fields}</dl>
            <h3>"Request"</h3>
            <pre tabindex="0">{examples.request(path, method, operation)}</pre>
            {answer}
            <p>"Also: " {other_statuses(operation)}</p>
        </section>
    }
}

fn parameter_view(parameter: &Value) -> impl IntoView + use<> {
    let need = Need::of(parameter["required"] == true);
    asked_view(
        &text(parameter, "name"),
        &text(parameter, "in"),
        need,
        &text(parameter, "description"),
    )
}

/// Something that an operation is asked with.
fn asked_view(name: &str, place: &str, need: Need, description: &str) -> impl IntoView + use<> {
    view! {
        <div>
            <dt>
                <code>{name.to_owned()}</code>
                {format!(" ({place}, {})", need.words())}
            </dt>
            <dd>{prose(description)}</dd>
        </div>
    }
}

/// "400, 404, 503": the refusals, each explained under Problems.
fn other_statuses(operation: &Value) -> String {
    let statuses = operation["responses"].as_object().into_iter().flatten();
    let refusals = statuses
        .map(|(status, _)| &**status)
        .filter(|status| !status.starts_with('2'));
    refusals.collect::<Vec<_>>().join(", ")
}
