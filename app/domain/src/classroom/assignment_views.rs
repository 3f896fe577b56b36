//! What the pages of assignments show.

use serde::{Deserialize, Serialize};

use super::assignment::AssignmentPhase;
use super::assignment_form::{AssignmentForm, AssignmentProblem};
use super::assignment_progress::AssignmentProgress;
use super::ending::ClassEnding;
use super::views::{ClassRow, PupilBand};
use crate::drills::DrillKind;
use crate::ids::{AssignmentId, ClassId, CourseId, GroupId, LessonId, PupilId};

/// An assignment in a teacher's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentRow {
    pub id: AssignmentId,
    pub title: String,
    /// Whom it was given to, in words.
    pub to: String,
    /// Its days, in words.
    pub from: String,
    pub due: String,
    pub phase: AssignmentPhase,
    /// How many of them are done with it.
    pub done: i64,
    pub pupils: i64,
}

/// What has been given to a class, and its groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentsPage {
    pub class: ClassRow,
    pub assignments: Vec<AssignmentRow>,
    pub groups: Vec<GroupRow>,
}

/// A group in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRow {
    pub id: GroupId,
    pub name: String,
    /// The names of its pupils.
    pub pupils: Vec<String>,
}

/// A pupil who may be in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberChoice {
    pub pupil: PupilId,
    pub name: String,
    pub is_member: bool,
}

/// The form of a group, new or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupPage {
    pub class: ClassRow,
    /// `None` for a new one.
    pub group: Option<GroupId>,
    pub name: String,
    pub members: Vec<MemberChoice>,
    /// The name that was typed cannot be one.
    pub is_unfit: bool,
}

/// The course whose lessons are given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenCourse {
    pub id: CourseId,
    pub title: String,
    pub lessons: Vec<(LessonId, String)>,
}

/// The form of a new assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAssignmentPage {
    pub class: ClassRow,
    pub chosen: Option<ChosenCourse>,
    /// Every course with its title, where none has been chosen.
    pub courses: Vec<(CourseId, String)>,
    /// What can be practised.
    pub kinds: Vec<(DrillKind, String)>,
    /// Whom it can be given to: a form's word, and a name.
    pub audience: Vec<(String, String)>,
    pub form: AssignmentForm,
    pub problems: Vec<AssignmentProblem>,
}

/// An assignment, as the pupil sees it who is to do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PupilAssignment {
    pub title: String,
    /// Where it is done.
    pub path: String,
    pub progress: AssignmentProgress,
    pub phase: AssignmentPhase,
    pub from: String,
    pub due: String,
}

/// What a pupil has today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayPage {
    /// Nobody is signed in where it is `None`.
    pub band: Option<PupilBand>,
    /// The class that they are in.
    pub class: Option<ClassId>,
    /// The class's question, while it is open.
    pub question: Option<String>,
    /// The class ends soon.
    pub ending: Option<ClassEnding>,
    /// What is to be done, what is due first before the others.
    pub to_do: Vec<PupilAssignment>,
    pub done: Vec<PupilAssignment>,
    /// What may be begun later.
    pub coming: Vec<PupilAssignment>,
}
