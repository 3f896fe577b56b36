//! Makes a picture smaller before it is sent. A telephone's photo is often larger than may be sent, and always slow on a bad
//! line. Where a browser cannot, the picture is sent as it is.

use leptos::prelude::*;
use web_sys::js_sys::Array;
use web_sys::wasm_bindgen::prelude::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, CanvasRenderingContext2d, DataTransfer, Event, File, FilePropertyBag, HtmlCanvasElement,
    HtmlInputElement, ImageBitmap,
};

/// Pictures of fewer bytes are left as they are: writing gets no sharper by being made anew.
const SMALL_BYTES: f64 = 1_000_000.0;
/// The longer side of a picture that was made smaller, in pixels: the server makes larger ones as small.
const LONGER_SIDE: u32 = 1600;
const KIND: &str = "image/jpeg";

/// Puts a smaller picture into the field in which a large one was chosen.
pub(super) fn make_smaller(event: &Event) {
    let Some(field) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    let chosen = field.files().and_then(|files| files.get(0));
    let Some(chosen) = chosen.filter(|file| file.size() > SMALL_BYTES) else {
        return;
    };
    if let Ok(picture) = window().create_image_bitmap_with_blob(&chosen) {
        let draw = Closure::once(move |picture: JsValue| {
            if let Some(canvas) = drawn(&picture.unchecked_into()) {
                keep(&canvas, field, chosen.name());
            }
        });
        let _ = picture.then(&draw);
        // It is called once, later.
        draw.forget();
    }
}

/// The picture on a canvas of the size that is wanted, the right way up.
fn drawn(picture: &ImageBitmap) -> Option<HtmlCanvasElement> {
    let (width, height) = (picture.width(), picture.height());
    let longer = width.max(height).max(LONGER_SIDE);
    let (width, height) = (width * LONGER_SIDE / longer, height * LONGER_SIDE / longer);
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, width.into(), height.into())
        .ok()?;
    Some(canvas)
}

/// Puts what a canvas shows into a field, unless something else was chosen there meanwhile.
fn keep(canvas: &HtmlCanvasElement, field: HtmlInputElement, name: String) {
    let put = Closure::once(move |picture: Option<Blob>| {
        let _ = picture.and_then(|picture| put(&picture, &field, &name));
    });
    let _ = canvas.to_blob_with_type(put.as_ref().unchecked_ref(), KIND);
    // It is called once, later.
    put.forget();
}

fn put(picture: &Blob, field: &HtmlInputElement, name: &str) -> Option<()> {
    let chosen = field.files()?.get(0)?;
    if chosen.name() != name || chosen.size() <= picture.size() {
        return None;
    }
    let kind = FilePropertyBag::new();
    kind.set_type(KIND);
    let file = File::new_with_blob_sequence_and_options(&Array::of1(picture), name, &kind).ok()?;
    let files = DataTransfer::new().ok()?;
    files.items().add_with_file(&file).ok()?;
    field.set_files(files.files().as_ref());
    Some(())
}
