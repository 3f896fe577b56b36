//! The form of what a place has: how many there are of each resource.

use serde::{Deserialize, Serialize};

use super::edit::ScheduleEdit;
use super::fields::{Problem, Problems, Read, number};
use crate::appointments::{Resource, ScheduleDocument};
use crate::ids::{LocationId, ResourceId};

/// What a place has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourcesForm {
    pub resources: Vec<ResourceCount>,
}

/// One of its resources, and how many there are, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceCount {
    pub id: String,
    pub count: String,
}

impl ResourcesForm {
    /// A place's resources as they are.
    pub fn of(document: &ScheduleDocument, location: &LocationId) -> Self {
        let there = document
            .resources
            .iter()
            .filter(|resource| resource.location == *location);
        let count = |resource: &Resource| ResourceCount {
            id: resource.id.to_string(),
            count: resource.count.to_string(),
        };
        Self {
            resources: there.map(count).collect(),
        }
    }

    pub(super) fn read(&self) -> Read<ScheduleEdit> {
        let mut problems = Problems::default();
        let resources = self.resources.iter().enumerate();
        let counts: Vec<_> = resources
            .filter_map(|(index, typed)| {
                let id = ResourceId::parse(&typed.id).map_err(|_| Problem::Missing);
                let read =
                    id.and_then(|id| Ok((id, number(&typed.count, 0..=100).ok_or(Problem::NotACount)?)));
                problems.keep(&format!("counts[{index}]"), read)
            })
            .collect();
        problems.finish(Some(ScheduleEdit::Resources(counts)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_that_is_none_is_told_with_its_field() {
        let typed = |count: &str| ResourceCount {
            id: "bibliotek-tablet".into(),
            count: count.into(),
        };
        let form = ResourcesForm {
            resources: ["2", "-1", "to", "101", " 0 "].map(typed).to_vec(),
        };
        let problems = form.read().unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["counts[1]", "counts[2]", "counts[3]"]);
    }
}
