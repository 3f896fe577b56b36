//! What somebody is advised to do next, and why. Nothing is advised without a reason that they can check for themselves.

use std::cmp::Reverse;

use jiff::Timestamp;

use super::progress::CourseProgress;
use super::start_line::{Graph, Topic};
use crate::ids::CourseId;

/// How a visitor stands in a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub course: CourseId,
    pub progress: CourseProgress,
    /// When a task of it was answered last.
    pub latest: Option<Timestamp>,
}

/// A course to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    pub course: CourseId,
    pub because: Because,
}

/// Why a course is recommended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// They are in the middle of it.
    Begun,
    /// It builds on this course, which they have finished, and on nothing that they have not.
    BuildsOn(CourseId),
    /// It serves the same goal as this course, which they have finished.
    SameGoal(CourseId),
}

impl Standing {
    fn is_finished(&self) -> bool {
        self.progress.next.is_none()
    }

    fn is_begun(&self) -> bool {
        !self.is_finished() && (self.progress.done > 0 || self.latest.is_some())
    }
}

/// At most `most` courses: those that were begun, the latest first, then what builds on a finished course, then what serves
/// the same goal as one. Nothing for somebody who has begun nothing: for them there is the start line.
///
/// A course that builds on something unfinished is never recommended before it.
pub fn recommend(graph: &Graph, standings: &[Standing], most: usize) -> Vec<Recommendation> {
    let visitor = Visitor { graph, standings };
    let (builds_on, same_goal): (Vec<_>, Vec<_>) = visitor
        .not_begun()
        .partition(|advice| matches!(advice.because, Because::BuildsOn(_)));
    let all = visitor.begun().into_iter().chain(builds_on).chain(same_goal);
    all.take(most).collect()
}

struct Visitor<'a> {
    graph: &'a Graph,
    standings: &'a [Standing],
}

