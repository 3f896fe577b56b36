//! What the server functions of the café share.

use domain::cafe::{ShiftView, WriteProblem};
use domain::cpr::hide_cpr;
use domain::ids::CafeQuestionId;
use domain::locale::Locale;
use domain::opening::OpenStretch;
use domain::time::weekday_name;
use serde::{Deserialize, Serialize};
use store::cafe::WeeklyShift;

/// What is kept of a text that was refused, in characters: far more than may be sent, and far less than could be.
const KEPT: usize = 12_000;

/// What was typed in a room and not sent, and why not.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Draft {
    pub room: CafeQuestionId,
    pub text: String,
    pub problem: Option<WriteProblem>,
}

/// What was typed, to be shown again, without a CPR number.
pub fn kept_typed(typed: &str) -> String {
    hide_cpr(&typed.chars().take(KEPT).collect::<String>())
}

/// "onsdag 16-18".
pub fn shift_view(WeeklyShift { id, shift }: WeeklyShift, locale: Locale) -> ShiftView {
    let (from_minute, to_minute) = shift.minutes();
    let stretch = OpenStretch {
        from_minute,
        to_minute,
    };
    let text = format!(
        "{} {}",
        weekday_name(shift.weekday(), locale),
        stretch.text(locale)
    );
    ShiftView { id, text }
}
