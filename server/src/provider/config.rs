use std::fmt;
use std::path::PathBuf;

use axum::http::Uri;
use domain::admission::Rules;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An OpenID Connect provider by which those who work here may sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OidcConfig {
    /// Where the provider is, as it calls itself: `https://login.fjordby.dk/realms/staff`.
    pub issuer: Issuer,
    /// What the provider knows us by.
    pub client_id: String,
    /// The secret shared with it, or the file that it stands in. Without either we are a public client.
    #[serde(default)]
    pub client_secret: Option<Secret>,
    #[serde(default)]
    pub client_secret_file: Option<PathBuf>,
    /// What people call it: "Log ind med …".
    pub name: String,
    /// Scopes to ask for besides `openid`, in which the claims of the rules are.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// What becomes of somebody who is let in and has no account.
    #[serde(default)]
    pub new_accounts: NewAccounts,
    /// Who is let in, and as what.
    pub rules: Rules,
}

/// What becomes of somebody whom the provider knows and we do not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NewAccounts {
    /// They get an account.
    Create,
    /// They are told to ask for one: `startlinje staff link`.
    #[default]
    Refuse,
}

/// The address by which a provider signs what it says. It is https, or on this very machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Issuer(String);

/// Not the address of a provider that can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("write the provider's address as it writes it itself, beginning with https://")]
pub struct UnfitIssuer;

impl Issuer {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Issuer {
    type Error = UnfitIssuer;

    fn try_from(text: String) -> Result<Self, UnfitIssuer> {
        let uri: Uri = text.parse().map_err(|_| UnfitIssuer)?;
        let is_here = matches!(uri.host(), Some("127.0.0.1" | "localhost" | "[::1]"));
        let is_safe = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => is_here,
            _ => false,
        };
        (is_safe && uri.query().is_none())
            .then_some(Self(text))
            .ok_or(UnfitIssuer)
    }
}

impl From<Issuer> for String {
    fn from(issuer: Issuer) -> Self {
        issuer.0
    }
}

/// Something that no log shows.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret")
    }
}

impl OidcConfig {
    /// The secret. Its file is read each time, so that it can be changed while the server runs.
    pub fn secret(&self) -> std::io::Result<Option<String>> {
        match (&self.client_secret, &self.client_secret_file) {
            (Some(secret), _) => Ok(Some(secret.0.clone())),
            (None, Some(file)) => Ok(Some(std::fs::read_to_string(file)?.trim().to_owned())),
            (None, None) => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_far_away_by_https_only() {
        for (text, is_fit) in [
            ("https://login.fjordby.dk/realms/staff", true),
            ("http://127.0.0.1:4000", true),
            ("http://login.fjordby.dk", false),
            ("login.fjordby.dk", false),
            ("https://login.fjordby.dk?x=1", false),
            ("", false),
        ] {
            assert_eq!(Issuer::try_from(text.to_owned()).is_ok(), is_fit, "{text}");
        }
    }
}
