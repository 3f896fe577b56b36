//! How codes are kept: so that whoever steals the rows alone cannot find the codes by trying them all.

use hmac::digest::Output;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// HMAC-SHA256 of a text in hexadecimal.
///
/// `secret` must be the same for ever and on every server; see [`crate::secrets::get_or_create`]. Where one secret has
/// several uses, each begins its texts with its own name, so that no hash of one is a hash of another.
pub(crate) fn keyed_hash(secret: &str, text: &str) -> String {
    format!("{:x}", keyed_digest(secret, text))
}

/// The same as 32 bytes.
pub(crate) fn keyed_digest(secret: &str, text: &str) -> Output<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes()
}
