//! How a booking's code is kept.

use domain::appointments::BookingCode;

use crate::keyed_hash::{keyed_digest, keyed_hash};

/// The code as it stands in the database. With 30 bits it needs the secret: all codes can be tried in seconds.
pub fn code_hash(secret: &str, code: &BookingCode) -> String {
    keyed_hash(secret, &code.to_string())
}

/// The code as later messages and letters about the appointment read it.
///
/// Its 30 bits are encrypted with an HMAC of the appointment's idempotency key, which no other appointment has: so each
/// appointment has a keystream of its own, used once. It tells no more than the hash does, for whoever has the secret can
/// find the code of a hash by trying them all.
pub fn seal_code(secret: &str, idempotency_key: &str, code: &BookingCode) -> String {
    let plain = code.numbers().map(i64::from);
    let number = plain
        .into_iter()
        .fold(0, |number, word| number << WORD_BITS | word);
    format!("{:08x}", number ^ keystream(secret, idempotency_key))
}

/// The code that was sealed. `None` where the sealed code belongs to another secret or appointment.
pub(super) fn unseal_code(
    secret: &str,
    idempotency_key: &str,
    sealed: &str,
    expected_hash: &str,
) -> Option<BookingCode> {
    let number = i64::from_str_radix(sealed, 16).ok()? ^ keystream(secret, idempotency_key);
    let word = |position: i64| u32::try_from(number >> (position * WORD_BITS) & WORD_MASK).ok();
    let code = BookingCode::from_random([word(2)?, word(1)?, word(0)?]);
    (code_hash(secret, &code) == expected_hash).then_some(code)
}

/// Bits of a code's word: there are 1,024 words.
const WORD_BITS: i64 = 10;
const WORD_MASK: i64 = (1 << WORD_BITS) - 1;

/// As many bits as a code has.
fn keystream(secret: &str, idempotency_key: &str) -> i64 {
    let hash = keyed_hash(secret, &format!("sealed booking code {idempotency_key}"));
    i64::from_str_radix(&hash[..8], 16).expect("a hash is hexadecimal") & ((1 << (3 * WORD_BITS)) - 1)
}

/// The code that belongs to a text, always the same. Whoever knows the text but not the secret cannot tell it.
pub fn derived_code(secret: &str, text: &str) -> BookingCode {
    let digest = keyed_digest(secret, &format!("derived booking code {text}"));
    let number = |word: usize| u32::from_be_bytes([0, 1, 2, 3].map(|byte| digest[word * 4 + byte]));
    BookingCode::from_random([0, 1, 2].map(number))
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

    #[test]
    fn a_sealed_code_is_read_with_its_own_secret_and_key_only() {
        for numbers in [[0, 0, 0], [1023, 1023, 1023], [1, 2, 1000]] {
            let code = BookingCode::from_random(numbers);
            let hash = code_hash("secret", &code);
            let sealed = seal_code("secret", "key", &code);
            let unsealed = |secret, key| unseal_code(secret, key, &sealed, &hash);
            assert_eq!(unsealed("secret", "key"), Some(code.clone()));
            assert_eq!(unsealed("secret", "other"), None);
            assert_eq!(unsealed("other", "key"), None);
        }
        let code = BookingCode::from_random([0, 0, 0]);
        assert_ne!(seal_code("secret", "a", &code), seal_code("secret", "b", &code));
        assert_eq!(unseal_code("secret", "a", "ikke hex", ""), None);
    }

    #[test]
    fn a_derived_code_depends_on_the_text_and_the_secret() {
        let code = derived_code("secret", "a wish");
        assert_eq!(code, derived_code("secret", "a wish"));
        assert_ne!(code, derived_code("secret", "another wish"));
        assert_ne!(code, derived_code("other", "a wish"));
    }
}
