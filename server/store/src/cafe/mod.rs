//! The homework café: who helps, who waits, and what is said in the rooms.
//!
//! **Architecture Invariant:** a question is taken by one statement that changes it if and only if it still waits, within a
//! transaction that has locked the volunteer's own row. So no question has two volunteers and no volunteer two rooms.

mod asking;
mod line;
mod news;
mod pictures;
mod question;
mod rooms;
mod sketch;
mod volunteers;

pub use asking::{AskOutcome, NewQuestion, ask, find_by_code, withdraw};
pub use line::{TakeOutcome, line, open_room_of, take_next};
pub use news::{CafeChange, changes, relay_changes};
pub use pictures::{PictureOutcome, picture, send_picture};
pub use question::{CafeMessage, Question, Sender};
pub use rooms::{RoomOutcome, end, find, messages, recent, report, step, write};
pub use sketch::{SentMark, SketchOutcome, draw, draw_figure, sketch, take_back, with_sketch};
pub use volunteers::{
    Volunteer, WeeklyShift, add_shift, remove_shift, save_volunteer, volunteer, volunteers,
};
