//! People who work here.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::LocationId;

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

/// Something that not everybody who works here may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Book for citizens, receive them, call the next one, and see who is booked.
    ServeCitizens,
    /// Change places, services, hours, closing days and absences.
    EditSchedule,
    /// See figures about everybody's work.
    SeeFigures,
    /// Decide who may sign in, and which other systems may ask.
    ManageAccess,
    /// Have classes, and see what their pupils do.
    TeachClasses,
    /// Help in the homework café, within shifts.
    HelpInCafe,
    /// Run the homework café: its roster, and what is said in its rooms.
    RunCafe,
}

impl Role {
    /// Whether somebody with this role may do something. The one place where that is decided.
    pub fn may(self, right: Right) -> bool {
        match self {
            Self::Adviser => right == Right::ServeCitizens,
            Self::Coordinator => !matches!(right, Right::ManageAccess | Right::TeachClasses),
            Self::Admin => true,
            Self::Teacher => right == Right::TeachClasses,
            Self::Volunteer => right == Right::HelpInCafe,
        }
    }
}

/// The places whose citizens somebody sees.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Workplaces {
    #[default]
    All,
    Only(Vec<LocationId>),
}

impl Workplaces {
    /// Whether a place is one of them.
    pub fn include(&self, location: &LocationId) -> bool {
        match self {
            Self::All => true,
            Self::Only(locations) => locations.contains(location),
        }
    }
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedInStaff {
    pub display_name: String,
    pub role: Role,
    /// Of a sign-in that is older than the rule, every place.
    #[serde(default)]
    pub workplaces: Workplaces,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_serves_citizens_is_an_adviser_a_coordinator_or_an_administrator() {
        let serves = Role::ALL.map(|role| role.may(Right::ServeCitizens));
        assert_eq!(serves, [true, true, false, false, true]);
    }

    #[test]
    fn only_an_administrator_decides_who_comes_in() {
        let decides = Role::ALL.map(|role| role.may(Right::ManageAccess));
        assert_eq!(decides, [false, false, false, false, true]);
    }

    #[test]
    fn a_volunteer_helps_in_the_cafe_and_does_nothing_else() {
        let may = |right| Role::Volunteer.may(right);
        assert!(may(Right::HelpInCafe));
        let others = [
            Right::RunCafe,
            Right::ServeCitizens,
            Right::EditSchedule,
            Right::TeachClasses,
        ];
        assert!(!others.into_iter().any(may));
        let runs = Role::ALL.map(|role| role.may(Right::RunCafe));
        assert_eq!(runs, [false, true, false, false, true]);
    }

    #[test]
    fn whoever_teaches_sees_pupils_and_no_citizens() {
        let teaches = Role::ALL.map(|role| role.may(Right::TeachClasses));
        assert_eq!(teaches, [false, false, true, false, true]);
    }

    #[test]
    fn somebody_sees_their_own_places() {
        let [own, other] = ["bibliotek", "borgerservice"].map(|id| LocationId::parse(id).unwrap());
        assert!(Workplaces::All.include(&other));
        assert!(Workplaces::Only(vec![own.clone()]).include(&own));
        assert!(!Workplaces::Only(vec![own]).include(&other));
    }
}
