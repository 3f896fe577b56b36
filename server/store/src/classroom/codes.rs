//! How the codes of a class are made and kept.
//!
//! A code is derived from the installation's secret and a number that stands in the row, so that a card can be printed again
//! and nothing but a keyed hash is kept: the rows alone give no code away.

use domain::classroom::{ClassCode, SignInCode, SignInKind};
use domain::ids::{ClassId, PupilId};

use crate::keyed_hash::{keyed_digest, keyed_hash};

/// The nth code of a class.
pub fn class_code(secret: &str, class: ClassId, code_number: i64) -> ClassCode {
    let [first, second, _] = numbers(secret, &format!("derived class code {class:?} {code_number}"));
    ClassCode::from_random([first, second])
}

/// What a pupil's nth card says.
pub fn sign_in_code(secret: &str, kind: SignInKind, pupil: PupilId, card: i64) -> SignInCode {
    kind.code(numbers(secret, &format!("derived card {pupil:?} {card}")))
}

pub(super) fn class_code_hash(secret: &str, code: &ClassCode) -> String {
    keyed_hash(secret, &format!("class code {code}"))
}

/// Two classes may have the same card; within a class no two pupils have.
pub(super) fn sign_in_hash(secret: &str, class: ClassId, code: &SignInCode) -> String {
    keyed_hash(secret, &format!("card {class:?} {code}"))
}

fn numbers(secret: &str, text: &str) -> [u32; 3] {
    let digest = keyed_digest(secret, text);
    let number = |word: usize| u32::from_be_bytes([0, 1, 2, 3].map(|byte| digest[word * 4 + byte]));
    [0, 1, 2].map(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_depends_on_the_secret_and_its_number() {
        let code = class_code("secret", ClassId(1), 1);
        assert_eq!(code, class_code("secret", ClassId(1), 1));
        assert_ne!(code, class_code("other", ClassId(1), 1));
        assert_ne!(code, class_code("secret", ClassId(1), 2));
        assert_ne!(code, class_code("secret", ClassId(2), 1));
    }

    #[test]
    fn a_card_s_hash_is_of_its_class_only() {
        let card = sign_in_code("secret", SignInKind::Pictures, PupilId(1), 1);
        let [own, other] = [1, 2].map(|class| sign_in_hash("secret", ClassId(class), &card));
        assert_ne!(own, other);
    }
}
