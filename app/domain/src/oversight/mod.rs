//! What is looked at afterwards and from outside: figures, who saw whom, the days of a place.

mod csv;
mod figures;
mod seen;
mod views;

pub use csv::csv;
pub use figures::{UseOfSlot, WeekUse, share_text, week_uses, working_days_later};
pub use seen::SeenIn;
pub use views::*;
