//! Whom an OpenID Connect provider's word lets in, and as what.
//!
//! The provider says who somebody is; what that is worth here, the installation's configuration says ([`Rules`]). So nothing of
//! a provider's groups and levels stands in the program.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::LocationId;
use crate::staff::{Role, Workplaces};

/// The longest name that is taken over, in characters.
const LONGEST_NAME: usize = 80;

/// What the claims of a sign-in must be, and what they make of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The claim that roles are read from: `groups`, or `realm_access.roles` for one within another.
    pub role_claim: String,
    /// The first that fits is the role, so the strongest comes first.
    pub roles: Vec<RoleRule>,
    /// The claim that places are read from. Without it everybody sees every place.
    #[serde(default)]
    pub place_claim: Option<String>,
    /// What its values mean. A value that is not among them is no place.
    #[serde(default)]
    pub places: Vec<PlaceRule>,
    /// The claim that the name on the pages is read from. Without it nobody's name is taken over.
    #[serde(default)]
    pub name_claim: Option<String>,
    /// The claim that says how surely it is them.
    #[serde(default = "acr")]
    pub assurance_claim: String,
    /// Its values that are enough; without any, all are.
    #[serde(default)]
    pub enough_assurance: Vec<String>,
}

/// Whoever has the value has the role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRule {
    pub value: String,
    pub role: Role,
}

/// Whoever has the value works at the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceRule {
    pub value: String,
    pub place: LocationId,
}

/// Somebody who may come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admission {
    pub role: Role,
    pub workplaces: Workplaces,
    /// How surely it is them, in the provider's words.
    pub assurance: Option<String>,
    pub display_name: Option<String>,
}

/// Why somebody may not come in though the provider knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAdmitted {
    #[error("none of their roles has a meaning here")]
    NoRole,
    #[error("none of their places is ours")]
    NoPlace,
    #[error("it is not sure enough that it is them")]
    TooUnsure,
}

impl Rules {
    /// What the claims make of somebody. `values` gives the values of a claim, none where it is missing.
    pub fn admit(&self, values: impl Fn(&str) -> Vec<String>) -> Result<Admission, NotAdmitted> {
        let assurance = values(&self.assurance_claim).into_iter().next();
        if !self.is_enough(assurance.as_deref()) {
            return Err(NotAdmitted::TooUnsure);
        }
        Ok(Admission {
            role: self.role(&values(&self.role_claim)).ok_or(NotAdmitted::NoRole)?,
            workplaces: self.workplaces(&values).ok_or(NotAdmitted::NoPlace)?,
            assurance,
            display_name: self.name_claim.as_deref().and_then(|claim| name(values(claim))),
        })
    }

    fn is_enough(&self, assurance: Option<&str>) -> bool {
        let is_named = |enough: &String| Some(enough.as_str()) == assurance;
        self.enough_assurance.is_empty() || self.enough_assurance.iter().any(is_named)
    }

    fn role(&self, values: &[String]) -> Option<Role> {
        let rule = self.roles.iter().find(|rule| values.contains(&rule.value))?;
        Some(rule.role)
    }

    fn workplaces(&self, values: impl Fn(&str) -> Vec<String>) -> Option<Workplaces> {
        let Some(claim) = &self.place_claim else {
            return Some(Workplaces::All);
        };
        let values = values(claim);
        let named = self.places.iter().filter(|rule| values.contains(&rule.value));
        let places: Vec<_> = named.map(|rule| rule.place.clone()).collect();
        (!places.is_empty()).then_some(Workplaces::Only(places))
    }
}

fn acr() -> String {
    "acr".to_owned()
}

fn name(values: Vec<String>) -> Option<String> {
    let name: String = values.first()?.trim().chars().take(LONGEST_NAME).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        Rules {
            role_claim: "groups".into(),
            roles: vec![
                RoleRule {
                    value: "chiefs".into(),
                    role: Role::Coordinator,
                },
                RoleRule {
                    value: "helpers".into(),
                    role: Role::Adviser,
                },
            ],
            place_claim: Some("offices".into()),
            places: vec![PlaceRule {
                value: "0999-1".into(),
                place: LocationId::parse("bibliotek").unwrap(),
            }],
            name_claim: Some("name".into()),
            assurance_claim: acr(),
            enough_assurance: vec!["substantial".into(), "high".into()],
        }
    }

    fn admit(rules: &Rules, claims: &[(&str, &str)]) -> Result<Admission, NotAdmitted> {
        rules.admit(|claim| {
            let of_claim = claims.iter().filter(|(name, _)| *name == claim);
            of_claim.map(|(_, value)| (*value).to_owned()).collect()
        })
    }

    const ASTA: [(&str, &str); 5] = [
        ("groups", "helpers"),
        ("groups", "football"),
        ("offices", "0999-1"),
        ("name", " Asta "),
        ("acr", "substantial"),
    ];

    #[test]
    fn claims_say_what_somebody_is() {
        let admitted = admit(&rules(), &ASTA).unwrap();
        let places = vec![LocationId::parse("bibliotek").unwrap()];
        assert_eq!(admitted.role, Role::Adviser);
        assert_eq!(admitted.workplaces, Workplaces::Only(places));
        assert_eq!(admitted.display_name.as_deref(), Some("Asta"));
        assert_eq!(admitted.assurance.as_deref(), Some("substantial"));
    }

    #[test]
    fn of_several_roles_the_first_of_the_rules_counts() {
        let both = [&ASTA[..], &[("groups", "chiefs")]].concat();
        assert_eq!(admit(&rules(), &both).unwrap().role, Role::Coordinator);
    }

    #[test]
    fn each_claim_that_is_missing_or_strange_keeps_somebody_out() {
        let without = |name: &str, instead: &str| {
            let mut claims: Vec<_> = ASTA.into_iter().filter(|(claim, _)| *claim != name).collect();
            claims.push((if instead.is_empty() { "none" } else { name }, instead));
            admit(&rules(), &claims).err()
        };
        for instead in ["", "strange"] {
            assert_eq!(without("groups", instead), Some(NotAdmitted::NoRole));
            assert_eq!(without("offices", instead), Some(NotAdmitted::NoPlace));
            assert_eq!(without("acr", instead), Some(NotAdmitted::TooUnsure));
        }
        assert_eq!(without("name", ""), None);
    }

    #[test]
    fn without_rules_for_them_places_and_assurance_are_not_asked_for() {
        let rules = Rules {
            place_claim: None,
            name_claim: None,
            enough_assurance: Vec::new(),
            ..rules()
        };
        let admitted = admit(&rules, &[("groups", "helpers"), ("name", "Asta")]).unwrap();
        assert_eq!(admitted.workplaces, Workplaces::All);
        assert_eq!((admitted.display_name, admitted.assurance), (None, None));
    }
}
