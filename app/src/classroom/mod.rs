//! A teacher's classes. How pupils come in is `class_sign_in`.

#[cfg(feature = "ssr")]
mod access;
#[allow(
    clippy::too_many_arguments,
    reason = "a form's function has as many as the form has fields"
)]
mod assign_api;
mod assignments_page;
mod board_page;
mod cards_page;
mod change_api;
mod class_page;
mod classes_page;
mod discussion_api;
mod discussion_page;
mod fields;
#[cfg(feature = "ssr")]
pub mod given;
mod group_page;
mod groups_api;
mod live_api;
mod live_page;
mod new_assignment_page;
mod new_class_page;
#[cfg(feature = "ssr")]
mod open_work;
mod pages_api;
#[cfg(feature = "ssr")]
pub mod report;
mod report_api;
mod report_page;
mod way_in;

use crate::lazy::lazy_pages;

lazy_pages! {
    staff:
    /// What a class has to do.
    AssignmentsPage => assignments_page::assignments_page,
    /// How it goes in a class, on a screen that everybody sees.
    BoardPage => board_page::board_page,
    /// The cards of a class, on paper.
    CardsPage => cards_page::cards_page,
    /// A class.
    ClassPage => class_page::class_page,
    /// A teacher's own classes.
    ClassesPage => classes_page::classes_page,
    /// A question that a class answers together.
    DiscussionPage => discussion_page::discussion_page,
    /// A group of a class.
    GroupPage => group_page::group_page,
    /// How it goes in a class just now.
    LivePage => live_page::live_page,
    /// The form of what is given to a class.
    NewAssignmentPage => new_assignment_page::new_assignment_page,
    /// The form of a new class.
    NewClassPage => new_class_page::new_class_page,
    /// A report about a class.
    ReportPage => report_page::report_page,
}
