//! The tables of reports, made once for the screen and for the spreadsheet.

use std::collections::BTreeMap;

use content::Library;
use domain::classroom::{PractisedDrill, PupilWork, ReportPart, ReportTable};
use domain::drills::{Drill, PracticeCount};
use domain::ids::{ClassId, CourseId, PupilId, StepId};
use domain::learning::{CourseOutline, FAILURES_UNTIL_HELP, StepRecord};
use domain::municipality::Municipality;
use domain::oversight::{csv, share_text};
use domain::{count, staff::Right};
use store::classroom::{Assignment, Group, Pupil, WhichCourses, assignments, class_of, class_work, groups};
use tower_sessions::Session;

use super::given::{is_for, progress, work_title};
use crate::drills::drill_title;
use crate::error::{AppError, AppResult};
use crate::server_side::{AppContext, signed_in_with};
use crate::texts::Texts;

/// What a report is made of.
pub struct Report {
    pub pupils: Vec<(Pupil, PupilWork)>,
    assignments: Vec<Assignment>,
    groups: Vec<Group>,
}

/// What a report is about.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub class: ClassId,
    pub part: ReportPart,
    /// One pupil alone.
    pub pupil: Option<PupilId>,
}

/// A report as a spreadsheet opens it: the rows of the screen. **Permissions**: whoever teaches the class.
pub async fn class_report_csv(
    context: &AppContext,
    session: &Session,
    asked: Asked,
    texts: Texts,
) -> AppResult<String> {
    let teacher = signed_in_with(session, Right::TeachClasses).await?.id;
    let class = class_of(context.database.read(), teacher, asked.class).await?;
    class.ok_or(AppError::NotFound)?;
    let table = Report::read(context, asked)
        .await?
        .table(context, asked, texts)
        .await?;
    Ok(csv(&table.head, &table.rows))
}

impl Report {
    /// Reads what the report is about, by the same few queries however many pupils there are. A pupil who is not in the class
    /// is not found.
    pub async fn read(context: &AppContext, asked: Asked) -> AppResult<Self> {
        let read = context.database.read();
        let report = Self {
            pupils: class_work(read, asked.class, WhichCourses::All).await?,
            assignments: assignments(read, asked.class).await?,
            groups: groups(read, asked.class).await?,
        };
        let is_there = |id| report.pupils.iter().any(|(pupil, _)| pupil.id == id);
        asked
            .pupil
            .is_none_or(is_there)
            .then_some(report)
            .ok_or(AppError::NotFound)
    }

    /// The table that is asked for.
    pub async fn table(&self, context: &AppContext, asked: Asked, texts: Texts) -> AppResult<ReportTable> {
        let library = &context.library;
        let schedule = context.schedule.current(&context.database).await?;
        let schedule = schedule.ok_or(AppError::Unavailable)?;
        let asked_for = |pupil: &Pupil| asked.pupil.is_none_or(|id| id == pupil.id);
        let pupils: Vec<_> = self.pupils.iter().filter(|(pupil, _)| asked_for(pupil)).collect();
        Ok(match asked.part {
            ReportPart::Pupils => ReportTable {
                head: pupil_head(texts),
                rows: pupils.iter().map(|seat| self.pupil_row(library, seat)).collect(),
            },
            ReportPart::Assignments => ReportTable {
                head: assignment_head(texts),
                rows: self.assignment_rows(library, texts, &pupils),
            },
            ReportPart::Items => ReportTable {
                head: item_head(texts),
                rows: item_rows(library, texts, &schedule.municipality, &pupils),
            },
        })
    }

    fn pupil_row(&self, library: &Library, (pupil, work): &(Pupil, PupilWork)) -> Vec<String> {
        let own = self
            .assignments
            .iter()
            .filter(|given| is_for(given.to, pupil, &self.groups));
        let progress: Vec<_> = own.filter_map(|given| progress(library, given, work)).collect();
        let done: Vec<_> = progress.iter().filter(|progress| progress.is_done()).collect();
        let lessons = work.courses.values().flat_map(|of| &of.lessons);
        let learned: Vec<_> = lessons.filter(|lesson| lesson.ready_at.is_some()).collect();
        let mut tally = Tally::default();
        for record in work.courses.values().flat_map(|of| &of.records) {
            tally.add(record);
        }
        let solved: i64 = work
            .practised
            .iter()
            .map(|practised| practised.count.solved)
            .sum();
        let numbers = [
            count(&done),
            count(&progress),
            count(&learned),
            tally.answered,
            tally.at_once,
        ];
        let mut cells = vec![pupil.name.as_str().to_owned()];
        cells.extend(numbers.map(|number| number.to_string()));
        cells.extend([tally.share(), solved.to_string()]);
        cells
    }

