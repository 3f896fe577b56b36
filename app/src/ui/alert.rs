use leptos::prelude::*;

use super::icon::{Icon, IconShape};
use super::non_empty;

/// How urgent a message is, which also decides how a screen reader tells it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AlertKind {
    #[default]
    Info,
    Success,
    Warning,
    Error,
}

impl AlertKind {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "alert alert-info",
            Self::Success => "alert alert-success",
            Self::Warning => "alert alert-warning",
            Self::Error => "alert alert-error",
        }
    }

    /// A screen reader breaks off what it is saying for an `alert`, and waits its turn with a `status`.
    fn role(self) -> &'static str {
        match self {
            Self::Info | Self::Success => "status",
            Self::Warning | Self::Error => "alert",
        }
    }

    fn icon(self) -> IconShape {
        match self {
            Self::Info => IconShape::Info,
            Self::Success => IconShape::Check,
            Self::Warning | Self::Error => IconShape::Warning,
        }
    }
}

/// A message about the page or about what has just happened.
///
/// See <https://designsystem.dk/komponenter/beskeder/>.
#[component]
pub fn Alert(
    kind: AlertKind,
    /// What has happened, in a few words.
    #[prop(optional, into)]
    title: String,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=kind.class() role=kind.role()>
            <Icon shape=kind.icon() />
            <div class="alert-body" data-read="">
                {non_empty(title).map(|title| view! { <p class="alert-heading">{title}</p> })}
                <div class="alert-text">{children()}</div>
            </div>
        </div>
    }
}
