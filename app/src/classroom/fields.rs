use leptos::prelude::*;

use crate::ui::Select;

/// A list to choose from, under a label that is seen.
pub(super) fn select_field(
    label: &'static str,
    name: &'static str,
    options: Vec<(String, String)>,
    selected: String,
) -> impl IntoView {
    view! {
        <div class="form-group">
            <label class="form-label" for=format!("field-{name}")>{label}</label>
            <Select name=name label=label options=options selected=selected />
        </div>
    }
}
