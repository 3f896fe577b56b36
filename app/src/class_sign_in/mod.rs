//! How pupils sign in to their class, and what they come to.

mod api;
mod lesson_over_page;
mod sign_in_page;
mod today_api;
mod today_page;

use crate::lazy::lazy_pages;

lazy_pages! {
    learning:
    /// The lesson is over, or somebody has signed out.
    LessonOverPage => lesson_over_page::lesson_over_page,
    /// A pupil signs in.
    PupilSignInPage => sign_in_page::sign_in_page,
    /// What a pupil has today.
    TodayPage => today_page::today_page,
}
