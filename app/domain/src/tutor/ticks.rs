use serde::{Deserialize, Serialize};

/// How often a line of the check list has been pressed by either side: an odd number is a tick.
///
/// A press says how often it saw the line pressed, and two states are joined by taking the larger. So when both tick at once
/// the line is ticked, a press that comes late or twice over a bad line changes nothing, and a tick is only taken away by
/// somebody who has seen it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Presses(i64);

impl Presses {
    /// Reads a number that a form or the database holds; what is less than none is none.
    pub fn new(number: i64) -> Self {
        Self(number.max(0))
    }

    /// As it stands in forms and in the database.
    pub fn number(self) -> i64 {
        self.0
    }

    /// Whether the line is ticked.
    pub fn is_ticked(self) -> bool {
        self.0 % 2 == 1
    }

    /// One press more, by somebody who saw the line like this.
    #[must_use]
    pub fn pressed(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// What two screens know together.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        self.max(other)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn presses() -> impl Strategy<Value = Presses> {
        (0_i64..20).prop_map(Presses::new)
    }

    #[test]
    fn two_who_tick_at_once_leave_a_tick() {
        let seen = Presses::default();
        assert!(seen.join(seen.pressed()).join(seen.pressed()).is_ticked());
    }

    #[test]
    fn a_number_that_cannot_be_is_none() {
        assert_eq!(Presses::new(-3), Presses::default());
    }

    proptest! {
        #[test]
        fn joining_is_in_any_order_and_as_often_as_one_likes(a in presses(), b in presses(), c in presses()) {
            prop_assert_eq!(a.join(b), b.join(a));
            prop_assert_eq!(a.join(b).join(c), a.join(b.join(c)));
            prop_assert_eq!(a.join(a), a);
        }

        #[test]
        fn whoever_presses_sees_it_change(seen in presses()) {
            let after = seen.join(seen.pressed());
            prop_assert_ne!(after.is_ticked(), seen.is_ticked());
        }

        #[test]
        fn an_old_press_takes_no_tick_away(now in presses(), seen in presses()) {
            prop_assume!(seen < now && now.is_ticked());
            prop_assert!(now.join(seen.pressed()).is_ticked());
        }
    }
}
