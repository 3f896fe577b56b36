//! What is looked at afterwards and from outside: figures, who saw whom, the days of a place.

mod counts;
mod csv;
mod desk_views;
mod figures;
mod offers;
mod seen;
mod views;

pub use counts::{CountedTicket, Counts};
pub use csv::csv;
pub use desk_views::{DeskRow, FIGURE_WEEKS, FigureTable};
pub use figures::{
    DayFigures, WeekFigures, mean_text, monday_of, share_text, week_figures, working_days_later,
};
pub use offers::{OfferDay, OfferWeek, SOON_DAYS, offer_weeks};
pub use seen::{SeenBy, SeenIn};
pub use views::*;
