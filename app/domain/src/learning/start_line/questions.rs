//! What is asked, and what follows from each answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Goal;
use super::graph::{Graph, TopicSet};
use crate::ids::CourseId;
use crate::learning::StepRef;

/// The most questions that anybody is asked.
pub const MOST_QUESTIONS: usize = 10;

/// A question about one course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub course: CourseId,
    pub form: Form,
}

/// How it is asked. The two are mixed: people judge themselves wrongly in both directions, and a test alone frightens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// "Kan du …?", on the scale [`Reply::SCALE`].
    SelfReport,
    /// A small task to try.
    Task(StepRef),
}

/// What somebody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    Cannot,
    WithHelp,
    Alone,
    CanHelpOthers,
    Solved,
    NotSolved,
    /// "Ved ikke": to either form. It leads to the same path as not being able to, and nothing is said about it.
    DontKnow,
}

/// An answer to the question about a course. Kept in the session until the path has been found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub course: CourseId,
    pub reply: Reply,
}

/// Somebody on the way to their path.
#[derive(Debug, Clone)]
pub struct StartLine<'a> {
    pub(super) graph: &'a Graph,
    pub(super) goal: Goal,
    asked: usize,
    /// Topics that no answer has settled.
    pub(super) open: TopicSet,
    /// Topics to learn, each with the one whose answer settled it.
    pub(super) to_learn: BTreeMap<usize, usize>,
}

impl Reply {
    /// DigComp's scale for judging oneself.
    pub const SCALE: [Self; 4] = [Self::Cannot, Self::WithHelp, Self::Alone, Self::CanHelpOthers];

    /// Whether somebody can do without the course.
    pub fn is_pass(self) -> bool {
        match self {
            Self::Alone | Self::CanHelpOthers | Self::Solved => true,
            Self::Cannot | Self::WithHelp | Self::NotSolved | Self::DontKnow => false,
        }
    }
}

impl<'a> StartLine<'a> {
    /// Nothing has been asked yet.
    pub fn new(graph: &'a Graph, goal: Goal) -> Self {
        Self {
            graph,
            goal,
            asked: 0,
            open: graph.towards(goal),
            to_learn: BTreeMap::new(),
        }
    }

    /// Goes on after these answers.
    pub fn resume(graph: &'a Graph, goal: Goal, answers: &[Answer]) -> Self {
        let mut start_line = Self::new(graph, goal);
        for answer in answers {
            start_line.answer(answer);
        }
        start_line
    }

    /// What to ask now; `None` when everything is settled or enough has been asked.
    pub fn question(&self) -> Option<Question> {
        let topic = self.graph.topic(self.next_topic()?);
        let is_turn_of_a_task = self.asked % 2 == 1;
        let task = topic.task.clone().filter(|_| is_turn_of_a_task);
        Some(Question {
            course: topic.course.clone(),
            form: task.map_or(Form::SelfReport, Form::Task),
        })
    }

    /// Draws what follows from an answer. One to something else than what is asked now changes nothing: it was sent twice,
    /// or the courses have changed since.
    pub fn answer(&mut self, answer: &Answer) {
        let Some(topic) = self
            .next_topic()
            .filter(|next| self.graph.find(&answer.course) == Some(*next))
        else {
            return;
        };
        self.asked += 1;
        self.open.remove(&topic);
        if answer.reply.is_pass() {
            let known = self.graph.ancestors(topic);
            self.open.retain(|open| !known.contains(open));
        } else {
            let too_early = self.graph.successors(topic);
            let settled = self.open.extract_if(.., |open| too_early.contains(open));
            self.to_learn
                .extend(settled.chain([topic]).map(|settled| (settled, topic)));
        }
    }

    /// The topic whose answer settles most in the worse case; of several the first.
    fn next_topic(&self) -> Option<usize> {
        if self.asked >= MOST_QUESTIONS {
            return None;
        }
        let settled_at_least = |topic: &usize| {
            let by_a_pass = self.graph.ancestors(*topic).intersection(&self.open).count();
            let by_a_fail = self.graph.successors(*topic).intersection(&self.open).count();
            by_a_pass.min(by_a_fail)
        };
        // Of equals `max_by_key` takes the last.
        self.open.iter().rev().copied().max_by_key(settled_at_least)
    }
}
