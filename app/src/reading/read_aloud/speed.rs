//! The speed that was chosen last, which the browser keeps for the next page. The server never hears of it.

use domain::reading::Speed;
use leptos::prelude::*;
use web_sys::Storage;

const KEY: &str = "startlinje-read-aloud-speed";

/// What was chosen last.
pub fn remembered() -> Speed {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    kept.and_then(|speed| Speed::parse(&speed)).unwrap_or_default()
}

pub fn remember(speed: Speed) {
    if let Some(storage) = storage() {
        // A full storage only means that the next page reads at its own speed.
        let _ = storage.set_item(KEY, speed.as_str());
    }
}

/// Nothing where the browser refuses to keep anything.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
