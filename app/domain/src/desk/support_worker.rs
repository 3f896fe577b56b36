//! Somebody who comes with citizens because it is their work: a support worker, a contact person, a mentor.

use crate::word_code::WordCode;

/// What a support worker says at the desk: two words. All that it gives is a number that anybody may have, perhaps a little
/// sooner, and only staff can try one; so it need not stand against a machine that guesses.
pub type SupportCode = WordCode<2>;
