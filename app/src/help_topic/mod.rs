//! What somebody is stuck on in the first door, on its way through the others to the person who helps.

mod api;
mod ask;
mod note;

#[cfg(feature = "ssr")]
pub use api::{chosen_topic, forget_topic, topic_view};
pub use ask::AskForHelp;
pub use note::{HelpTopicNote, topic_text};
