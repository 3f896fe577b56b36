//! How a booking's code is kept.

use domain::appointments::BookingCode;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The code as it stands in the database: HMAC-SHA256 in hexadecimal.
///
/// A code has 30 bits, which a plain hash would not protect: whoever steals a backup could try them all. `secret` must be
/// the same for ever and on every server; see [`crate::secrets::get_or_create`].
pub fn code_hash(secret: &str, code: &BookingCode) -> String {
    let mut mac = keyed(secret);
    mac.update(code.to_string().as_bytes());
    format!("{:x}", mac.finalize().into_bytes())
}

fn keyed(secret: &str) -> Hmac<Sha256> {
    Hmac::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_depends_on_the_code_and_the_secret() {
        let [first, second] = [[0, 0, 0], [1, 0, 0]].map(BookingCode::from_random);
        let hash = code_hash("secret", &first);
        assert_eq!(hash.len(), 64);
        assert_eq!(hash, code_hash("secret", &first));
        assert_ne!(hash, code_hash("secret", &second));
        assert_ne!(hash, code_hash("other", &first));
    }
}
