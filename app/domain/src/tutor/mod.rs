//! Tutor mode: one lesson on two screens. A citizen learns, a helper (a pupil, a volunteer, a relative, an adviser) sits beside
//! them with hands in the lap, and each has a screen of their own.
//!
//! The rules, which the property tests hold: the helper proposes and only the citizen moves ([`Together`]), no tick is lost
//! ([`Presses`]), and what nobody uses ends by itself ([`Life`]).

mod life;
mod script;
mod side;
mod ticks;
mod together;
mod views;

pub use life::{IDLE_MINUTES, Life, Phase, UNUSED_MINUTES};
pub use script::{StepScript, TutorCourse};
pub use side::Side;
pub use ticks::Presses;
pub use together::{Act, After, Refusal, Together};
pub use views::{
    CheckView, CitizenView, CodeView, Followed, HelpedCount, HelperView, JoinAttempt, JoinProblem,
    LearnedPage, LearnedStep, OverReason, OverView, SendAttempt, SharedStep, StartPage, TogetherPage,
    WaitingView,
};

use crate::word_code::WordCode;

/// The code that brings the second screen: three words, so 30 bits.
///
/// It is good for [`UNUSED_MINUTES`] and for one device. With 100 codes waiting at any time, one guess in ten million finds
/// one, and the store allows some ten thousand a day; whoever guesses right sees a page of a public course.
pub type PairingCode = WordCode<3>;
