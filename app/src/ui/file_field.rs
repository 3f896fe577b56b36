use leptos::prelude::*;

use super::field_set::{FieldError, Hint, described_by, field_id, group_class};

/// A file from the device. The form that it stands in, or the button that sends it, says `multipart/form-data`.
///
/// See <https://designsystem.dk/komponenter/filupload/>.
#[component]
pub fn FileField(
    #[prop(into)] label: String,
    #[prop(into)] name: String,
    /// The kinds that the browser offers: `"image/jpeg,image/png"`. The server looks for itself.
    accept: &'static str,
    #[prop(optional, into)] hint: String,
    /// What is wrong and how it is mended.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
) -> impl IntoView {
    let id = field_id(&name);
    let has_error = error.is_some();
    let described_by = described_by(&name, !hint.is_empty(), has_error);
    view! {
        <div class=group_class(has_error)>
            <label class="form-label" for=id.clone() data-read="">{label}</label>
            <Hint name=name.clone() text=hint />
            <FieldError name=name.clone() text=error />
            <input
                class="form-input"
                id=id
                name=name
                type="file"
                accept=accept
                aria-describedby=described_by
                aria-invalid=has_error.then_some("true")
            />
        </div>
    }
}
