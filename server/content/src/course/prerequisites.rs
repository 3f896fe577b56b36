//! What courses build on. A circle of courses that each ask for another first could not be begun.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use domain::ids::CourseId;
use domain::learning::start_line::{Graph, GraphFault, Topic};

use super::Course;
use crate::fault::Fault;

/// Leaves out every course of a circle, with a fault where each names the next, and gives the graph of the others.
pub(crate) fn without_circles(courses: &mut Vec<Arc<Course>>, faults: &mut Vec<Fault>) -> Graph {
    loop {
        match Graph::new(topics(courses)) {
            Ok(graph) => return graph,
            Err(GraphFault::Circle(circle)) => {
                let (out, sound) = std::mem::take(courses)
                    .into_iter()
                    .partition(|course| circle.contains(&course.id));
                *courses = sound;
                let out: Vec<Arc<Course>> = out;
                faults.extend(out.iter().map(|course| fault(course, &circle)));
            }
            // Folders' names differ, and a prerequisite that was left out is no topic's.
            Err(GraphFault::Duplicate(_) | GraphFault::Unknown { .. }) => {
                unreachable!("every course is there once and builds on courses that are there")
            }
        }
    }
}

fn topics(courses: &[Arc<Course>]) -> Vec<Topic> {
    let ids: BTreeSet<_> = courses.iter().map(|course| &course.id).collect();
    let topic = |course: &Arc<Course>| {
        let start = course.cover.original().start_line.as_ref();
        let task = start.and_then(|start| start.task.as_ref());
        Topic {
            course: course.id.clone(),
            prerequisites: course
                .prerequisites()
                .filter(|id| ids.contains(id))
                .cloned()
                .collect(),
            goals: start.iter().map(|start| start.goal).collect(),
            task: task.and_then(|task| course.outline.steps().find(|place| place.step == *task)),
        }
    };
    courses.iter().map(topic).collect()
}

fn fault(course: &Course, circle: &[CourseId]) -> Fault {
    let next = course
        .cover
        .original()
        .prerequisites
        .iter()
        .find(|prerequisite| circle.contains(&prerequisite.course));
    let path = format!("courses/{}/course.da.md", course.id);
    Fault {
        line: next.map_or(1, |prerequisite| prerequisite.line),
        ..Fault::of_file(
            Path::new(&path),
            "The prerequisites lead back to this course",
            "remove one of them, so that there is a course to begin with",
        )
    }
}
