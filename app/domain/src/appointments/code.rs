//! The code that a booking is found by.

use crate::word_code::WordCode;

/// A booking's code: three words, so 30 bits. It is shown to the citizen once.
pub type BookingCode = WordCode<3>;
