use leptos::prelude::*;

use super::non_empty;

/// A question with several fields to answer it: the legend is the question.
///
/// See <https://designsystem.dk/komponenter/radioknap/>.
#[component]
pub fn FieldSet(
    #[prop(into)] legend: String,
    /// The fields' name; the ids of hint and error are made from it.
    #[prop(into)]
    name: String,
    #[prop(optional, into)] hint: String,
    /// What is wrong and how it is mended.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
    children: Children,
) -> impl IntoView {
    let class = group_class(error.is_some());
    let described_by = described_by(&name, !hint.is_empty(), error.is_some());
    view! {
        <div class=class>
            <fieldset aria-describedby=described_by>
                <legend class="form-label" data-read="">{legend}</legend>
                <Hint name=name.clone() text=hint />
                <FieldError name=name text=error />
                {children()}
            </fieldset>
        </div>
    }
}

/// What is good to know before answering. Nothing where there is no text.
#[component]
pub(super) fn Hint(name: String, text: String) -> impl IntoView {
    non_empty(text).map(|text| view! { <p class="form-hint" id=hint_id(&name) data-read="">{text}</p> })
}

/// What is wrong with the answer. Nothing where there is no text.
///
/// See <https://designsystem.dk/komponenter/fejlmeddelelser/>.
#[component]
pub(super) fn FieldError(name: String, text: Option<String>) -> impl IntoView {
    text.map(|text| view! { <p class="form-error-message" id=error_id(&name) data-read="">{text}</p> })
}

/// The id of the field with this name, which an error summary links to.
pub fn field_id(name: &str) -> String {
    // A name such as `chosen[]` is a list to the server; brackets have no place in an id.
    let name: String = name
        .chars()
        .filter(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'))
        .collect();
    format!("field-{name}")
}

pub(super) fn hint_id(name: &str) -> String {
    format!("{}-hint", field_id(name))
}

fn error_id(name: &str) -> String {
    format!("{}-error", field_id(name))
}

/// The class of a field with its label.
pub(super) fn group_class(has_error: bool) -> &'static str {
    if has_error {
        "form-group form-error"
    } else {
        "form-group"
    }
}

/// The ids of the texts that describe a field, for `aria-describedby`.
pub(super) fn described_by(name: &str, has_hint: bool, has_error: bool) -> Option<String> {
    let hint = has_hint.then(|| hint_id(name));
    let error = has_error.then(|| error_id(name));
    hint.into_iter()
        .chain(error)
        .reduce(|ids, id| format!("{ids} {id}"))
}
