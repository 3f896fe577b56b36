//! Pages of text: the roles' possibilities, help, privacy and the like; and the help band of every page.

mod api;
mod page;

pub use api::{help_band, role_cards};
pub use page::{InfoPage, RolePage};
