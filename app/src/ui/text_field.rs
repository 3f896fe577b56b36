use leptos::prelude::*;

use super::field_set::{FieldError, Hint, described_by, field_id, group_class};
use super::non_empty;

/// What a field is for, which decides the keyboard on a phone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InputType {
    #[default]
    Text,
    Email,
    Tel,
    Password,
    Search,
    /// A day; browsers send it as `2026-12-24`.
    Date,
}

impl InputType {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Password => "password",
            Self::Search => "search",
            Self::Date => "date",
        }
    }

    /// Numbers and addresses begin at the left in every language.
    fn direction(self) -> Option<&'static str> {
        matches!(self, Self::Email | Self::Tel).then_some("ltr")
    }
}

/// One line to write on. The label stands above it and never disappears, so there is no placeholder.
///
/// See <https://designsystem.dk/komponenter/inputfelter/>.
#[component]
pub fn TextField(
    #[prop(into)] label: String,
    #[prop(into)] name: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    /// What is wrong and how it is mended.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
    #[prop(optional)] input_type: InputType,
    /// What the browser may fill in: `"name"`, `"email"`, `"tel"`.
    #[prop(optional, into)]
    autocomplete: String,
    /// Another keyboard than the type's own: `"numeric"`.
    #[prop(optional, into)]
    inputmode: String,
    /// Stands behind the field: "kr."
    #[prop(optional, into)]
    unit: String,
    /// Whether one writes here as soon as the page is there. Only where everybody who opens the page comes to do that.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let id = field_id(&name);
    let has_error = error.is_some();
    let described_by = described_by(&name, !hint.is_empty(), has_error);
    view! {
        <div class=group_class(has_error)>
            <label class="form-label" for=id.clone() data-read="">{label}</label>
            <Hint name=name.clone() text=hint />
            <FieldError name=name.clone() text=error />
            <div class="form-input-wrapper">
                <input
                    class="form-input"
                    id=id
                    name=name
                    type=input_type.name()
                    dir=input_type.direction()
                    value=value
                    autocomplete=non_empty(autocomplete)
                    inputmode=non_empty(inputmode)
                    autofocus=autofocus
                    aria-describedby=described_by
                    aria-invalid=has_error.then_some("true")
                />
                {non_empty(unit).map(|unit| view! { <span class="form-input-suffix">{unit}</span> })}
            </div>
        </div>
    }
}