    fn assignment_rows(
        &self,
        library: &Library,
        texts: Texts,
        pupils: &[&(Pupil, PupilWork)],
    ) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for given in &self.assignments {
            let Some(title) = work_title(library, texts, &given.work) else {
                continue;
            };
            for (pupil, work) in pupils {
                let own = is_for(given.to, pupil, &self.groups);
                let Some(progress) = progress(library, given, work).filter(|_| own) else {
                    continue;
                };
                rows.push(vec![
                    pupil.name.as_str().to_owned(),
                    title.clone(),
                    given.days.due().to_string(),
                    progress.done.to_string(),
                    progress.total.to_string(),
                ]);
            }
        }
        rows
    }
}

/// How tasks went, or exercises.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    /// By how many it was answered, or how many of them somebody answered.
    answered: i64,
    /// Right at the first try and without a hint.
    at_once: i64,
    solved: i64,
    stuck: i64,
}

impl Tally {
    fn add(&mut self, record: &StepRecord) {
        let Some(first) = record.first else { return };
        self.answered += 1;
        self.at_once += i64::from(first.counts());
        self.solved += i64::from(record.solved);
        self.stuck += i64::from(record.failures >= FAILURES_UNTIL_HELP);
    }

    fn add_practice(&mut self, count: PracticeCount) {
        self.answered += count.answered;
        self.at_once += count.right_at_once;
        self.solved += count.solved;
    }

    /// Right at once of all, in per cent: "33,3"; of nothing there is none.
    fn share(self) -> String {
        if self.answered == 0 {
            return String::new();
        }
        share_text(self.at_once, self.answered)
    }

    fn cells(self) -> Vec<String> {
        let numbers = [self.answered, self.at_once].map(|number| number.to_string());
        let rest = [self.solved, self.stuck].map(|number| number.to_string());
        [numbers.as_slice(), &[self.share()], &rest].concat()
    }
}

/// A row for each task that somebody has answered, in the order of the courses, and for each drill.
fn item_rows(
    library: &Library,
    texts: Texts,
    municipality: &Municipality,
    pupils: &[&(Pupil, PupilWork)],
) -> Vec<Vec<String>> {
    let (mut tasks, mut drills) = (BTreeMap::new(), BTreeMap::new());
    for (_, work) in pupils {
        for (course, of_course) in &work.courses {
            for record in of_course.records.iter().filter(|record| record.first.is_some()) {
                let tally: &mut Tally = tasks.entry((course, &record.step)).or_default();
                tally.add(record);
            }
        }
        for PractisedDrill { drill, count, .. } in &work.practised {
            let tally: &mut Tally = drills.entry(*drill).or_default();
            tally.add_practice(*count);
        }
    }
    let tasks = in_order_of_courses(library, tasks)
        .into_iter()
        .map(|(course, step, tally)| {
            let titles = library.course_titles(course, texts.locale());
            let title = library.step_title(course, step, texts.locale(), municipality);
            let names = [
                titles.map_or_else(|| course.to_string(), |titles| titles.title),
                title.unwrap_or_else(|| step.to_string()),
            ];
            [names.to_vec(), tally.cells()].concat()
        });
    let drills = drills.into_iter().map(|(Drill { kind, level }, tally)| {
        let level = texts.drills_level(level.number());
        let names = [drill_title(texts, kind).to_owned(), level];
        [names.to_vec(), tally.cells()].concat()
    });
    tasks.chain(drills).collect()
}

fn in_order_of_courses<'a>(
    library: &Library,
    tasks: BTreeMap<(&'a CourseId, &'a StepId), Tally>,
) -> Vec<(&'a CourseId, &'a StepId, Tally)> {
    let mut rows: Vec<_> = tasks
        .into_iter()
        .map(|((course, step), tally)| (course, step, tally))
        .collect();
    rows.sort_by_cached_key(|(course, step, _)| {
        let steps = library.outline(course).into_iter().flat_map(CourseOutline::steps);
        let place = steps.enumerate().find(|(_, place)| place.step == **step);
        // What has left the course stands last.
        ((*course).clone(), place.map_or(usize::MAX, |(place, _)| place))
    });
    rows
}

fn pupil_head(texts: Texts) -> Vec<String> {
    let head = [
        texts.report_pupil(),
        texts.report_done(),
        texts.report_given(),
        texts.report_lessons(),
        texts.report_answered(),
        texts.report_at_once(),
        texts.report_share(),
        texts.report_exercises(),
    ];
    head.map(str::to_owned).into()
}

fn assignment_head(texts: Texts) -> Vec<String> {
    let head = [
        texts.report_pupil(),
        texts.report_assignment(),
        texts.report_due(),
        texts.report_done_parts(),
        texts.report_parts(),
    ];
    head.map(str::to_owned).into()
}

fn item_head(texts: Texts) -> Vec<String> {
    let head = [
        texts.report_course(),
        texts.report_item(),
        texts.report_answered(),
        texts.report_at_once(),
        texts.report_share(),
        texts.report_solved(),
        texts.report_stuck(),
    ];
    head.map(str::to_owned).into()
}
