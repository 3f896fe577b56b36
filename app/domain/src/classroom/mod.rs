//! Classes: pupils who learn together, and the teacher who follows along.
//!
//! A pupil is a visitor with a seat in a class, a first name or a pseudonym, and a way to sign in. More is not asked for.

mod assignment;
mod assignment_form;
mod assignment_progress;
mod assignment_views;
mod class_form;
mod discussion;
mod ending;
mod group;
mod live;
mod mistakes;
mod pupil_names;
mod report;
mod sign_in;
mod views;

pub use assignment::{
    AssignedTo, AssignedWork, AssignmentDays, AssignmentPhase, EXERCISE_COUNTS, ExerciseCount,
};
pub use assignment_form::{AssignmentForm, AssignmentProblem, NewAssignment};
pub use assignment_progress::{AssignmentProgress, CourseWorkOfPupil, PractisedDrill, PupilWork};
pub use assignment_views::{
    AssignmentRow, AssignmentsPage, ChosenCourse, GroupPage, GroupRow, MemberChoice, NewAssignmentPage,
    PupilAssignment, TodayPage,
};
pub use class_form::{
    ClassForm, ClassName, ClassProblem, ClassSettings, LESSON_MINUTES, LONGEST_DAYS, LessonMinutes, NewClass,
    school_year_end,
};
pub use discussion::{
    DiscussionForm, DiscussionPage, DiscussionProblem, DiscussionQuestion, DiscussionView,
    PupilDiscussionPage,
};
pub use ending::{ClassEnding, TakenAlong, ends_soon};
pub use group::GroupName;
pub use live::{BoardLine, BoardPage, LivePage, LiveRow, PupilState, Signs};
pub use mistakes::{Mistake, MistakesPage};
pub use pupil_names::{MOST_PUPILS, NamesProblem, PupilName, read_names};
pub use report::{ReportPage, ReportPart, ReportTable};
pub use sign_in::{ClassCode, SignInCode, SignInKind, SignInPicture};
pub use views::{
    ClassPage, ClassRow, ClassesPage, HelpWish, JoinPage, JoinProblem, JoinStep, NewClassPage, PupilBand,
    PupilHelp, PupilRow, SheetPage, WayIn,
};
