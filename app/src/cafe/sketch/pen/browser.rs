//! Follows a pointer over the paper, and sends what it has drawn.

use domain::cafe::{Ink, PAPER_HEIGHT, PAPER_WIDTH, Point, Stroke};
use gloo_net::http::Request;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use server_fn::ServerFn;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::super::sketch_api::DrawStrokes;
use super::Move;
use crate::error::AppError;
use crate::live::fields;

/// What is drawn and not yet in the drawing that both see.
const WET: &str = ".cafe-pen polyline";
/// The strokes of that drawing.
const DRY: &str = ".cafe-paper polyline";

/// Who draws in this browser: the stroke under the pointer, and what waits to be sent.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    room: StoredValue<String>,
    stroke: StoredValue<Option<(Stroke, Element)>, LocalStorage>,
    /// Strokes that were drawn while others were being sent: they go together.
    waiting: StoredValue<Vec<String>>,
    is_sending: StoredValue<bool>,
    lost: RwSignal<Option<AppError>>,
}

/// Takes wet strokes away that the drawing has.
pub(super) fn dry() {
    let points = |node: &web_sys::Node| {
        let element = node.dyn_ref::<Element>()?;
        element.get_attribute("points")
    };
    let arrived: Vec<_> = fields(DRY).filter_map(|node| points(&node)).collect();
    for node in fields(WET) {
        if points(&node).is_some_and(|wet| arrived.contains(&wet)) {
            remove(&node);
        }
    }
}

impl Hand {
    pub(super) fn new(room: String, lost: RwSignal<Option<AppError>>) -> Self {
        Self {
            room: StoredValue::new(room),
            stroke: StoredValue::new_local(None),
            waiting: StoredValue::new(Vec::new()),
            is_sending: StoredValue::new(false),
            lost,
        }
    }

    pub(super) fn moved(self, event: &PointerEvent, what: Move) {
        let layer = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let Some(layer) = layer.filter(|_| event.is_primary()) else {
            return;
        };
        match what {
            Move::Down if event.button() == 0 => self.begin(event, &layer),
            Move::On => self.draw_to(event, &layer),
            Move::Up => self.lift(),
            Move::Down => {}
        }
    }

    fn begin(self, event: &PointerEvent, layer: &Element) {
        // Without it a finger that slips over the edge is lost; the stroke then ends there.
        let _ = layer.set_pointer_capture(event.pointer_id());
        event.prevent_default();
        self.lift();
        let stroke = Stroke::begin(chosen_ink(), place(event, layer));
        self.stroke
            .set_value(wet(layer, &stroke).map(|element| (stroke, element)));
    }

    fn draw_to(self, event: &PointerEvent, layer: &Element) {
        let point = place(event, layer);
        let full = self.stroke.try_update_value(|drawn| {
            let (stroke, element) = drawn.as_mut()?;
            stroke.draw_to(point);
            // It only fails for a name that is no attribute's.
            let _ = element.set_attribute("points", &stroke.line());
            stroke.is_full().then(|| stroke.ink())
        });
        if let Some(Some(ink)) = full {
            self.lift();
            let stroke = Stroke::begin(ink, point);
            self.stroke
                .set_value(wet(layer, &stroke).map(|element| (stroke, element)));
        }
    }

    /// The stroke is drawn.
    fn lift(self) {
        let drawn = self.stroke.try_update_value(Option::take);
        if let Some(Some((stroke, _))) = drawn {
            self.waiting
                .update_value(|waiting| waiting.push(stroke.to_string()));
            self.send();
        }
    }

    /// Sends what waits, unless something is being sent: that will send it.
    fn send(self) {
        let strokes = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        if strokes.is_empty() {
            return;
        }
        if self.is_sending.get_value() {
            self.waiting.set_value(strokes);
            return;
        }
        self.is_sending.set_value(true);
        let room = self.room.get_value();
        leptos::task::spawn_local(async move {
            let sent = post(&room, &strokes).await;
            // The page may have been left meanwhile.
            if self.is_sending.try_set_value(false).is_some() {
                return;
            }
            self.lost.set(sent.err());
            if sent.is_err() {
                fields(WET).for_each(|node| remove(&node));
            }
            self.send();
        });
    }
}

/// Sends strokes as a form does. Nothing in them needs another writing but the spaces.
async fn post(room: &str, strokes: &[String]) -> Result<(), AppError> {
    let body = format!("room={room}&strokes={}", strokes.join(";").replace(' ', "+"));
    let request = Request::post(DrawStrokes::PATH)
        .header("Accept", "application/json")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(body)
        .map_err(|_| AppError::Internal)?;
    let response = request.send().await.map_err(|_| AppError::Offline)?;
    if response.ok() {
        Ok(())
    } else {
        Err(AppError::of_status(response.status()))
    }
}

/// Where a pointer is, in the paper's units.
fn place(event: &PointerEvent, layer: &Element) -> Point {
    let paper = layer.get_bounding_client_rect();
    let across = (f64::from(event.client_x()) - paper.left()) / paper.width().max(1.0);
    let down = (f64::from(event.client_y()) - paper.top()) / paper.height().max(1.0);
    Point::nearest(units(across, PAPER_WIDTH), units(down, PAPER_HEIGHT))
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a paper is small, and a cast of what is beside it stays beside it"
)]
fn units(share: f64, whole: i64) -> i64 {
    (share * whole as f64).round() as i64
}

fn chosen_ink() -> Ink {
    let chosen = fields("input[name=ink]:checked").next();
    let field = chosen.and_then(|node| node.dyn_into::<HtmlInputElement>().ok());
    field
        .and_then(|field| Ink::parse(&field.value()))
        .unwrap_or_default()
}

/// Shows a stroke on the layer.
fn wet(layer: &Element, stroke: &Stroke) -> Option<Element> {
    let line = document()
        .create_element_ns(Some("http://www.w3.org/2000/svg"), "polyline")
        .ok()?;
    line.set_attribute("class", &format!("ink is-{}", stroke.ink().as_str()))
        .ok()?;
    line.set_attribute("points", &stroke.line()).ok()?;
    layer.append_child(&line).ok()?;
    Some(line)
}

fn remove(node: &web_sys::Node) {
    if let Some(parent) = node.parent_node() {
        // It only fails for what is not there.
        let _ = parent.remove_child(node);
    }
}
