//! How long somebody will wait, told as an interval: a single figure would be believed, and be wrong.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

/// Help may go quicker or take longer than the service's minutes; in per cent of them.
const QUICKEST: i64 = 70;
const SLOWEST: i64 = 130;

/// People are told whole fives.
const STEP: i64 = 5;

/// What is before somebody. Lengths are in minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueLoad {
    /// How many help at the place.
    pub advisers: i64,
    /// What is left of the help that is going on; at least something, for it is not over.
    pub under_way: Vec<i64>,
    /// Those who are called before, in their order.
    pub ahead: Vec<i64>,
    /// Those with an appointment who have not come yet and would be called before.
    pub may_come: Vec<i64>,
}

/// How long it will probably be until somebody is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    pub from_minutes: i64,
    /// No less than `from_minutes`, and at least 5.
    pub to_minutes: i64,
}

/// The waiting time behind a load; `None` when nobody is there to help, for then nobody knows.
///
/// Whoever is free takes the next in the queue. The shorter end supposes that all help goes quickly and nobody else comes,
/// the longer one that it goes slowly and everybody comes who has booked.
pub fn wait(load: &QueueLoad) -> Option<Wait> {
    let quickest = until_free(load, &load.ahead, QUICKEST)?;
    let everybody: Vec<_> = load.ahead.iter().chain(&load.may_come).copied().collect();
    let slowest = until_free(load, &everybody, SLOWEST)?;
    let from_minutes = quickest / 100 / STEP * STEP;
    let to_minutes = (slowest / 100 + STEP - 1) / STEP * STEP;
    Some(Wait {
        from_minutes,
        to_minutes: to_minutes.max(from_minutes + STEP),
    })
}

/// Hundredths of minutes until the first adviser is free for whoever comes after `ahead`.
fn until_free(load: &QueueLoad, ahead: &[i64], percent: i64) -> Option<i64> {
    let advisers = usize::try_from(load.advisers).ok().filter(|count| *count > 0)?;
    // Whoever is helped by more people than are there waits for no less.
    let mut free: BinaryHeap<Reverse<i64>> = load
        .under_way
        .iter()
        .map(|minutes| Reverse(minutes * percent))
        .collect();
    while free.len() < advisers {
        free.push(Reverse(0));
    }
    for minutes in ahead {
        let Reverse(begins) = free.pop()?;
        free.push(Reverse(begins + minutes * percent));
    }
    free.pop().map(|Reverse(at)| at)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn load(advisers: i64, under_way: &[i64], ahead: &[i64]) -> QueueLoad {
        QueueLoad {
            advisers,
            under_way: under_way.to_vec(),
            ahead: ahead.to_vec(),
            may_come: vec![],
        }
    }

    fn told(load: &QueueLoad) -> (i64, i64) {
        wait(load)
            .map(|wait| (wait.from_minutes, wait.to_minutes))
            .unwrap()
    }

    #[test]
    fn a_waiting_time_is_told_in_whole_fives() {
        assert_eq!(told(&load(1, &[], &[])), (0, 5));
        assert_eq!(told(&load(1, &[20], &[])), (10, 30));
        assert_eq!(told(&load(1, &[], &[30])), (20, 40));
        assert_eq!(told(&load(2, &[20, 10], &[30, 30])), (25, 55));
        assert_eq!(told(&load(3, &[20], &[])), (0, 5));
    }

    #[test]
    fn without_anybody_to_help_nothing_is_promised() {
        assert_eq!(wait(&load(0, &[], &[])), None);
    }

    #[test]
    fn those_who_may_come_make_the_longer_end_longer() {
        let mut expecting = load(1, &[], &[30]);
        expecting.may_come = vec![45];
        assert_eq!(told(&expecting), (20, 100));
    }

    prop_compose! {
        fn any_load()(
            advisers in 1..6_i64, under_way in vec(1..60_i64, 0..6), ahead in vec(5..60_i64, 0..20),
            may_come in vec(5..60_i64, 0..6),
        ) -> QueueLoad {
            QueueLoad { advisers, under_way, ahead, may_come }
        }
    }

    proptest! {
        #[test]
        fn what_is_told_is_an_interval(load in any_load()) {
            let (from, to) = told(&load);
            prop_assert!(0 <= from && from < to);
            prop_assert_eq!((from % 5, to % 5), (0, 0));
        }

        #[test]
        fn one_more_ahead_never_makes_it_shorter(load in any_load(), minutes in 5..60_i64) {
            let mut longer = load.clone();
            longer.ahead.push(minutes);
            let ((from, to), (longer_from, longer_to)) = (told(&load), told(&longer));
            prop_assert!(from <= longer_from && to <= longer_to);
        }

        #[test]
        fn one_more_adviser_never_makes_it_longer(load in any_load()) {
            let more = QueueLoad { advisers: load.advisers + 1, ..load.clone() };
            let ((from, to), (more_from, more_to)) = (told(&load), told(&more));
            prop_assert!(more_from <= from && more_to <= to);
        }

        #[test]
        fn when_all_goes_as_planned_it_is_true(load in any_load()) {
            let as_planned = until_free(&load, &load.ahead, 100).unwrap() / 100;
            let (from, to) = told(&load);
            prop_assert!(from <= as_planned && as_planned <= to);
        }
    }
}
