//! Whom a volunteer helps next.

use jiff::Timestamp;

use super::language::HelpLanguage;
use crate::homework::Subject;
use crate::ids::CafeQuestionId;

/// Somebody in line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    pub id: CafeQuestionId,
    pub subject: Subject,
    pub language: HelpLanguage,
    pub asked_at: Timestamp,
}

/// What a volunteer helps with, and in which languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Skills {
    pub subjects: Vec<Subject>,
    pub languages: Vec<HelpLanguage>,
}

impl Skills {
    /// Whether somebody who waits can be helped by this volunteer.
    pub fn fit(&self, waiting: &Waiting) -> bool {
        self.subjects.contains(&waiting.subject) && self.languages.contains(&waiting.language)
    }
}

/// The one who has waited longest of those whom a volunteer can help, in whatever order they are told. What was kept from an
/// earlier day is older, so it comes first.
pub fn next_for<'a>(line: &'a [Waiting], skills: &Skills) -> Option<&'a Waiting> {
    line.iter()
        .filter(|waiting| skills.fit(waiting))
        .min_by_key(|waiting| (waiting.asked_at, waiting.id))
}

/// How many are before somebody in the whole line, from 0. Those before may need another volunteer: it can go faster, never
/// slower.
pub fn place_in_line(line: &[Waiting], id: CafeQuestionId) -> Option<i64> {
    let own = line.iter().find(|waiting| waiting.id == id)?;
    let is_before = |other: &&Waiting| (other.asked_at, other.id) < (own.asked_at, own.id);
    i64::try_from(line.iter().filter(is_before).count()).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::{select, subsequence};

    use super::*;

    fn line() -> impl Strategy<Value = Vec<Waiting>> {
        let one = (
            select(&Subject::ALL[..]),
            select(&HelpLanguage::ALL[..]),
            0_i64..50,
        );
        proptest::collection::vec(one, 0..30).prop_map(|people| {
            let waiting = |(id, (subject, language, asked)): (usize, _)| Waiting {
                id: CafeQuestionId(i64::try_from(id).unwrap()),
                subject,
                language,
                asked_at: Timestamp::from_second(asked).unwrap(),
            };
            people.into_iter().enumerate().map(waiting).collect()
        })
    }

    fn skills() -> impl Strategy<Value = Skills> {
        let subjects = subsequence(Subject::ALL.to_vec(), 0..=Subject::ALL.len());
        let languages = subsequence(HelpLanguage::ALL.to_vec(), 0..=HelpLanguage::ALL.len());
        (subjects, languages).prop_map(|(subjects, languages)| Skills { subjects, languages })
    }

    proptest! {
        #[test]
        fn nobody_who_fits_has_waited_longer_than_the_next(line in line(), skills in skills()) {
            match next_for(&line, &skills) {
                Some(next) => {
                    prop_assert!(skills.fit(next));
                    let longest = line.iter().filter(|waiting| skills.fit(waiting)).map(|waiting| waiting.asked_at).min();
                    prop_assert_eq!(Some(next.asked_at), longest);
                }
                None => prop_assert!(!line.iter().any(|waiting| skills.fit(waiting))),
            }
        }

        #[test]
        fn the_order_in_which_the_line_is_told_does_not_matter(line in line(), skills in skills()) {
            let reversed: Vec<_> = line.iter().rev().copied().collect();
            prop_assert_eq!(next_for(&line, &skills), next_for(&reversed, &skills));
        }

        #[test]
        fn everybody_has_a_place_of_their_own(line in line()) {
            let mut places: Vec<_> = line.iter().filter_map(|waiting| place_in_line(&line, waiting.id)).collect();
            places.sort_unstable();
            let expected: Vec<_> = (0..crate::count(&line)).collect();
            prop_assert_eq!(places, expected);
        }

        /// Whoever helps with everything empties the line in the order in which it came.
        #[test]
        fn who_is_first_in_line_is_the_first_whom_an_all_rounder_helps(line in line()) {
            let all = Skills { subjects: Subject::ALL.to_vec(), languages: HelpLanguage::ALL.to_vec() };
            if let Some(next) = next_for(&line, &all) {
                prop_assert_eq!(place_in_line(&line, next.id), Some(0));
            }
        }
    }
}
