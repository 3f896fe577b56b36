//! The reading layer: texts read aloud by the browser's own voice, the size that they are shown in, and how hard they are.

mod lix;
mod sentences;
mod speech;
mod text_size;

pub use lix::{Difficulty, Readability};
pub use sentences::sentences;
pub use speech::{Fit, Speed, fit};
pub use text_size::{TEXT_SIZE_COOKIE, TextSize};
