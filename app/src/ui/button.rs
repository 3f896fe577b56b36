use leptos::prelude::*;

use super::non_empty;

/// How much a button stands out. A page has one primary button at most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// What most people came to do.
    #[default]
    Primary,
    /// The other possibility.
    Secondary,
    /// Something by the way; looks like a link.
    Tertiary,
    /// What cannot be undone.
    Danger,
}

impl ButtonKind {
    pub fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Tertiary => "button button-tertiary",
            Self::Danger => "button button-warning",
        }
    }
}

/// A link that is as important as a button. The label says what happens: "Book en tid".
///
/// See <https://designsystem.dk/komponenter/knapper/>.
#[component]
pub fn LinkButton(
    #[prop(into)] href: String,
    #[prop(into)] label: String,
    #[prop(optional)] kind: ButtonKind,
) -> impl IntoView {
    view! { <a class=kind.class() href=href>{label}</a> }
}

/// Sends the form it stands in. The label says what happens: "Book tiden".
///
/// See <https://designsystem.dk/komponenter/knapper/>.
#[component]
pub fn SubmitButton(
    #[prop(into)] label: String,
    #[prop(optional)] kind: ButtonKind,
    /// Tells the server which of a form's buttons was pressed; goes with `value`.
    #[prop(optional, into)]
    name: String,
    #[prop(optional, into)] value: String,
    /// What it is done to, where several buttons of a page say the same. It is heard and not seen.
    #[prop(optional, into)]
    about: String,
) -> impl IntoView {
    let value = non_empty(name.clone()).map(|_| value);
    let about = non_empty(about).map(|about| view! { <span class="sr-only">": " {about}</span> });
    view! {
        <button class=kind.class() type="submit" name=non_empty(name) value=value>
            {label}
            {about}
        </button>
    }
}

/// Buttons beside each other, or below each other on a phone; the primary one first.
///
/// See <https://designsystem.dk/komponenter/knapper/>.
#[component]
pub fn ButtonRow(children: Children) -> impl IntoView {
    view! { <div class="button-row">{children()}</div> }
}
