//! The second door: guides for parents, found by subject and grade, and tools for doing homework together.

mod api;
mod crumbs;
mod follow_api;
mod follow_page;
mod guide_page;
mod guides_page;
mod lix_api;
mod lix_page;
mod my_week_api;
mod my_week_page;
mod read_list;
mod read_together_api;
mod read_together_page;
mod story_questions;
mod take_along;
mod tools;
mod week_plan_api;
mod week_plan_page;

pub use guides_page::{grade_name, subject_name};

use crate::lazy::lazy_pages;

lazy_pages! {
    homework:
    /// What a child has learned, for whoever follows it.
    FollowPage => follow_page::follow_page,
    /// One guide: how school does it now, three questions to ask, and a five-minute activity.
    GuidePage => guide_page::guide_page,
    /// All guides, or those for a subject and a grade.
    GuidesPage => guides_page::guides_page,
    /// How hard a text is to read.
    LixPage => lix_page::lix_page,
    /// The week on one sheet of paper, for the fridge.
    MyWeekPage => my_week_page::my_week_page,
    /// A child and a parent read together.
    ReadTogetherPage => read_together_page::read_together_page,
    /// What is to be done on which day of the week.
    WeekPlanPage => week_plan_page::week_plan_page,
}
