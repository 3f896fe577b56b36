//! Pages of text: the roles' possibilities, help, privacy and the like; and the help band of every page.

mod api;
mod page;

pub use api::{help_band, role_cards};

use crate::lazy::lazy_pages;

lazy_pages! {
    pages:
    /// What one role can do here.
    RolePage => page::role_page_of_address,
    /// A page such as help or privacy: whatever `content/pages` has at this address.
    InfoPage => page::info_page_of_address,
}
