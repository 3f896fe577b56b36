//! Forms that work without JavaScript, and are sent in the background with it.
//!
//! Every form's server function keeps its result where the next page finds it (the database or the session) and redirects
//! there. So a result, an error and what was typed survive the round trip in the same way with and without JavaScript, and
//! nothing of it stands in an address.

use leptos::prelude::*;

use crate::error::AppError;
use crate::texts::use_texts;
use crate::ui::{Alert, AlertKind};

/// A hidden field that tells the server function which language to go on in.
#[component]
pub fn LocaleField() -> impl IntoView {
    view! { <input type="hidden" name="locale" value=use_texts().locale().tag() /> }
}

/// Says that a form could not be sent, above it. What was typed is still there.
#[component]
pub fn SendProblem(
    /// The latest result of the form's action.
    problem: Signal<Option<AppError>>,
) -> impl IntoView {
    let texts = use_texts();
    move || {
        problem.get().map(|error| {
            let advice = match error {
                AppError::Offline => texts.error_offline_advice(),
                AppError::Unavailable => texts.error_unavailable_advice(),
                AppError::SessionLost => texts.error_session_lost_advice(),
                _ => texts.error_internal_advice(),
            };
            view! { <Alert kind=AlertKind::Error>{advice}</Alert> }
        })
    }
}
