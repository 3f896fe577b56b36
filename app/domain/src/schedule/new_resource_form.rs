//! The form of something that a place gets: a room, or things that are lent out.

use serde::{Deserialize, Serialize};

use super::addition::Addition;
use super::fields::{Problem, Problems, Read, number};
use super::new_id::id_of;
use super::typed::TypedText;
use crate::appointments::Resource;
use crate::ids::{LocationId, ResourceId, ResourceKind};

/// Something that a place gets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewResourceForm {
    pub name: TypedText,
    /// A kind that other places have; empty for a new one, which is called as this one is.
    pub kind: String,
    pub count: String,
}

impl NewResourceForm {
    pub(super) fn read(&self, location: &LocationId) -> Read<Addition> {
        let mut problems = Problems::default();
        let name = problems.keep("resource_da", self.name.read().ok_or(Problem::Missing));
        let count = problems.keep("count", number(&self.count, 0..=100).ok_or(Problem::NotACount));
        let own = name
            .as_ref()
            .map(|name| id_of(&name.da, "udstyr"))
            .unwrap_or_default();
        let kind = match self.kind.as_str() {
            "" => own.as_str(),
            kind => kind,
        };
        let kind = ResourceKind::parse(kind).map_err(|_| Problem::Missing);
        let kind = if name.is_some() {
            problems.keep("kind", kind)
        } else {
            None
        };
        let read = name.zip(count).zip(kind);
        problems.finish(read.map(|((name, count), kind)| {
            Addition::Resource(Resource {
                id: ResourceId::parse(&own).expect("it is made of the letters of ids"),
                kind,
                location: location.clone(),
                name,
                count,
            })
        }))
    }
}
