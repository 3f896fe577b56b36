//! What a request passes through, the outermost first: [`router`] puts it together.

mod api;
mod assets;
mod cafe_events;
mod cafe_pictures;
mod calendar;
mod class_events;
mod class_report;
mod desk_events;
mod error_pages;
mod events;
mod headers;
mod health;
mod live_reload;
mod metrics;
mod oversight;
mod page_cache;
mod pages;
mod provider;
mod router;
mod schedule_file;
mod sms_webhook;
mod state;
mod tutor_events;
mod widget;

pub use events::Listeners;
pub use metrics::{install_recorder, metrics_router};
pub use router::router;
pub use state::WebState;
