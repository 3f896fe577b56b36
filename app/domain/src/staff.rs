//! People who work here.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What a member of staff may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Helps citizens by appointment, at the desk and on the telephone.
    Adviser,
    /// Keeps services, places, hours and content in order.
    Coordinator,
    /// Uses the platform with a class.
    Teacher,
    /// Helps within shifts.
    Volunteer,
    /// Runs the installation.
    Admin,
}

/// A word is not the name of a role.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a role is adviser, coordinator, teacher, volunteer or admin")]
pub struct UnknownRole;

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [
        Self::Adviser,
        Self::Coordinator,
        Self::Teacher,
        Self::Volunteer,
        Self::Admin,
    ];

    /// The name in the database and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Adviser => "adviser",
            Self::Coordinator => "coordinator",
            Self::Teacher => "teacher",
            Self::Volunteer => "volunteer",
            Self::Admin => "admin",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or(UnknownRole)
    }
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedInStaff {
    pub display_name: String,
    pub role: Role,
}
