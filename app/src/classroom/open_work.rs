//! What a class is to do just now, and how far each pupil has come with it.

use std::sync::Arc;

use content::Library;
use domain::classroom::{AssignmentPhase, AssignmentProgress, BoardLine, PupilWork};
use domain::count;
use domain::ids::ClassId;
use store::classroom::{Assignment, Group, Pupil, WhichCourses, assignments, class_work, groups};

use super::given::{courses_of, is_for, progress, work_title};
use crate::error::AppResult;
use crate::server_side::{context, today};
use crate::texts::Texts;

/// The assignments that may be done now, and every pupil with their work.
pub struct OpenWork {
    pub pupils: Vec<(Pupil, PupilWork)>,
    assignments: Vec<Assignment>,
    groups: Vec<Group>,
    library: Arc<Library>,
}

impl OpenWork {
    /// Reads it, by the same few queries however many pupils there are.
    pub async fn of_class(class: ClassId) -> AppResult<Self> {
        let context = context();
        let read = context.database.read();
        let mut open = assignments(read, class).await?;
        open.retain(|given| given.days.phase(today()) == AssignmentPhase::Open);
        Ok(Self {
            pupils: class_work(read, class, WhichCourses::These(&courses_of(&open))).await?,
            groups: groups(read, class).await?,
            assignments: open,
            library: context.library,
        })
    }

    /// How many assignments a pupil has done, of those that are theirs; `None` for whoever has none.
    pub fn progress(&self, pupil: &Pupil, work: &PupilWork) -> Option<AssignmentProgress> {
        let own = self.assignments.iter();
        let own = own.filter(|given| is_for(given.to, pupil, &self.groups));
        let progress: Vec<_> = own
            .filter_map(|given| progress(&self.library, given, work))
            .collect();
        let done: Vec<_> = progress.iter().filter(|progress| progress.is_done()).collect();
        (!progress.is_empty()).then(|| AssignmentProgress {
            done: count(&done),
            total: count(&progress),
        })
    }

    /// How many are done with each assignment.
    pub fn board_lines(&self, texts: Texts) -> Vec<BoardLine> {
        let lines = self.assignments.iter().filter_map(|given| {
            let (done, pupils) = self.done_of(given);
            Some(BoardLine {
                title: work_title(&self.library, texts, &given.work)?,
                done,
                pupils,
            })
        });
        lines.collect()
    }

    fn done_of(&self, given: &Assignment) -> (i64, i64) {
        let their = self.pupils.iter();
        let their = their.filter(|(pupil, _)| is_for(given.to, pupil, &self.groups));
        let progress: Vec<_> = their
            .filter_map(|(_, work)| progress(&self.library, given, work))
            .collect();
        let done: Vec<_> = progress.iter().filter(|progress| progress.is_done()).collect();
        (count(&done), count(&progress))
    }
}
