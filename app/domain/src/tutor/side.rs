use serde::{Deserialize, Serialize};

/// On which side of a lesson somebody sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Who learns, and decides when to move on.
    Citizen,
    /// Who asks and waits.
    Helper,
}

impl Side {
    /// Both, the citizen first.
    pub const ALL: [Self; 2] = [Self::Citizen, Self::Helper];

    /// The name in forms and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Helper => "helper",
        }
    }

    /// The side with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.as_str() == name)
    }

    /// Who sits on the other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Citizen => Self::Helper,
            Self::Helper => Self::Citizen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_is_sent_and_kept_under_one_name() {
        for side in Side::ALL {
            assert_eq!(Side::from_name(side.as_str()), Some(side));
            assert_eq!(
                serde_json::to_string(&side).unwrap(),
                format!("\"{}\"", side.as_str())
            );
            assert_eq!(side.other().other(), side);
        }
    }
}
