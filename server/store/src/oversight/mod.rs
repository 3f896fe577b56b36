//! Oversight: who saw whose appointment, figures of what is booked, and the secret addresses of calendars.

mod access_log;
mod calendar_feeds;
pub(crate) mod figures;
mod offers;

pub use access_log::{Seen, note_seen, note_seen_by, note_waiting_seen, seen_before};
pub use calendar_feeds::{feed_of, feeds, make_feed, revoke_feed};
pub use figures::day_figures;
pub use offers::{has_offers, keep_offers, offers_of};
