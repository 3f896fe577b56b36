//! Passwords: hashed with argon2id, checked in the same time whether or not the username exists.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::{Error, PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use thiserror::Error;

/// The longest password that is looked at, in bytes: hashing takes time in proportion to it.
const LONGEST: usize = 512;
/// The shortest password that may be chosen, in characters.
const SHORTEST: usize = 10;

/// A password that may not be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("choose a password of {SHORTEST} characters at least and {LONGEST} bytes at most")]
pub struct UnfitPassword;

/// The hash of a new password in PHC string format.
pub fn hash(password: &str) -> Result<String, UnfitPassword> {
    if password.chars().count() < SHORTEST || password.len() > LONGEST {
        return Err(UnfitPassword);
    }
    phc_string(password).map_err(|_| UnfitPassword)
}

/// Whether a password belongs to a hash. Without a hash the same work is done, and the answer is no.
pub fn matches(password: &str, hash: Option<&str>) -> bool {
    static NOBODY: LazyLock<String> = LazyLock::new(|| phc_string("nobody").unwrap_or_default());
    let password = if password.len() > LONGEST { "" } else { password };
    let Ok(parsed) = PasswordHash::new(hash.unwrap_or(&NOBODY)) else {
        return false;
    };
    let verified = Argon2::default()
        .verify_password(password.as_bytes(), &parsed)
        .is_ok();
    verified && hash.is_some()
}

fn phc_string(password: &str) -> Result<String, Error> {
    let salt = SaltString::encode_b64(&rand::random::<[u8; 16]>())?;
    Ok(Argon2::default()
        .hash_password(password.as_bytes(), &salt)?
        .to_string())
}

#[cfg(test)]
mod tests {
    use super::{UnfitPassword, hash, matches};

    #[test]
    fn only_the_right_password_matches() {
        let kept = hash("en lang adgangskode").unwrap();
        assert!(matches("en lang adgangskode", Some(&kept)));
        assert!(!matches("en anden adgangskode", Some(&kept)));
        assert!(!matches("nobody", None));
        assert!(!matches("", Some("not a hash")));
    }

    #[test]
    fn short_and_endless_passwords_cannot_be_chosen() {
        assert_eq!(hash("kort"), Err(UnfitPassword));
        assert_eq!(hash(&"x".repeat(513)), Err(UnfitPassword));
    }
}
