//! The paper of a room: a drawing that both make, and see at once.
//!
//! The drawing is fetched again at every event of the room. What one draws with is not, so nobody's half-typed number is lost.
//! The pen needs a script; the figures do not, nor does seeing.

mod figure_api;
mod figure_forms;
mod pen;
mod sketch_api;
mod sketch_view;
#[cfg(feature = "ssr")]
mod words;

use domain::ids::CafeQuestionId;
use leptos::context::Provider;
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::Sent;
use crate::loading::load_part;
use crate::texts::use_texts;

/// The paper and what one draws with, in the room that `room` finds. `heard` counts the room's events.
pub(super) fn paper(
    heard: Sent,
    room: impl Fn() -> Result<Option<CafeQuestionId>, AppError> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let (page, drawn) = (use_context::<Sent>(), Sent::new());
    let locale = use_texts().locale();
    let opened = move || page.map_or(0, Sent::times);
    let key = move || format!("{} {}", opened(), drawn.times());
    let drawing = move || {
        let room = room();
        async move { sketch_api::sketch(room?, locale).await }
    };
    let tools = move || {
        let room = room();
        async move { sketch_api::sketch_tools(room?).await }
    };
    view! {
        <div class="cafe-sketch">
            <Provider value=heard>{load_part(key, drawing, sketch_view::drawing_view)}</Provider>
            <Provider value=drawn>{load_part(move || opened().to_string(), tools, sketch_view::tools_view)}</Provider>
        </div>
    }
}
