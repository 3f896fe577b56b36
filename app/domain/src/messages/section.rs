//! What a message says.

use serde::{Deserialize, Serialize};

use crate::locale::Locale;

/// What a message says, part by part, in one language: mail and letter are made of the same parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageSection {
    pub locale: Locale,
    /// "Din tid er booket."
    pub opening: String,
    /// With what, when and where: a line each.
    pub facts: Vec<String>,
    /// The code, and what it is for; not of an appointment that is cancelled.
    pub code: Option<MessageCode>,
    /// What to bring, and the words above it.
    pub bring_title: String,
    pub bring: Vec<String>,
    /// How to cancel, whom to ring: a line each.
    pub closing: Vec<String>,
    /// "Venlig hilsen".
    pub regards: String,
}

/// The code as a message tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageCode {
    /// "Din kode".
    pub label: String,
    pub code: String,
}
