//! Which course builds on which.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::Goal;
use crate::ids::CourseId;
use crate::learning::StepRef;

/// A course as the start line sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub course: CourseId,
    /// The courses that it builds on.
    pub prerequisites: Vec<CourseId>,
    /// Whom it serves. What it builds on serves them too, without saying so.
    pub goals: Vec<Goal>,
    /// A small task that shows whether somebody knows the course already.
    pub task: Option<StepRef>,
}

/// Courses and what they build on, without contradictions.
#[derive(Debug, Clone)]
pub struct Graph {
    topics: Vec<Topic>,
    ancestors: Vec<TopicSet>,
    successors: Vec<TopicSet>,
    order: Vec<usize>,
}

/// Topics by their place in the graph.
pub(super) type TopicSet = BTreeSet<usize>;

/// Courses that cannot be brought into an order.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GraphFault {
    #[error("the course `{0}` is there twice")]
    Duplicate(CourseId),
    #[error("the course `{course}` builds on `{prerequisite}`, which does not exist")]
    Unknown {
        course: CourseId,
        prerequisite: CourseId,
    },
    /// Each builds on the next, and the last on the first.
    #[error("courses build on each other in a circle: {}", joined(.0))]
    Circle(Vec<CourseId>),
}

fn joined(courses: &[CourseId]) -> String {
    let names: Vec<_> = courses.iter().map(CourseId::as_str).collect();
    names.join(", ")
}

impl Graph {
    /// Accepts courses that are all different, build on each other only, and not in a circle. Their order decides where
    /// nothing else does.
    pub fn new(topics: Vec<Topic>) -> Result<Self, GraphFault> {
        let parents = parents(&topics)?;
        let order = in_order(&parents).map_err(|circle| {
            GraphFault::Circle(
                circle
                    .into_iter()
                    .map(|topic| topics[topic].course.clone())
                    .collect(),
            )
        })?;
        let ancestors = ancestors(&parents, &order);
        let successors = (0..topics.len())
            .map(|topic| {
                (0..topics.len())
                    .filter(|other| ancestors[*other].contains(&topic))
                    .collect()
            })
            .collect();
        Ok(Self {
            topics,
            ancestors,
            successors,
            order,
        })
    }

    /// Every topic, each after all that it builds on.
    pub fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.order.iter().map(|topic| &self.topics[*topic])
    }

    pub(super) fn topic(&self, topic: usize) -> &Topic {
        &self.topics[topic]
    }

    pub(super) fn find(&self, course: &CourseId) -> Option<usize> {
        self.topics.iter().position(|topic| topic.course == *course)
    }

    /// All that a topic builds on, however far back.
    pub(super) fn ancestors(&self, topic: usize) -> &TopicSet {
        &self.ancestors[topic]
    }

    /// All that builds on a topic, however far on.
    pub(super) fn successors(&self, topic: usize) -> &TopicSet {
        &self.successors[topic]
    }

    /// Every topic, each after all that it builds on.
    pub(super) fn order(&self) -> &[usize] {
        &self.order
    }

    /// What somebody with a goal may need: what serves it, and all that this builds on.
    pub(super) fn towards(&self, goal: Goal) -> TopicSet {
        let serves = |topic: &usize| self.topics[*topic].goals.contains(&goal);
        let serving = (0..self.topics.len()).filter(serves);
        serving
            .flat_map(|topic| self.ancestors[topic].iter().copied().chain([topic]))
            .collect()
    }
}

/// What each topic builds on directly.
fn parents(topics: &[Topic]) -> Result<Vec<TopicSet>, GraphFault> {
    let mut places = BTreeMap::new();
    for (place, topic) in topics.iter().enumerate() {
        if places.insert(&topic.course, place).is_some() {
            return Err(GraphFault::Duplicate(topic.course.clone()));
        }
    }
    let place_of = |topic: &Topic, prerequisite: &CourseId| {
        places
            .get(prerequisite)
            .copied()
            .ok_or_else(|| GraphFault::Unknown {
                course: topic.course.clone(),
                prerequisite: prerequisite.clone(),
            })
    };
    let parents_of = |topic: &Topic| {
        let prerequisites = topic.prerequisites.iter();
        prerequisites
            .map(|prerequisite| place_of(topic, prerequisite))
            .collect()
    };
    topics.iter().map(parents_of).collect()
}

/// Every topic after its parents, else as they stand; or a circle that makes it impossible.
fn in_order(parents: &[TopicSet]) -> Result<Vec<usize>, Vec<usize>> {
    let mut order = Vec::new();
    let mut left: TopicSet = (0..parents.len()).collect();
    while !left.is_empty() {
        let next = left
            .iter()
            .copied()
            .find(|topic| parents[*topic].is_disjoint(&left));
        let Some(next) = next else {
            return Err(circle(parents, &left));
        };
        left.remove(&next);
        order.push(next);
    }
    Ok(order)
}

/// A circle among topics that each have a parent among them: walking from parent to parent comes back somewhere.
fn circle(parents: &[TopicSet], left: &TopicSet) -> Vec<usize> {
    let mut walked: Vec<usize> = Vec::new();
    let mut here = left.first().copied();
    while let Some(topic) = here {
        if let Some(begin) = walked.iter().position(|earlier| *earlier == topic) {
            return walked.split_off(begin);
        }
        walked.push(topic);
        here = parents[topic].intersection(left).next().copied();
    }
    walked
}

fn ancestors(parents: &[TopicSet], order: &[usize]) -> Vec<TopicSet> {
    let mut ancestors = vec![TopicSet::new(); parents.len()];
    for &topic in order {
        let inherited = parents[topic].iter().flat_map(|parent| &ancestors[*parent]);
        ancestors[topic] = inherited.chain(&parents[topic]).copied().collect();
    }
    ancestors
}
