//! How pupils sign in to their class, and what they come to.

mod api;
mod discussion_api;
mod discussion_page;
mod lesson_over_page;
mod mistakes_api;
mod mistakes_page;
mod sign_in_page;
mod today_api;
mod today_page;

use crate::lazy::lazy_pages;

lazy_pages! {
    learning:
    /// The lesson is over, or somebody has signed out.
    LessonOverPage => lesson_over_page::lesson_over_page,
    /// What a pupil has answered wrongly.
    MistakesPage => mistakes_page::mistakes_page,
    /// The class's question.
    PupilDiscussionPage => discussion_page::pupil_discussion_page,
    /// A pupil signs in.
    PupilSignInPage => sign_in_page::sign_in_page,
    /// What a pupil has today.
    TodayPage => today_page::today_page,
}
