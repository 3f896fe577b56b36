use leptos::prelude::*;

use super::choice_group::choice_id;

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
    let id = choice_id(name, 0);
    let error_id = format!("{id}-error");
    let described_by = error.is_some().then(|| error_id.clone());
    let invalid = error.is_some().then_some("true");
    let class = if error.is_some() {
        "form-group form-error"
    } else {
        "form-group"
    };
    let options = options.into_iter().map(|(value, text)| {
        let is_selected = value == selected;
        view! { <option value=value selected=is_selected>{text}</option> }
    });
    view! {
        <div class=class>
            <label class="form-label" for=id.clone()>{label}</label>
            {error.map(|error| view! { <p class="form-error-message" id=error_id.clone()>{error}</p> })}
            <select class="form-select" id=id name=name aria-describedby=described_by aria-invalid=invalid>{options.collect_view()}</select>
        </div>
    }
}
