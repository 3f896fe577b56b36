//! The largest matching of a bipartite graph.

use std::collections::{BTreeMap, BTreeSet};

/// How many can each have one of the things they could do with, when nobody shares: `choices` has what would do for each, by
/// numbers.
///
/// Kuhn's method: whoever finds a thing taken asks whoever has it to take another. It looks at each choice once for each who
/// chooses, and a place has tens of both.
pub(super) fn largest_matching(choices: &[Vec<usize>]) -> usize {
    let mut takers = BTreeMap::new();
    (0..choices.len())
        .filter(|chooser| finds_one(choices, *chooser, &mut BTreeSet::new(), &mut takers))
        .count()
}

/// Whether somebody gets a thing, if need be by others taking another. Each thing is asked for once.
fn finds_one(
    choices: &[Vec<usize>],
    chooser: usize,
    asked: &mut BTreeSet<usize>,
    takers: &mut BTreeMap<usize, usize>,
) -> bool {
    for thing in &choices[chooser] {
        let is_to_be_had = asked.insert(*thing)
            && match takers.get(thing).copied() {
                None => true,
                Some(taker) => finds_one(choices, taker, asked, takers),
            };
        if is_to_be_had {
            takers.insert(*thing, chooser);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Tries everything: the first has one of the things, or none.
    fn tried(choices: &[Vec<usize>], gone: &BTreeSet<usize>) -> usize {
        let Some((first, others)) = choices.split_first() else {
            return 0;
        };
        let without = tried(others, gone);
        let with = first.iter().filter(|thing| !gone.contains(thing)).map(|thing| {
            let mut gone = gone.clone();
            gone.insert(*thing);
            1 + tried(others, &gone)
        });
        with.fold(without, usize::max)
    }

    #[test]
    fn whoever_could_have_another_thing_gives_way() {
        assert_eq!(largest_matching(&[]), 0);
        assert_eq!(largest_matching(&[vec![], vec![]]), 0);
        assert_eq!(largest_matching(&[vec![0, 1], vec![0]]), 2);
        assert_eq!(largest_matching(&[vec![0, 1], vec![1, 2], vec![0], vec![1]]), 3);
        assert_eq!(largest_matching(&[vec![0], vec![0], vec![0, 1, 2]]), 2);
    }

    proptest! {
        #[test]
        fn no_other_matching_is_larger(choices in prop::collection::vec(prop::collection::vec(0usize..5, 0..4), 0..6)) {
            prop_assert_eq!(largest_matching(&choices), tried(&choices, &BTreeSet::new()));
        }
    }
}
