//! Reads the content folder (`content/README.md` is its specification) into memory: when the server starts, and
//! while an author is at work, whenever a file is saved.
//!
//! Authors are not programmers: every fault is named with its file, its line and a cure, and a course, guide or page
//! with a fault is left out while the others are served. What has been loaded is turned into the domain's views, in the
//! language that is asked for or else in Danish.
//!
//! **Architecture Invariant:** answer keys stay here. Views hold a question's `view()` and the feedback on what has
//! been answered, never a `Question`.

mod addresses;
mod census;
mod course;
mod credits;
mod document;
mod facts;
mod fault;
mod fields;
mod folder;
mod glossary;
mod guide;
mod keeping;
mod library;
mod markdown;
mod naming;
pub mod new;
mod numbers;
mod page;
mod pictures;
mod quotes;
mod reading_text;
mod reserved;
mod search;
mod simulator;
mod source;
mod story_questions;
mod translated;

pub use census::Count;
pub use course::{CourseTitles, HandoutReader, StepReader, VisitorWork};
pub use fault::{Fault, Severity};
pub use guide::GuideReader;
pub use library::{Library, Loaded};
pub use markdown::fill;
pub use pictures::PictureFile;
pub use search::SearchEntry;
