use leptos::prelude::*;

use super::field_set::{FieldError, Hint, described_by, field_id, group_class};

/// Which numbers a field takes, which decides the keyboard on a phone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Digits {
    /// With a comma.
    #[default]
    Decimal,
    Whole,
}

impl Digits {
    fn keyboard(self) -> &'static str {
        match self {
            Self::Decimal => "decimal",
            Self::Whole => "numeric",
        }
    }
}

/// A number with its unit. Not an `<input type="number">`: that one refuses commas in some browsers, and hides what was typed.
///
/// See <https://designsystem.dk/komponenter/inputfelter/>.
#[component]
pub fn NumberField(
    #[prop(into)] label: String,
    #[prop(into)] name: String,
    /// What the number counts: "kr.". Stands after it.
    #[prop(into)]
    unit: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    /// What is wrong and how it is mended. It may come and go while somebody types.
    error: Signal<Option<String>>,
    #[prop(optional)] digits: Digits,
    /// What stands beside the number, such as how often it is paid.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = field_id(&name);
    let unit_id = format!("{id}-unit");
    let has_error = move || error.read().is_some();
    let described_by = {
        let (name, unit_id, has_hint) = (name.clone(), unit_id.clone(), !hint.is_empty());
        move || match described_by(&name, has_hint, has_error()) {
            Some(ids) => format!("{unit_id} {ids}"),
            None => unit_id.clone(),
        }
    };
    let problem = {
        let name = name.clone();
        move || view! { <FieldError name=name.clone() text=error.get() /> }
    };
    view! {
        <div class=move || group_class(has_error())>
            <label class="form-label" for=id.clone()>{label}</label>
            <Hint name=name.clone() text=hint />
            {problem}
            <div class="form-number">
                <input
                    class="form-input"
                    id=id
                    name=name
                    type="text"
                    value=value
                    inputmode=digits.keyboard()
                    autocomplete="off"
                    aria-describedby=described_by
                    aria-invalid=move || has_error().then_some("true")
                />
                <span class="form-input-suffix" id=unit_id>{unit}</span>
                {children.map(|children| children())}
            </div>
        </div>
    }
}
