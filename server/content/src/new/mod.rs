//! Skeletons: what an author begins a course, a lesson, a guide or a scenario with.
//!
//! A skeleton has no errors, so it can be looked at in the browser from the first minute. Where something is still to be
//! written stands [`BLANK`], and the check warns of each. Nothing here touches a disk.

mod blanks;
mod lesson;

use std::path::{Path, PathBuf};

use domain::ids::{CourseId, GuideId, ScenarioId};
use jiff::ToSpan;
use jiff::civil::Date;

pub(crate) use blanks::warn_of_blanks;
pub use lesson::{NoPlace, lesson};

/// Stands in the place of what an author has still to write.
pub const BLANK: &str = "SKRIV:";

/// A file to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skeleton {
    /// Relative to the content folder.
    pub path: PathBuf,
    pub text: String,
    pub where_taken: WhereTaken,
}

/// What becomes of a skeleton when there is a file of its name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhereTaken {
    /// Nothing at all is written, for the name is taken.
    Refuse,
    /// That file serves as well and is kept.
    Keep,
}

/// A course: its cover, a first lesson and a drawing.
pub fn course(id: &CourseId, today: Date) -> Vec<Skeleton> {
    let cover = fill_dated(include_str!("course.da.md"), id.as_str(), today);
    let folder = Path::new("courses").join(id.as_str());
    vec![
        Skeleton::new(folder.join("course.da.md"), cover),
        lesson::first(id),
        drawing(id.as_str()),
    ]
}

/// A guide for parents, with a drawing.
pub fn guide(id: &GuideId, today: Date) -> Vec<Skeleton> {
    let text = fill_dated(include_str!("guide.da.md"), id.as_str(), today);
    let path = Path::new("guides").join(format!("{id}.da.md"));
    vec![Skeleton::new(path, text), drawing(id.as_str())]
}

/// A pretend service, with a drawing.
pub fn scenario(id: &ScenarioId) -> Vec<Skeleton> {
    let text = include_str!("scenario.da.toml").replace("%picture%", &drawing_name(id.as_str()));
    let path = Path::new("simulators").join(format!("{id}.da.toml"));
    vec![Skeleton::new(path, text), drawing(id.as_str())]
}

impl Skeleton {
    fn new(path: PathBuf, text: String) -> Self {
        Self {
            path,
            text,
            where_taken: WhereTaken::Refuse,
        }
    }
}

/// A sheet of paper and a pencil, to be drawn over.
fn drawing(id: &str) -> Skeleton {
    Skeleton {
        path: Path::new("pictures").join(drawing_name(id)),
        text: include_str!("picture.svg").to_owned(),
        where_taken: WhereTaken::Keep,
    }
}

fn drawing_name(id: &str) -> String {
    format!("{id}.svg")
}

fn fill_dated(template: &str, id: &str, today: Date) -> String {
    template
        .replace("%picture%", &drawing_name(id))
        .replace("%review_due%", &review_due(today).to_string())
        .replace("%today%", &today.to_string())
}

/// A text is looked at again after a year.
fn review_due(today: Date) -> Date {
    today.saturating_add(1.year())
}
