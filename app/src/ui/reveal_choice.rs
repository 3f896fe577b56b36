use leptos::prelude::*;

use super::field_set::field_id;

/// A radio button that shows more fields when it is chosen: "Ja, send mig en besked" and the field for the number.
///
/// Plain CSS hides the fields of an option that is not chosen, so it works without JavaScript. Stands in a
/// [`FieldSet`](super::FieldSet). See <https://designsystem.dk/komponenter/radioknap/>.
#[component]
pub fn RevealChoice(
    #[prop(into)] name: String,
    #[prop(into)] value: String,
    #[prop(into)] label: String,
    #[prop(optional)] checked: bool,
    children: Children,
) -> impl IntoView {
    let id = format!("{}-{value}", field_id(&name));
    view! {
        <div class="form-group-radio form-group-reveal">
            <input class="form-radio" type="radio" id=id.clone() name=name value=value checked=checked />
            <label class="form-label" for=id>{label}</label>
            <div class="radio-content">{children()}</div>
        </div>
    }
}
