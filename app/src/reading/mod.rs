//! The reading layer: texts read aloud by the browser's own voice, and three text sizes.

mod api;
mod read_aloud;
mod text_choice;
mod text_size;

pub use read_aloud::ReadAloud;
#[cfg(feature = "hydrate")]
pub use read_aloud::say;
pub use text_choice::TextChoice;
#[cfg(feature = "ssr")]
pub use text_size::shown_size;
pub use text_size::{ChosenSize, TextSizeSwitch};
