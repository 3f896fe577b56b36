//! What the pupils of a class have done, read for the whole class at once: as many queries for 5 pupils as for 40.

use std::collections::BTreeMap;

use domain::classroom::{CourseWorkOfPupil, PractisedDrill, PupilWork};
use domain::drills::{Drill, DrillKind, Level, PracticeCount};
use domain::ids::{ClassId, CourseId, PupilId, VisitorId};
use domain::learning::{LessonRecord, StepRecord};
use jiff::civil::Date;
use sea_orm::sea_query::{Condition, Expr, OnConflict, Query, SelectStatement};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};

use super::pupils::{Pupil, pupils};
use crate::StoreError;
use crate::entities::{lesson_records, practised, pupils as seats, step_results};

/// Which courses are read.
#[derive(Debug, Clone, Copy)]
pub enum WhichCourses<'a> {
    All,
    These(&'a [CourseId]),
}

impl WhichCourses<'_> {
    fn named_by(self, column: impl ColumnTrait) -> Condition {
        match self {
            Self::All => Condition::all(),
            Self::These(courses) => Condition::all().add(column.is_in(courses.iter().map(CourseId::as_str))),
        }
    }
}

/// Each pupil of a class with their work in some courses, and all that they have practised.
pub async fn class_work(
    connection: &impl ConnectionTrait,
    class: ClassId,
    courses: WhichCourses<'_>,
) -> Result<Vec<(Pupil, PupilWork)>, StoreError> {
    let members = pupils(connection, class).await?;
    let mut found = BTreeMap::new();
    add_courses(connection, &mut found, visitors_of(class), courses).await?;
    let of_class = Query::select()
        .column(seats::Column::Id)
        .from(seats::Entity)
        .and_where(seats::Column::ClassId.eq(class.0))
        .to_owned();
    let rows = practised::Entity::find()
        .filter(practised::Column::PupilId.in_subquery(of_class))
        .all(connection)
        .await?;
    let mut practised = read_practised(rows)?;
    let work = members.into_iter().map(|pupil| {
        let courses = pupil.visitor.and_then(|visitor| found.remove(&visitor));
        let work = PupilWork {
            courses: courses.unwrap_or_default(),
            practised: practised.remove(&pupil.id).unwrap_or_default(),
        };
        (pupil, work)
    });
    Ok(work.collect())
}

/// The work of one pupil.
pub async fn pupil_work(
    connection: &impl ConnectionTrait,
    pupil: &Pupil,
    courses: WhichCourses<'_>,
) -> Result<PupilWork, StoreError> {
    let mut found = BTreeMap::new();
    let own = Query::select()
        .column(seats::Column::VisitorId)
        .from(seats::Entity)
        .and_where(seats::Column::Id.eq(pupil.id.0))
        .and_where(seats::Column::VisitorId.is_not_null())
        .to_owned();
    add_courses(connection, &mut found, own, courses).await?;
    let rows = practised::Entity::find()
        .filter(practised::COLUMN.pupil_id.eq(pupil.id.0))
        .all(connection)
        .await?;
    let mut practised = read_practised(rows)?;
    Ok(PupilWork {
        courses: found.into_values().next().unwrap_or_default(),
        practised: practised.remove(&pupil.id).unwrap_or_default(),
    })
}

/// Counts what a pupil has practised on a day. Presses that arrive together are all counted.
pub async fn note_practice(
    connection: &impl ConnectionTrait,
    pupil: PupilId,
    practised: PractisedDrill,
) -> Result<(), StoreError> {
    use practised::Column;
    let PractisedDrill { drill, day, count } = practised;
    let row = practised::ActiveModel {
        pupil_id: Set(pupil.0),
        kind: Set(drill.kind.as_str().to_owned()),
        level: Set(drill.level.number()),
        day: Set(day.to_string()),
        answered: Set(count.answered),
        right_at_once: Set(count.right_at_once),
        solved: Set(count.solved),
    };
    let mut together = OnConflict::columns([Column::PupilId, Column::Kind, Column::Level, Column::Day]);
    for (column, more) in [
        (Column::Answered, count.answered),
        (Column::RightAtOnce, count.right_at_once),
        (Column::Solved, count.solved),
    ] {
        together.value(column, Expr::col((practised::Entity, column)).add(more));
    }
    practised::Entity::insert(row)
        .on_conflict(together)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

type Courses = BTreeMap<CourseId, CourseWorkOfPupil>;

/// Adds what some visitors have done in some courses: two queries, however many they are.
async fn add_courses(
    connection: &impl ConnectionTrait,
    found: &mut BTreeMap<VisitorId, Courses>,
    visitors: SelectStatement,
    courses: WhichCourses<'_>,
) -> Result<(), StoreError> {
    let steps = step_results::Entity::find()
        .filter(step_results::Column::VisitorId.in_subquery(visitors.clone()))
        .filter(courses.named_by(step_results::Column::Course))
        .all(connection)
        .await?;
    for row in steps {
        let work = of_course(found, row.visitor_id, &row.course)?;
        work.records.push(StepRecord::try_from(row)?);
    }
    let lessons = lesson_records::Entity::find()
        .filter(lesson_records::Column::VisitorId.in_subquery(visitors))
        .filter(courses.named_by(lesson_records::Column::Course))
        .all(connection)
        .await?;
    for row in lessons {
        let work = of_course(found, row.visitor_id, &row.course)?;
        work.lessons.push(LessonRecord::try_from(row)?);
    }
    Ok(())
}

fn of_course<'a>(
    found: &'a mut BTreeMap<VisitorId, Courses>,
    visitor: i64,
    course: &str,
) -> Result<&'a mut CourseWorkOfPupil, StoreError> {
    let course = CourseId::parse(course).map_err(|_| StoreError::Corrupt {
        table: "step_results",
        row: visitor,
        problem: "course".to_owned(),
    })?;
    let courses = found.entry(VisitorId(visitor)).or_default();
    Ok(courses.entry(course).or_default())
}

/// The visitors that the pupils of a class are.
pub(super) fn visitors_of(class: ClassId) -> SelectStatement {
    Query::select()
        .column(seats::Column::VisitorId)
        .from(seats::Entity)
        .and_where(seats::Column::ClassId.eq(class.0))
        .and_where(seats::Column::VisitorId.is_not_null())
        .to_owned()
}

fn read_practised(rows: Vec<practised::Model>) -> Result<BTreeMap<PupilId, Vec<PractisedDrill>>, StoreError> {
    let mut practised: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in rows {
        let of_pupil = practised.entry(PupilId(row.pupil_id)).or_default();
        of_pupil.push(practised_drill(&row).ok_or_else(|| StoreError::Corrupt {
            table: "practised",
            row: row.pupil_id,
            problem: "a drill or a day".to_owned(),
        })?);
    }
    Ok(practised)
}

fn practised_drill(row: &practised::Model) -> Option<PractisedDrill> {
    let kind = DrillKind::parse(&row.kind)?;
    let level = Level::new(row.level)?;
    let day: Date = row.day.parse().ok()?;
    Some(PractisedDrill {
        drill: Drill { kind, level },
        day,
        count: PracticeCount {
            answered: row.answered,
            right_at_once: row.right_at_once,
            solved: row.solved,
        },
    })
}
