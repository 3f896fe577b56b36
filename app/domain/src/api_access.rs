//! What other systems may do here on staff's behalf.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Something that a token allows. A token has the scopes that it was made with, and no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// See who comes to a place on a day, by name.
    ReadAppointments,
    /// Cancel appointments.
    WriteAppointments,
    /// See how citizens are reached, beside their names.
    ReadContacts,
    /// Read the whole schedule, advisers' shifts and absences included.
    ReadSchedule,
}

/// A word is not the name of a scope.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a scope is appointments:read, appointments:write, contacts:read or schedule:read")]
pub struct UnknownScope;

/// A token: what a program sends to show that it may. Its owner sees it once; we keep only a keyed hash of it.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiToken(String);

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 4] = [
        Self::ReadAppointments,
        Self::WriteAppointments,
        Self::ReadContacts,
        Self::ReadSchedule,
    ];

    /// The name in the database, on the command line and in the API's description.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReadAppointments => "appointments:read",
            Self::WriteAppointments => "appointments:write",
            Self::ReadContacts => "contacts:read",
            Self::ReadSchedule => "schedule:read",
        }
    }
}

impl ApiToken {
    /// What each token begins with, so that one that has strayed into a file is found and known.
    const PREFIX: &str = "startlinje_";

    /// The token of random numbers: 256 bits.
    pub fn from_random(numbers: [u128; 2]) -> Self {
        let [first, second] = numbers;
        Self(format!("{}{first:032x}{second:032x}", Self::PREFIX))
    }

    /// Reads what a program sent. `None` when it cannot be a token, so that nothing need be looked up.
    pub fn parse(sent: &str) -> Option<Self> {
        let random = sent.strip_prefix(Self::PREFIX)?;
        let is_random = random.len() == 64 && random.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_random.then(|| Self(sent.to_owned()))
    }

    /// The token itself: for its owner and for its hash, and never for a log.
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ApiToken(…)")
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Scope {
    type Err = UnknownScope;

    fn from_str(text: &str) -> Result<Self, UnknownScope> {
        Self::ALL
            .into_iter()
            .find(|scope| scope.as_str() == text)
            .ok_or(UnknownScope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_reads_what_it_writes() {
        for scope in Scope::ALL {
            assert_eq!(scope.as_str().parse(), Ok(scope));
        }
        assert_eq!("everything".parse::<Scope>(), Err(UnknownScope));
    }

    #[test]
    fn a_token_is_known_by_its_shape_and_never_shown() {
        let token = ApiToken::from_random([1, u128::MAX]);
        assert_eq!(ApiToken::parse(token.secret()), Some(token.clone()));
        assert!(!format!("{token:?}").contains("0001"));
        for sent in ["", "startlinje_", "startlinje_12", &"a".repeat(75)] {
            assert_eq!(ApiToken::parse(sent), None, "{sent}");
        }
    }
}
