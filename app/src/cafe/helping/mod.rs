//! Those who help in the homework café, and those who run it.

mod helper_api;
mod helper_page;
mod log_api;
mod log_page;
mod room_pages;
mod roster_api;
mod roster_page;
mod volunteer_forms;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// The latest questions, for whoever runs the café.
    CafeLogPage => log_page::log_page,
    /// A volunteer's own page: the line, and taking the next.
    HelperPage => helper_page::helper_page,
    /// The room in which a volunteer helps.
    HelperRoomPage => room_pages::helper_room_page,
    /// A room as whoever runs the café sees it.
    LogRoomPage => room_pages::log_room_page,
    /// Who helps, with what, and when.
    RosterPage => roster_page::roster_page,
}
