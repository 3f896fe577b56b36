use leptos::prelude::*;

use crate::form::PostForm;
use crate::ui::{ButtonKind, SubmitButton, TextField};

/// A code that was typed and led nowhere.
pub struct RefusedCode {
    /// Why, in words.
    pub problem: &'static str,
    /// As it was typed, to be mended; empty where that is not kept.
    pub typed: String,
}

/// The part of a page in which somebody types a code that another device, or paper, has told them.
#[component]
pub fn CodeSection(
    /// The server function's address.
    action: &'static str,
    title: &'static str,
    label: &'static str,
    hint: &'static str,
    button: &'static str,
    kind: ButtonKind,
    refused: Option<RefusedCode>,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(crate::scanned_code::fill_in);
    let (error, typed) = match refused {
        Some(refused) => (Some(refused.problem.to_owned()), refused.typed),
        None => (None, String::new()),
    };
    view! {
        <section>
            <h2>{title}</h2>
            <PostForm action=action>
                <TextField label=label hint=hint name="code" value=typed autocomplete="off" error=error />
                <SubmitButton label=button kind=kind />
            </PostForm>
        </section>
    }
}
