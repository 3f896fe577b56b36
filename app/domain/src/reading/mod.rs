//! The reading layer: texts read aloud by the browser's own voice, and the size that they are shown in.

mod sentences;
mod speech;
mod text_size;

pub use sentences::sentences;
pub use speech::{Fit, Speed, fit};
pub use text_size::{TEXT_SIZE_COOKIE, TextSize};