impl Visitor<'_> {
    fn begun(&self) -> Vec<Recommendation> {
        let mut begun: Vec<_> = self
            .standings
            .iter()
            .filter(|standing| standing.is_begun())
            .collect();
        begun.sort_by_key(|standing| Reverse(standing.latest));
        let recommended = begun.into_iter().map(|standing| Recommendation {
            course: standing.course.clone(),
            because: Because::Begun,
        });
        recommended.collect()
    }

    fn has_finished(&self, course: &CourseId) -> bool {
        self.standings
            .iter()
            .any(|standing| standing.course == *course && standing.is_finished())
    }

    /// Whether a course is neither begun nor finished, and all that it builds on is finished.
    fn is_ready_for(&self, topic: &Topic) -> bool {
        let standing = self
            .standings
            .iter()
            .find(|standing| standing.course == topic.course);
        let is_new = standing.is_none_or(|standing| !standing.is_begun() && !standing.is_finished());
        is_new && topic.prerequisites.iter().all(|course| self.has_finished(course))
    }

    /// What has not been begun and can be, in the order of the graph.
    fn not_begun(&self) -> impl Iterator<Item = Recommendation> {
        let ready = self.graph.topics().filter(|topic| self.is_ready_for(topic));
        ready.filter_map(|topic| {
            let builds_on = topic.prerequisites.first().cloned().map(Because::BuildsOn);
            Some(Recommendation {
                course: topic.course.clone(),
                because: builds_on.or_else(|| self.same_goal(topic))?,
            })
        })
    }

    fn same_goal(&self, topic: &Topic) -> Option<Because> {
        let serves_same = |other: &&Topic| other.goals.iter().any(|goal| topic.goals.contains(goal));
        let mut others = self.graph.topics().filter(serves_same);
        let finished = others.find(|other| self.has_finished(&other.course))?;
        Some(Because::SameGoal(finished.course.clone()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::progress::StepRef;
    use super::super::start_line::Goal;
    use super::*;
    use crate::ids::{LessonId, StepId};

    fn id(text: &str) -> CourseId {
        CourseId::parse(text).unwrap()
    }

    /// `post` builds on `mitid`, `fuldmagt` on both; `budget` stands alone, `opsparing` builds on it.
    fn graph() -> Graph {
        let topic = |course: &str, prerequisites: &[&str], goal| Topic {
            course: id(course),
            prerequisites: prerequisites.iter().map(|course| id(course)).collect(),
            goals: vec![goal],
            task: None,
        };
        Graph::new(vec![
            topic("mitid", &[], Goal::FirstSteps),
            topic("post", &["mitid"], Goal::FirstSteps),
            topic("fuldmagt", &["post", "mitid"], Goal::FirstSteps),
            topic("tablet", &[], Goal::FirstSteps),
            topic("budget", &[], Goal::Money),
            topic("opsparing", &["budget"], Goal::Money),
        ])
        .unwrap()
    }

    const COURSES: [&str; 6] = ["mitid", "post", "fuldmagt", "tablet", "budget", "opsparing"];

    /// `done` of two steps, last answered at a second.
    fn standing(course: &str, done: i64, latest: Option<i64>) -> Standing {
        let next = (done < 2).then(|| StepRef {
            lesson: LessonId::parse("a").unwrap(),
            step: StepId::parse("b").unwrap(),
        });
        Standing {
            course: id(course),
            progress: CourseProgress { done, total: 2, next },
            latest: latest.map(|second| Timestamp::from_second(second).unwrap()),
        }
    }

    fn recommended(standings: &[Standing]) -> Vec<(String, Because)> {
        let all = recommend(&graph(), standings, 3);
        all.into_iter()
            .map(|one| (one.course.to_string(), one.because))
            .collect()
    }

    #[test]
    fn who_has_begun_nothing_is_advised_nothing() {
        assert_eq!(recommended(&[]), []);
        assert_eq!(recommended(&[standing("mitid", 0, None)]), []);
    }

    #[test]
    fn what_was_begun_comes_first_and_the_latest_of_it_before_the_rest() {
        let begun = [
            standing("budget", 0, Some(10)),
            standing("post", 1, None),
            standing("tablet", 1, Some(20)),
            standing("mitid", 2, Some(30)),
        ];
        assert_eq!(
            recommended(&begun),
            [
                ("tablet".to_owned(), Because::Begun),
                ("budget".to_owned(), Because::Begun),
                ("post".to_owned(), Because::Begun),
            ]
        );
    }

    #[test]
    fn what_builds_on_a_finished_course_comes_before_what_only_serves_the_same_goal() {
        assert_eq!(
            recommended(&[standing("mitid", 2, Some(5))]),
            [
                ("post".to_owned(), Because::BuildsOn(id("mitid"))),
                ("tablet".to_owned(), Because::SameGoal(id("mitid"))),
            ]
        );
    }

    proptest! {
        #[test]
        fn advice_can_be_followed_and_its_reason_is_true(
            work in proptest::collection::vec((0..3_i64, proptest::option::of(0..9_i64)), COURSES.len()),
            most in 0..5_usize,
        ) {
            let standings: Vec<_> = COURSES
                .iter()
                .zip(work)
                .map(|(course, (done, latest))| standing(course, done, latest))
                .collect();
            let of = |course: &CourseId| standings.iter().find(|standing| standing.course == *course).unwrap();
            let all = recommend(&graph(), &standings, most);
            prop_assert!(all.len() <= most);
            for one in &all {
                prop_assert!(!of(&one.course).is_finished());
                prop_assert_eq!(all.iter().filter(|other| other.course == one.course).count(), 1);
                let graph = graph();
                let topic = graph.topics().find(|topic| topic.course == one.course).unwrap();
                match &one.because {
                    Because::Begun => prop_assert!(of(&one.course).is_begun()),
                    Because::BuildsOn(before) => {
                        prop_assert!(of(before).is_finished() && topic.prerequisites.contains(before));
                        prop_assert!(topic.prerequisites.iter().all(|course| of(course).is_finished()));
                    }
                    Because::SameGoal(before) => {
                        let before = graph.topics().find(|topic| topic.course == *before).unwrap();
                        prop_assert!(of(&before.course).is_finished() && before.goals == topic.goals);
                        prop_assert!(topic.prerequisites.iter().all(|course| of(course).is_finished()));
                    }
                }
            }
        }
    }
}
