//! "OpenID Connect Back-Channel Logout 1.0": the provider tells that it has signed somebody out.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use openidconnect::JsonWebKey;
use openidconnect::core::{CoreJsonWebKeySet, CoreJwsSigningAlgorithm};
use serde_json::{Map, Value};

use super::claims::part;
use super::{FRESH_SECONDS, OidcConfig, ProviderError, SIGNATURES, SKEW_SECONDS};

const NOT_THREE_PARTS: ProviderError = ProviderError::Unfit("not three parts");

/// The event that makes a token one that signs out.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Whose sign-ins end: those of a session, or all of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    Session(String),
    Subject(String),
}

/// A token that says the right things. Whether the provider says them, its signature tells.
pub struct LogoutToken<'a> {
    header: Map<String, Value>,
    signed: &'a str,
    signature: &'a str,
    ended: Ended,
}

impl<'a> LogoutToken<'a> {
    /// Reads a token that is for us and of now. For rubbish, which anybody may send, the provider need not be asked for its
    /// keys.
    pub fn read(token: &'a str, config: &OidcConfig, now: Timestamp) -> Result<Self, ProviderError> {
        let (signed, signature) = token.rsplit_once('.').ok_or(NOT_THREE_PARTS)?;
        let (header, payload) = signed.split_once('.').ok_or(NOT_THREE_PARTS)?;
        let claims = part(payload)?;
        check(&claims, config, now)?;
        let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
        let ended = text("sid")
            .map(Ended::Session)
            .or_else(|| text("sub").map(Ended::Subject));
        Ok(Self {
            header: part(header)?,
            signed,
            signature,
            ended: ended.ok_or(ProviderError::Unfit("it names nobody"))?,
        })
    }

    /// Whose sign-ins end, if one of `keys` has signed it.
    pub fn ended(&self, keys: &CoreJsonWebKeySet) -> Result<Ended, ProviderError> {
        check_signature(&self.header, self.signed.as_bytes(), self.signature, keys)?;
        Ok(self.ended.clone())
    }
}

fn check_signature(
    header: &Map<String, Value>,
    signed: &[u8],
    signature: &str,
    keys: &CoreJsonWebKeySet,
) -> Result<(), ProviderError> {
    let algorithm: CoreJwsSigningAlgorithm = header
        .get("alg")
        .and_then(|name| serde_json::from_value(name.clone()).ok())
        .filter(|algorithm| SIGNATURES.contains(algorithm))
        .ok_or(ProviderError::Unfit("its kind of signature"))?;
    let signature = URL_SAFE_NO_PAD
        .decode(signature)
        .map_err(|_| ProviderError::Unfit("not base64"))?;
    let id = header.get("kid").and_then(Value::as_str);
    let is_named = |key: &&_| id.is_none() || JsonWebKey::key_id(*key).map(|key| key.as_str()) == id;
    keys.keys()
        .iter()
        .filter(is_named)
        .any(|key| key.verify_signature(&algorithm, signed, &signature).is_ok())
        .then_some(())
        .ok_or(ProviderError::Unfit("its signature"))
}

/// It is from the provider, for us, of now, and signs out; and it is no token by which somebody signs in.
fn check(claims: &Map<String, Value>, config: &OidcConfig, now: Timestamp) -> Result<(), ProviderError> {
    let second = |name: &str| claims.get(name).and_then(Value::as_i64);
    let is_for_us = match claims.get("aud") {
        Some(Value::String(one)) => *one == config.client_id,
        Some(Value::Array(several)) => several.iter().any(|one| one.as_str() == Some(&config.client_id)),
        _ => false,
    };
    let age = second("iat").map(|issued| now.as_second() - issued);
    let is_of_now = age.is_some_and(|age| (-SKEW_SECONDS..=FRESH_SECONDS).contains(&age));
    let is_over = second("exp").is_some_and(|end| end + SKEW_SECONDS < now.as_second());
    let signs_out = claims
        .get("events")
        .and_then(|events| events.get(EVENT))
        .is_some();
    let is_from_them = claims.get("iss").and_then(Value::as_str) == Some(config.issuer.as_str());
    let is_good = is_from_them && is_for_us && is_of_now && !is_over && signs_out;
    (is_good && !claims.contains_key("nonce"))
        .then_some(())
        .ok_or(ProviderError::Unfit("its claims"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_800_000_000;

    fn config() -> OidcConfig {
        let config = json!({
            "issuer": "https://login.example", "client_id": "startlinje", "name": "Fjordby",
            "rules": {"role_claim": "groups", "roles": []},
        });
        serde_json::from_value(config).unwrap()
    }

    /// A token whose claims have one that is otherwise, or missing where it is null.
    fn token(name: &str, value: Value) -> String {
        let mut claims = json!({
            "iss": "https://login.example", "aud": ["startlinje"], "iat": NOW - 5, "exp": NOW + 100,
            "sub": "asta", "events": {EVENT: {}},
        });
        claims[name] = value;
        if let Value::Object(claims) = &mut claims {
            claims.retain(|_, value| !value.is_null());
        }
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}.c2ln", part(&json!({"alg": "RS256"})), part(&claims))
    }

    fn is_read(token: &str) -> bool {
        let now = Timestamp::from_second(NOW).unwrap();
        LogoutToken::read(token, &config(), now).is_ok()
    }

    #[test]
    fn each_claim_must_fit() {
        assert!(is_read(&token("sid", json!("one"))));
        for (name, value) in [
            ("iss", json!("https://other.example")),
            ("aud", json!("another")),
            ("aud", Value::Null),
            ("iat", json!(NOW - FRESH_SECONDS - 1)),
            ("iat", json!(NOW + SKEW_SECONDS + 1)),
            ("iat", Value::Null),
            ("exp", json!(NOW - SKEW_SECONDS - 1)),
            ("events", json!({"http://example.org/other": {}})),
            ("sub", Value::Null),
            // What has a nonce signs somebody in.
            ("nonce", json!("n")),
        ] {
            assert!(!is_read(&token(name, value.clone())), "{name} {value}");
        }
        for rubbish in ["", "x", "a.b", "a.b.c", "..", "a.b.c.d"] {
            assert!(!is_read(rubbish), "{rubbish}");
        }
    }

    #[test]
    fn what_nobody_has_signed_ends_nothing() {
        let now = Timestamp::from_second(NOW).unwrap();
        let token = token("sid", json!("one"));
        let read = LogoutToken::read(&token, &config(), now).unwrap_or_else(|_| panic!("it is read"));
        assert!(read.ended(&CoreJsonWebKeySet::new(Vec::new())).is_err());
    }
}
