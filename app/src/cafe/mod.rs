//! The homework café: where there is one, asking online, and the room in which a question is talked about.

#[cfg(feature = "ssr")]
mod access;
mod ask_api;
mod ask_page;
mod cafe_api;
mod cafe_page;
mod finder_view;
mod helping;
mod live;
mod message_list;
mod picture_field;
#[cfg(feature = "ssr")]
pub mod pictures;
mod room_api;
mod room_page;
mod room_steps;
#[cfg(feature = "ssr")]
mod server_words;
#[cfg(feature = "ssr")]
mod showing;
mod sketch;
mod words;
mod write_api;
mod write_form;

pub use helping::{CafeLogPage, HelperPage, HelperRoomPage, LogRoomPage, RosterPage};

#[cfg(feature = "ssr")]
pub use cafe_api::search_entry;

use crate::lazy::lazy_pages;

lazy_pages! {
    homework:
    /// Writes a question.
    AskPage => ask_page::ask_page,
    /// Where there is help with homework, and the online café's door.
    CafePage => cafe_page::cafe_page,
    /// The room of this browser's own question.
    OwnRoomPage => room_page::own_room_page,
}
