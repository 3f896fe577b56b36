//! Mixes what must not be shown in the order of the key.

/// Puts things into another order, which depends on the seed alone: the same on every server and after every restart.
///
/// Never the order it was given, where there is another one. The seed is a step's id, so that no two questions are mixed
/// alike. Fisher and Yates' shuffle, driven by FNV-1a and a linear congruence; nothing here has to be hard to guess.
pub fn mixed<T>(seed: &str, mut things: Vec<T>) -> Vec<T> {
    let mut state = seed.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut in_place = true;
    for last in (1..things.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from((state >> 33) % (last as u64 + 1)).unwrap_or(last);
        in_place &= other == last;
        things.swap(last, other);
    }
    if in_place && things.len() > 1 {
        things.rotate_left(1);
    }
    things
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn mixing_keeps_everything_and_changes_the_order(seed in "[a-z-]{1,20}", length in 2_usize..9) {
            let things: Vec<_> = (0..length).collect();
            let shuffled = mixed(&seed, things.clone());
            prop_assert_ne!(&shuffled, &things);
            prop_assert_eq!(&shuffled, &mixed(&seed, things.clone()));
            let mut sorted = shuffled;
            sorted.sort_unstable();
            prop_assert_eq!(sorted, things);
        }
    }

    #[test]
    fn one_thing_stays_where_it_is() {
        assert_eq!(mixed("a", vec![1]), [1]);
        assert!(mixed("a", Vec::<u8>::new()).is_empty());
    }
}
