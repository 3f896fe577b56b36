use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::ProviderError;

/// What a provider says of somebody. Only made of tokens whose signature has been checked.
pub struct Claims(Map<String, Value>);

impl Claims {
    /// The claims of a checked token.
    pub(super) fn of(token: &str) -> Result<Self, ProviderError> {
        let payload = token.split('.').nth(1).unwrap_or_default();
        Ok(Self(part(payload)?))
    }

    /// The provider's word for somebody, which never changes.
    pub fn subject(&self) -> Option<String> {
        self.values("sub").into_iter().next()
    }

    /// The provider's word for its session.
    pub fn session(&self) -> Option<String> {
        self.values("sid").into_iter().next()
    }

    /// The values of a claim: one, several or none. A full stop leads into a claim, where none has that very name.
    pub fn values(&self, claim: &str) -> Vec<String> {
        match self.0.get(claim).or_else(|| within(&self.0, claim)) {
            Some(Value::String(text)) => vec![text.clone()],
            Some(Value::Array(values)) => values
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            Some(Value::Number(number)) => vec![number.to_string()],
            _ => Vec::new(),
        }
    }
}

/// A part of a token: JSON in base64.
pub(super) fn part(text: &str) -> Result<Map<String, Value>, ProviderError> {
    let json = URL_SAFE_NO_PAD
        .decode(text)
        .map_err(|_| ProviderError::Unfit("not base64"))?;
    serde_json::from_slice(&json).map_err(|_| ProviderError::Unfit("not JSON"))
}

fn within<'a>(claims: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    let (outer, inner) = path.split_once('.')?;
    let claims = claims.get(outer)?.as_object()?;
    claims.get(inner).or_else(|| within(claims, inner))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_claim_has_one_value_several_or_none() {
        let claims = json!({
            "groups": ["a", "b"], "acr": "high", "level": 3,
            "realm_access": {"roles": ["c"]}, "urn:dk.gov": {"x.y": "d"}, "odd": {"a": 1},
        });
        let Value::Object(claims) = claims else {
            unreachable!()
        };
        let claims = Claims(claims);
        for (claim, values) in [
            ("groups", vec!["a", "b"]),
            ("acr", vec!["high"]),
            ("level", vec!["3"]),
            ("realm_access.roles", vec!["c"]),
            ("odd", vec![]),
            ("missing", vec![]),
            ("groups.a", vec![]),
        ] {
            assert_eq!(claims.values(claim), values, "{claim}");
        }
    }
}
