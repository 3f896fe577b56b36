use leptos::prelude::*;

use super::field_set::{FieldError, Hint, described_by, field_id, group_class};
use super::non_empty;

/// Several lines to write on. It has no `maxlength`: a browser would cut off what somebody pastes without a word.
///
/// See <https://designsystem.dk/komponenter/inputfelter/>.
#[component]
pub fn TextArea(
    #[prop(into)] label: String,
    #[prop(into)] name: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    /// What is wrong and how it is mended.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
    /// How many lines are seen at once.
    #[prop(default = 4)]
    rows: i64,
    /// The language of what is written, where it is another one than the page's.
    #[prop(optional, into)]
    lang: String,
) -> impl IntoView {
    let id = field_id(&name);
    let has_error = error.is_some();
    let described_by = described_by(&name, !hint.is_empty(), has_error);
    // The parser drops a new line at the beginning of a text area.
    let value = if value.starts_with('\n') {
        format!("\n{value}")
    } else {
        value
    };
    // A page that is shown anew has new text for the same element; only this property gives it to one that was empty.
    let begins_with = value.clone();
    view! {
        <div class=group_class(has_error)>
            <label class="form-label" for=id.clone() data-read="">{label}</label>
            <Hint name=name.clone() text=hint />
            <FieldError name=name.clone() text=error />
            <textarea
                class="form-input"
                id=id
                name=name
                rows=rows
                dir="auto"
                lang=non_empty(lang)
                autocomplete="off"
                prop:defaultValue=begins_with
                aria-describedby=described_by
                aria-invalid=has_error.then_some("true")
                inner_html=escaped(&value)
            />
        </div>
    }
}

/// A text as it stands in HTML. Leptos writes the children of a text area as they are, so one that somebody has typed could end it
/// and go on as a part of the page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_typed_ends_the_field() {
        assert_eq!(
            escaped("</textarea><script>&amp;"),
            "&lt;/textarea>&lt;script>&amp;amp;"
        );
    }
}
