//! The code that brings a visitor's progress to another device.

use crate::word_code::WordCode;

/// A visitor's code: four words, so 40 bits.
///
/// Whoever has it has the progress, so it has more words than a booking's code, which opens one appointment for some weeks.
/// With 10,000 codes in use one guess in 2^40 / 10,000, about a hundred million, finds one. The store allows some ten thousand
/// wrong guesses a day, so guessing takes thirty years to find somebody, of whom it learns what courses they have taken.
pub type RecoveryCode = WordCode<4>;
