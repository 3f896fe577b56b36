//! Shows which sentence is being read.
//!
//! The sentence is painted as a highlight of CSS, which leaves the page as it is: its links, its explained words and what
//! Leptos knows of it. In browsers without highlights the whole paragraph is marked instead.

use leptos::prelude::*;
use web_sys::js_sys::{Array, Function, Map, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Range, ScrollBehavior, ScrollToOptions};

/// The highlight's name in the style sheet.
const NAME: &str = "read-aloud";
/// Marks the paragraph, where there are no highlights.
const ATTRIBUTE: &str = "data-read-now";
/// What is marked then.
const PARAGRAPH: &str = "p, li, h1, h2, h3, dt, dd, label, legend, [data-read]";

/// Shows a sentence, and brings it into view.
pub fn show(place: &Range) {
    clear();
    if highlight(place).is_none()
        && let Some(paragraph) = paragraph(place)
    {
        // It only fails for a name that is no attribute's.
        let _ = paragraph.set_attribute(ATTRIBUTE, "");
    }
    bring_into_view(place);
}

/// Shows nothing any more.
pub fn clear() {
    if let Some(highlights) = highlights() {
        highlights.delete(&NAME.into());
    }
    if let Ok(Some(marked)) = document().query_selector("[data-read-now]") {
        // It only fails for a name that is no attribute's.
        let _ = marked.remove_attribute(ATTRIBUTE);
    }
}

/// Paints a sentence. `None` in browsers that cannot.
fn highlight(place: &Range) -> Option<()> {
    let highlights = highlights()?;
    let class: Function = property(&window(), "Highlight")?.dyn_into().ok()?;
    let highlight = Reflect::construct(&class, &Array::of1(place)).ok()?;
    highlights.set(&NAME.into(), &highlight);
    Some(())
}

/// The page's highlights by name. The bindings hold them for unstable, so they are found by hand.
fn highlights() -> Option<Map> {
    let highlights = property(&property(&window(), "CSS")?, "highlights")?;
    Some(highlights.unchecked_into())
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok();
    value.filter(|value| !value.is_undefined())
}

fn paragraph(place: &Range) -> Option<Element> {
    let element = place.start_container().ok()?.parent_element()?;
    element.closest(PARAGRAPH).ok().flatten()
}

/// Scrolls only when the sentence is not on the screen, so that the page stands still while one follows along.
fn bring_into_view(place: &Range) {
    let window = window();
    let height = window.inner_height().ok().and_then(|height| height.as_f64());
    let (Some(height), sentence) = (height, place.get_bounding_client_rect()) else {
        return;
    };
    if sentence.top() >= 0.0 && sentence.bottom() <= height {
        return;
    }
    let options = ScrollToOptions::new();
    options.set_top(sentence.top() - height / 3.0);
    options.set_behavior(if wants_no_motion() {
        ScrollBehavior::Instant
    } else {
        ScrollBehavior::Smooth
    });
    window.scroll_by_with_scroll_to_options(&options);
}

fn wants_no_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
