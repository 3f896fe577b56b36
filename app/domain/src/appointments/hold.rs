//! How long a time is held while a form is filled in.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// How long a time is held, and how much longer on request: enough to find a telephone number, and no longer than others
/// can be asked to wait.
pub const HOLD_FOR: SignedDuration = SignedDuration::from_mins(10);

/// What a visitor's hold is known by. A visitor has one, for one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HoldKey(String);

impl HoldKey {
    /// The key of a random number; whoever could guess it could take the time.
    pub fn from_random(number: u128) -> Self {
        Self(format!("{number:032x}"))
    }

    /// A key that has been kept.
    pub fn kept(key: String) -> Self {
        Self(key)
    }

    /// The key as it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
