//! Where the start line leads.

use serde::{Deserialize, Serialize};

use super::Goal;
use super::questions::StartLine;
use crate::ids::CourseId;

/// The courses to take, in an order in which each comes after what it builds on. Empty for somebody who knows them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    pub goal: Goal,
    pub stops: Vec<Stop>,
}

/// One course on the path, and why it is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    pub course: CourseId,
    pub reason: Reason,
}

/// Why a course is on somebody's path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// They were asked about it, and it is new to them or they want help with it.
    AskedAbout,
    /// It builds on a course that is new to them.
    BuildsOn(CourseId),
    /// It belongs to their goal, and the questions did not reach it.
    NotAskedAbout,
}

impl StartLine<'_> {
    /// The path, as far as the answers tell.
    pub fn path(&self) -> Path {
        let stops = self.graph.order().iter().filter_map(|topic| {
            Some(Stop {
                course: self.graph.topic(*topic).course.clone(),
                reason: self.reason(*topic)?,
            })
        });
        Path {
            goal: self.goal,
            stops: stops.collect(),
        }
    }

    /// `None` where the topic is known, or not needed for the goal.
    fn reason(&self, topic: usize) -> Option<Reason> {
        match self.to_learn.get(&topic) {
            Some(settled_by) if *settled_by == topic => Some(Reason::AskedAbout),
            Some(settled_by) => Some(Reason::BuildsOn(self.graph.topic(*settled_by).course.clone())),
            None => self.open.contains(&topic).then_some(Reason::NotAskedAbout),
        }
    }
}
