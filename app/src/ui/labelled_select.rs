use leptos::prelude::*;

use super::field_set::{FieldError, described_by, field_id, group_class};

/// A list to choose one from, under its label.
#[component]
pub fn LabelledSelect(
    #[prop(into)] label: String,
    name: &'static str,
    /// Value and text of each choice.
    options: Vec<(String, String)>,
    #[prop(into)] selected: String,
    /// What is wrong and how it is mended.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
) -> impl IntoView {
    let id = field_id(name);
    let has_error = error.is_some();
    let described_by = described_by(name, false, has_error);
    let options = options.into_iter().map(|(value, text)| {
        let is_selected = value == selected;
        view! { <option value=value selected=is_selected>{text}</option> }
    });
    view! {
        <div class=group_class(has_error)>
            <label class="form-label" for=id.clone()>{label}</label>
            <FieldError name=name.to_owned() text=error />
            <select
                class="form-select"
                id=id
                name=name
                aria-describedby=described_by
                aria-invalid=has_error.then_some("true")
            >
                {options.collect_view()}
            </select>
        </div>
    }
}
