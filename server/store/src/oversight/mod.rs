//! Oversight: who saw whose appointment, figures of what is booked, and the secret addresses of calendars.

mod access_log;
mod calendar_feeds;
pub(crate) mod figures;
mod noted_today;
mod offers;

pub use access_log::{LogOf, Seen, note_seen, note_seen_by, note_waiting_seen, seen_before};
pub use calendar_feeds::{feed_of, feeds, make_feed, revoke_feed};
pub use figures::day_figures;
pub(crate) use noted_today::NotedToday;
pub use offers::{has_offers, keep_offers, offers_of};
