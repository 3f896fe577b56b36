//! The first door: courses of lessons, lessons of steps, and how far a visitor has come.

mod catalog;
mod criterion;
mod following;
mod handout;
mod keep_views;
mod lesson;
mod merge;
mod progress;
pub mod question;
mod recommendation;
mod record;
mod recovery_code;
mod review;
mod review_views;
pub mod simulator;
pub mod start_line;
mod start_line_views;
mod stuck;
mod task;
mod views;

pub use catalog::{AdviceReason, COURSES_ON_A_PAGE, CatalogFilter, CatalogPage, LEVELS, Recommended};
pub use criterion::{Criterion, InvalidCriterion, Quota};
pub use following::{
    FOLLOW_CODE_DAYS, FollowAttempt, FollowCode, FollowPage, FollowProblem, FollowedBy, FollowedChild,
    FollowedCourse, FollowedDrill, MOST_FOLLOWERS,
};
pub use handout::{Handout, HandoutPage, HandoutStep};
pub use keep_views::{CodeProblem, KeepNews, KeepPage};
pub use lesson::{LessonProgress, LessonRecord, LessonState};
pub use merge::{CourseWork, MergeReceipt, VisitorWork, WorkCount};
pub use progress::{CourseOutline, CourseProgress, LessonOutline, StepOutline, StepRef, StepRole};
pub use question::{AnswerAttempt, AnswerProblem, GivenAnswer, InvalidAnswer, Question, QuestionView};
pub use recommendation::{Because, Recommendation, Standing, recommend};
pub use record::{FirstAnswer, LatestAnswer, StepRecord};
pub use recovery_code::RecoveryCode;
pub use review::{
    Forecast, InvalidMemory, LONGEST_INTERVAL_DAYS, Memory, MemoryModel, Recall, ReviewCard, SITTING, sitting,
};
pub use review_views::{ReviewFeedback, ReviewPage, ReviewQuestion, ReviewSeen};
pub use simulator::{ScenarioCard, SimulatorView};
pub use start_line_views::{PathReason, PathStop, StartForm, StartLinePage, StartPath, StartQuestion};
pub use stuck::{FAILURES_UNTIL_HELP, Help, Surroundings, help};
pub use task::{
    AssignmentView, CalculatorView, FilmProvider, FilmView, HelpView, NextHelp, StuckView, TaskView, Term,
};
pub use views::{
    CourseCard, CoursePage, ExercisePage, FinishedLesson, FinishedPage, LessonCard, Reading, StepPage,
    StepText,
};
