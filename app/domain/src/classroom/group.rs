//! Groups within a class: a name, and the pupils of it.

use crate::cpr::has_cpr;
use crate::white_space::fold_white_space;

/// What a group is called: "De blå".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupName(String);

impl GroupName {
    /// The longest name that is kept, in characters.
    pub const LONGEST: usize = 40;

    /// Trims, and folds white space and control characters to single spaces.
    pub fn parse(typed: &str) -> Option<Self> {
        let name = fold_white_space(typed);
        let fits = (1..=Self::LONGEST).contains(&name.chars().count()) && !has_cpr(&name);
        fits.then_some(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_has_a_short_name_without_a_cpr_number() {
        assert_eq!(GroupName::parse("  De   blå ").unwrap().as_str(), "De blå");
        for bad in ["", " \n", "010203-1234", &"å".repeat(41)] {
            assert_eq!(GroupName::parse(bad), None, "{bad}");
        }
    }
}
