//! The server functions of the first door.

mod answers;
mod exercises;
mod films;
mod following;
mod handout;
mod pages;
mod recovery;
mod review;
mod start_line;
#[cfg(feature = "ssr")]
mod together;
#[cfg(feature = "ssr")]
mod work;

pub use answers::{Advance, Answer, Hint, SetReadingWay};
pub use exercises::{Act, BeginAgain};
pub use films::AgreeToFilms;
pub use following::{MakeFollowCode, StopFollowers};
pub use handout::handout;
pub use pages::{catalog, course, exercise, exercises, finished, glossary, step};
pub use recovery::{ForgetMe, MakeCode, ShareComputer, UseCode, keep};
pub use review::{AnswerReview, ReviewMore, review};
pub use start_line::{ChooseGoal, ReplyToStart, StartOver, TryStartTask, start_line};
#[cfg(feature = "ssr")]
pub use together::{next_step, note_passed, shown_step};
#[cfg(feature = "ssr")]
pub use work::reading;
