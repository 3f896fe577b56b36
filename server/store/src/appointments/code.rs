//! How a booking's code is kept.

use domain::appointments::BookingCode;

use crate::keyed_hash::keyed_hash;

/// The code as it stands in the database. With 30 bits it needs the secret: all codes can be tried in seconds.
pub fn code_hash(secret: &str, code: &BookingCode) -> String {
    keyed_hash(secret, &code.to_string())
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
