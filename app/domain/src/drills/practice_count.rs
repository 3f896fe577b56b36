//! How much has been practised, for whoever follows along.

/// How much somebody has practised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PracticeCount {
    /// Exercises that were answered.
    pub answered: i64,
    /// Those of them whose first answer was right, without a hint.
    pub right_at_once: i64,
    /// Those that were right in the end.
    pub solved: i64,
}

impl PracticeCount {
    /// Nothing.
    pub const NONE: Self = Self {
        answered: 0,
        right_at_once: 0,
        solved: 0,
    };

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            answered: self.answered + other.answered,
            right_at_once: self.right_at_once + other.right_at_once,
            solved: self.solved + other.solved,
        }
    }
}
