//! The pen: a layer above the drawing on which a finger, a mouse or a pen draws. What is drawn there is *wet* until the
//! drawing that both see has it too.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::sketch_view::paper;
use crate::texts::use_texts;
use crate::ui::{Alert, AlertKind};

/// What a pointer does.
#[derive(Debug, Clone, Copy)]
enum Move {
    Down,
    On,
    Up,
}

/// The layer. Until a script has taken it up it lets through whatever is done on it, such as scrolling.
#[component]
pub(super) fn Pen(
    /// As the room's forms send it.
    room: String,
) -> impl IntoView {
    let texts = use_texts();
    let lost = RwSignal::new(None);
    let (is_ready, set_ready) = signal(false);
    Effect::new(move || set_ready.set(true));
    let when = when_moved(room, lost);
    let (down, on, up, cancelled) = (when.clone(), when.clone(), when.clone(), when);
    view! {
        <svg
            class="cafe-pen"
            class:is-ready=is_ready
            viewBox=paper()
            aria-hidden="true"
            on:pointerdown=move |event| down(&event, Move::Down)
            on:pointermove=move |event| on(&event, Move::On)
            on:pointerup=move |event| up(&event, Move::Up)
            on:pointercancel=move |event| cancelled(&event, Move::Up)
        />
        <div class="cafe-sketch__lost" role="status">
            {move || lost.get().map(|_| view! { <Alert kind=AlertKind::Error>{texts.sketch_lost()}</Alert> })}
        </div>
    }
}

/// Lets wet strokes go that the drawing has, once it stands.
pub(super) fn dry() {
    #[cfg(feature = "hydrate")]
    request_animation_frame(browser::dry);
}

/// What is done when a pointer moves on the layer. On the server nothing moves.
fn when_moved(
    room: String,
    lost: RwSignal<Option<crate::error::AppError>>,
) -> impl Fn(&PointerEvent, Move) + Clone + 'static {
    #[cfg(feature = "hydrate")]
    {
        let hand = browser::Hand::new(room, lost);
        move |event, what| hand.moved(event, what)
    }
    #[cfg(not(feature = "hydrate"))]
    move |_, _| {
        let _ = (&room, lost);
    }
}
